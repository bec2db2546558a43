import { afterAll, beforeAll, expect, test } from "vitest";
import { routes } from "../../functions/routes.ts";
import type { Route } from "../../shared/platform/route.ts";
import { openTestVote, tokenOf } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { tagsOf, unescaped } from "../pages/tags.ts";

const FORGED = { "x-rynek-language": "en" };

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

const languageOf = (page: string): string | undefined => /<html lang="(\w+)">/.exec(page)?.[1];

test.each([
  ["/pomoc", 200, "pl"],
  ["/en", 200, "en"],
  ["/en?x=1", 200, "en"],
  ["/en/pomoc", 200, "en"],
  ["/en/problems/voting/closed", 200, "en"],
  ["/en/nothing/here", 404, "en"],
  ["/uk", 200, "uk"],
  ["/uk/pomoc", 200, "uk"],
  ["/uk/nothing/here", 404, "uk"],
  ["/uk/en/pomoc", 404, "uk"],
  // The office is not written in Ukrainian: its pages stay Polish as a whole.
  ["/uk/urzad/nothing", 404, "pl"],
  ["/de/pomoc", 404, "pl"],
  ["/en/en/pomoc", 404, "en"],
  ["/english", 404, "pl"],
  ["/EN/pomoc", 404, "pl"],
])(
  "%s is %i, in %s, whatever language the caller claims in the edge's header",
  async (path, status, language) => {
    for (const claimed of [undefined, "pl", "en"]) {
      const headers = { "accept-language": "de", ...(claimed && { "x-rynek-language": claimed }) };
      const page = await place.call(`GET ${path}`, { headers });
      expect([page.status, languageOf(page.text)]).toEqual([status, language]);
    }
  },
);

test("the city is called as its profile calls it in each language", async () => {
  for (const [path, said] of [
    ["/", "dla miasta Katowice,"],
    ["/en", 'for the city of <span lang="pl">Katowice</span>,'],
    ["/uk", "для міста Катовіце,"],
    ["/uk/prywatnosc", "Розпорядник даних: Президент міста Катовіце, ul. Młyńska 4, 40-098 Katowice."],
  ])
    expect((await place.call(`GET ${path}`)).text).toContain(said);
});

test("a page has its own tag in each language, and HEAD tells the same of it", async () => {
  const polish = await place.call("GET /pomoc");
  const tag = polish.headers.get("etag") ?? "";
  const headers = { "if-none-match": tag };
  expect((await place.call("GET /pomoc", { headers })).status).toBe(304);
  const english = await place.call("GET /en/pomoc", { headers });
  expect(english.status).toBe(200);
  const head = await place.call("HEAD /en/pomoc");
  for (const name of ["etag", "cache-control", "content-length", "content-type"])
    expect(head.headers.get(name), name).toBe(english.headers.get(name));
});

test.each([
  ["/en/", "/en"],
  ["/en//", "/en"],
  ["/en/pomoc/", "/en/pomoc"],
  ["/uk/", "/uk"],
  ["/uk/pomoc/", "/uk/pomoc"],
])("%s leads to %s", async (path, location) => {
  const { status, headers } = await place.call(`GET ${path}`);
  expect([status, headers.get("location")]).toEqual([308, location]);
});

test("the API goes by Accept-Language, and the edge's header says nothing to it", async () => {
  const { status, body } = await place.call("GET /v1/cycles", { headers: FORGED });
  expect([status, body]).toEqual([200, { items: [], next: null }]);
  for (const [accepted, language] of [
    ["de", "pl"],
    ["uk-UA, en;q=0.5", "uk"],
  ] as const) {
    const headers = { ...FORGED, "accept-language": accepted };
    const problem = await place.call("GET /v1/nothing", { headers });
    expect(problem.headers.get("content-language")).toBe(language);
    expect(problem.text).not.toMatch(/[\ufdd0\ufdd1]/);
  }
});

test("the API has one address: nothing of it stands under a language, for staff neither", async () => {
  const token = await place.staff("coordinator");
  for (const path of [
    "/v1/cycles",
    "/v1/nothing",
    "/health",
    "/openapi.json",
    "/robots.txt",
    "/static/icon.svg",
  ])
    expect((await place.call(`GET /en${path}`)).status, path).toBe(404);
  expect((await place.call("POST /en/v1/staff/cycles", { token, body: {}, key: true })).status).toBe(404);
  expect((await place.call("POST /v1/staff/cycles", { token, body: {}, key: true })).status).toBe(422);
});

test("whoever has to sign in is led back to the page in its language", async () => {
  const { text } = await place.call("GET /en/urzad/edycje?strona=2");
  expect(text).toContain(encodeURIComponent("/en/urzad/edycje?strona=2"));
});

test("the switch of languages stays on this site, whatever path led nowhere", async () => {
  for (const path of [
    "//evil.example/x",
    "/en//evil.example/x",
    "/%5Cevil.example/x",
    "/en/%5C/evil.example/x",
    "/en/%09/evil.example",
  ]) {
    const { text } = await place.call(`GET ${path}`);
    const links = tagsOf(text).flatMap(({ attributes }) => attributes.href ?? []);
    expect(links.length).toBeGreaterThan(5);
    for (const href of links.filter((one) => !one.startsWith("mailto:")))
      expect(new URL(href, place.url).origin, `${path}: ${href}`).toBe(place.url);
  }
});

const switchOf = (text: string): string[] =>
  tagsOf(text).flatMap(({ name, attributes }) =>
    name === "a" && attributes.hreflang && attributes.href ? [unescaped(attributes.href)] : [],
  );

const FORMS = Object.values(routes).filter(({ key, page }: Route) => page && !key.startsWith("GET "));

test.each(FORMS)(
  "after $key the other language is a page that opens, whatever came of the form",
  async ({ key }) => {
    const [method = "", path = ""] = key.split(" ");
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => `${name}-x`);
    const sent = await place.call(`${method} ${filled}`, {
      form: { a: "b" },
      headers: { origin: place.url },
    });
    for (const href of switchOf(sent.text)) {
      const { status } = await place.call(`GET ${href}`);
      expect([href, status]).not.toEqual([href, 405]);
      expect(status, href).toBeLessThan(500);
    }
    if (sent.status >= 400) expect(switchOf(sent.text).length).toBeGreaterThan(0);
  },
);

test("a refused ballot leads to the ballot's start in the other language, and a list takes its ticks along", async () => {
  const { cycleId } = await openTestVote(place, {
    pools: { L13: { amountZloty: 1500, costsZloty: [800] }, M: { amountZloty: 1500, costsZloty: [800] } },
    voters: 1,
  });
  await place.clock.moveTo((now) => now + 2000);
  const cookie = `voter=${await tokenOf(place, cycleId, 0)}`;
  const start = `/glosuj/${cycleId}`;
  const refused = await place.call(`POST ${start}/glos`, {
    form: { at: "check", key: "x".repeat(32) },
    headers: { cookie, origin: place.url },
  });
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(switchOf(refused.text)).toEqual([`/en${start}/karta`, `/uk${start}/karta`]);
  const list = await place.call(`GET ${start}/lista/L13`, { headers: { cookie } });
  expect(list.status).toBe(200);
  // Ticks go along: the switch is a button of their form, which leads back to the list.
  const buttons = tagsOf(list.text).filter(({ attributes }) => attributes.lang && attributes.formaction);
  expect(buttons.map(({ attributes }) => [attributes.lang, unescaped(attributes.formaction ?? "")])).toEqual(
    ["en", "uk"].map((language) => [language, `/${language}${start}/karta`]),
  );
});

test("a page that is not there keeps its query in the other language", async () => {
  const path = "/wyniki/cyc_0000000000000000/L13/inna-zasada?rule=greedy";
  const { status, text } = await place.call(`GET ${path}`);
  expect([status, switchOf(text)[0]]).toEqual([404, `/en${path}`]);
});
