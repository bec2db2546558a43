import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { duties } from "../../functions/site/index.ts";
import { openLocalEid } from "../../infra/local/eid.ts";
import { type Notice, notice } from "../../shared/domain/notice/notice.ts";
import { letterOf, wordsTo } from "../../shared/pages/letters/letter.ts";
import { shortTextOf } from "../../shared/pages/letters/short-text.ts";
import { serve } from "../../shared/platform/serve.ts";
import { KINDS, SAMPLES } from "../domain/letter-samples.ts";
import { answered, httpEvent } from "../kit/event.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { BOROWA } from "../kit/second-city.ts";
import { stepVisitor } from "../kit/staff-visitor.ts";
import { tagsOf } from "../pages/tags.ts";

/* A city whose site speaks Polish and English: the house's Ukrainian is nowhere in it. */

let place: Place;
beforeAll(async () => {
  place = await openPlace({ city: BOROWA, eid: openLocalEid });
});
afterAll(() => place?.close());

const hreflangs = (page: string): string[] =>
  tagsOf(page).flatMap(({ attributes }) => attributes.hreflang ?? []);

test("the switch and the alternates of a page offer what the site speaks", async () => {
  for (const path of ["/", "/pomoc", "/projekty", "/nothing/here"])
    expect(hreflangs((await place.call(`GET ${path}`)).text), path).toEqual(["en", "en"]);
  expect(hreflangs((await place.call("GET /en/pomoc")).text)).toEqual(["pl", "pl"]);
});

test.each(["", "/", "/pomoc", "/urzad", "/projekty", "/v1/cycles", "/static/icon.svg"])(
  "/uk%s is what any path is that is nowhere",
  async (rest) => {
    const [ukrainian, nowhere] = await Promise.all(
      ["/uk", "/xx"].map((prefix) => place.call(`GET ${prefix}${rest}`)),
    );
    expect(ukrainian?.status).toBe(nowhere?.status);
    expect(ukrainian?.status).toBe(rest === "/" ? 308 : 404);
    expect(ukrainian?.text.replaceAll("/uk", "/xx")).toBe(nowhere?.text);
  },
);

test("the city has its own name and controller, marked as Polish where its profile says no more", async () => {
  const seen = async (path: string) => (await place.call(`GET ${path}`)).text;
  expect(await seen("/")).toContain("dla miasta Borowa Góra,");
  expect(await seen("/en")).toContain('for the city of <span lang="pl">Borowa Góra</span>,');
  const controller = "Burmistrz Borowej Góry, Rynek 1, 99-999 Borowa Góra";
  expect(await seen("/prywatnosc")).toContain(`Administrator danych: ${controller}.`);
  expect(await seen("/en/prywatnosc")).toContain(
    `The controller of your data: <span lang="pl">${controller}</span>.`,
  );
});

test("files for machines name no other language", async () => {
  const { text: robots } = await place.call("GET /robots.txt");
  expect(robots).toContain("Disallow: /en/urzad");
  expect(robots).not.toContain("/uk");
  const { text: security } = await place.call("GET /.well-known/security.txt");
  expect(security).toContain("Preferred-Languages: pl, en\n");
});

test("a problem is told in the best language that the site speaks, by functions and by the gateway", async () => {
  const headers = { accept: "application/json", "accept-language": "uk, en;q=0.5" };
  for (const path of ["/v1/nothing", "/v1/cycles/%zz"]) {
    const told = await place.call(`GET ${path}`, { headers });
    expect([path, told.headers.get("content-language")]).toEqual([path, "en"]);
    const other = await place.call(`GET ${path}`, { headers: { ...headers, "accept-language": "uk" } });
    expect([path, other.headers.get("content-language")]).toEqual([path, "pl"]);
  }
});

test("whoever comes past the edge and says Ukrainian is answered in Polish", async () => {
  const invoke = serve(duties, place.deps);
  const page = answered(await invoke(httpEvent({ ask: "GET /uk/pomoc" })));
  expect([page.status, page.text.includes('<html lang="pl">')]).toEqual([200, true]);
  const headers = { accept: "application/json", "accept-language": "uk" };
  const problem = answered(await invoke(httpEvent({ ask: "GET /v1/nothing", route: "$default", headers })));
  expect([problem.status, problem.headers["content-language"]]).toEqual([404, "pl"]);
});

test("the provider of eIDs offers what the site speaks", async () => {
  const { body } = await place.call("GET /local/eid/.well-known/openid-configuration");
  expect(body.ui_locales_supported).toEqual(["pl", "en"]);
});

test("whoever signs in at the office comes back to pages in a language that the site speaks", async () => {
  const landed = async (to: string) => {
    const { status, text } = await stepVisitor(place).signIn("coordinator", 0, to);
    return [status, /<h1>(.*)<\/h1>/.exec(text)?.[1]];
  };
  expect(await landed("/en/urzad/edycje")).toEqual([200, "Editions"]);
  expect(await landed("/uk/urzad/edycje")).toEqual([200, "Do zrobienia"]);
});

describe("A choice that was stored while the site spoke Ukrainian", () => {
  const site = { url: "https://bo.example", city: BOROWA, contactAddress: "bo@bo.example" };

  test.each(KINDS)("is told in Polish: %s", async (kind) => {
    const facts = SAMPLES[kind];
    const stored = "link" in facts ? { ...facts, link: `/uk${facts.link}` } : facts;
    const letter = async (about: Notice) => letterOf(about, await wordsTo(about, site.city), site);
    const told = await letter(notice(kind, "jan@example.org", "uk", stored as never) as Notice);
    const polish = await letter(notice(kind, "jan@example.org", "pl", facts as never) as Notice);
    expect(told).toEqual(polish);
    expect(told.language).toBe("pl");
  });

  test("is a Polish text on a phone", async () => {
    const to = "+48600100200";
    const said = async (language: "pl" | "uk"): Promise<string> => {
      const about = notice("voting/code", to, language, SAMPLES["voting/code"]);
      return shortTextOf(about, await wordsTo(about, BOROWA));
    };
    expect(await said("uk")).toBe(await said("pl"));
  });
});
