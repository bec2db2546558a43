import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { routes } from "../../functions/routes.ts";
import { duties } from "../../functions/site/index.ts";
import { localMeter } from "../../infra/local/meter.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { instant } from "../../shared/domain/time.ts";
import { sheetOf } from "../../shared/pages/style/sheet.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { STATUS } from "../../shared/platform/problem.ts";
import { serve } from "../../shared/platform/serve.ts";
import { type Answered, type Asked, answered, httpEvent } from "../kit/event.ts";
import { KATOWICE } from "../kit/katowice.ts";
import { faultsOfPage, tagsOf } from "../pages/tags.ts";

const NOW = "2027-09-15T10:00:00.000Z";

const cycle = (edition: string, phase: Cycle["phase"]) => ({
  id: `cyc_${edition}`,
  name: "Budżet Obywatelski <Katowice>",
  edition,
  phase,
  calendar: [
    { name: "submission", startsAt: "2027-03-10T23:00:00.000Z", endsAt: "2027-04-09T22:00:00.000Z" },
    { name: "voting", startsAt: "2027-09-09T22:00:00.000Z", endsAt: "2027-09-23T22:00:00.000Z" },
    { name: "results", startsAt: "2027-09-30T10:00:00.000Z", endsAt: "2027-12-31T23:00:00.000Z" },
  ],
});

/** The house without its stores: the site knows of cycles what it is told here. */
const site = (cycles: readonly unknown[] = []) => {
  const deps = {
    site: { url: "https://rynek.example", city: KATOWICE, contactAddress: "bo@rynek.example" },
    store: { cycles: { allShown: async () => cycles } },
    meter: localMeter(),
    system: { now: () => NOW, random: (bytes: number) => new Uint8Array(bytes) },
  } as unknown as Deps;
  const invoke = serve(duties, deps);
  return async (asked: Asked): Promise<Answered> => answered(await invoke(httpEvent(asked)));
};

const PAGES = ["/", "/pomoc", "/prywatnosc", "/ciasteczka", "/dostepnosc", "/docs"];
const inEnglish = (path: string): string => `/en${path === "/" ? "" : path}`;

describe("pages of the site", () => {
  test.each([...PAGES, ...PAGES.map(inEnglish)])("%s is whole, labelled and light", async (path) => {
    const { status, text, headers } = await site([cycle("XIV", "voting")])({ ask: `GET ${path}` });
    expect(status).toBe(200);
    expect(faultsOfPage(text)).toEqual([]);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers.etag).toBeDefined();
    // Every route of the API is on one page, for those who script against it.
    const most = path.endsWith("/docs") ? 60_000 : 40_000;
    expect(gzipSync(text).length + gzipSync(sheetOf(KATOWICE.theme).text).length).toBeLessThanOrEqual(most);
    expect(text).toContain(`<html lang="${path.startsWith("/en") ? "en" : "pl"}">`);
  });

  test("are not sent again to a reader who has them", async () => {
    const ask = site();
    const { headers } = await ask({ ask: "GET /pomoc" });
    const again = await ask({ ask: "GET /pomoc", headers: { "if-none-match": headers.etag ?? "" } });
    expect(again).toMatchObject({ status: 304, text: "" });
  });

  test("lead only to pages that the route table knows", async () => {
    const known = new Set(Object.values(routes).map(({ key }) => key.split(" ")[1]));
    for (const path of PAGES) {
      const { text } = await site()({ ask: `GET ${path}` });
      const links = tagsOf(text).flatMap(({ name, attributes }) =>
        name === "a" ? (attributes.href ?? []) : [],
      );
      // The menu leads to other functions' pages; what is ours must be there.
      for (const href of links)
        if (/^\/(?:dostepnosc|prywatnosc|ciasteczka|docs|pomoc)/.test(href)) expect(known).toContain(href);
    }
  });
});

describe("the home page", () => {
  test("puts the open vote before all, with one primary button, and escapes a name", async () => {
    const { text } = await site([
      cycle("XIII", "results"),
      cycle("XV", "submission"),
      cycle("XIV", "voting"),
    ])({ ask: "GET /" });
    const buttons = tagsOf(text).filter(({ attributes }) => attributes.class?.startsWith("button"));
    expect(buttons.map(({ attributes }) => [attributes.href, attributes.class])).toEqual([
      ["/glosuj", "button"],
      // The time for proposals is over, though nobody has moved the edition on.
      ["/projekty?cycle=cyc_XV", "button second"],
      ["/wyniki/cyc_XIII", "button second"],
    ]);
    expect(text).toContain("Trwa głosowanie – do czwartku 23 września 2027, 23:59");
    expect(text).toContain("&lt;Katowice&gt;");
    expect(text).toContain("Następny etap: Wyniki");
  });

  test("says so when nothing is on; a draft or a closed edition is not shown", async () => {
    const { text } = await site([cycle("XV", "draft"), cycle("XII", "closed")])({ ask: "GET /en" });
    expect(text).toContain("No edition is open now.");
    expect(text).not.toContain("XV");
  });
});

test("the accessibility statement carries every id that the ministry's tool reads, in both languages", async () => {
  const ids =
    "wstep podmiot url data-publikacja data-aktualizacja status data-sporzadzenie data-przeglad kontakt osoba email telefon procedura architektura";
  for (const path of ["/dostepnosc", "/en/dostepnosc"]) {
    const { text } = await site()({ ask: `GET ${path}` });
    const found = tagsOf(text).flatMap(({ attributes }) => attributes.id ?? []);
    for (const id of ids.split(" ")) expect(found).toContain(`a11y-${id}`);
    expect(text).toMatch(/<time id="a11y-data-przeglad" datetime="\d{4}-\d{2}-\d{2}">/);
  }
});

describe("a problem's page", () => {
  const route = "GET /problems/{area}/{reason}";

  test("stands for every refusal there is, in both languages", async () => {
    const ask = site();
    for (const code of [...Object.keys(STATUS)]) {
      for (const start of ["", "/en"]) {
        const { status, text } = await ask({
          ask: `GET ${start}/problems/${code}`,
          route,
        });
        expect([code, status]).toEqual([code, 200]);
        expect(faultsOfPage(text)).toEqual([]);
        expect(text).toContain(`<code>${code}</code>`);
        expect(text).not.toMatch(/undefined|NaN|\[object/);
      }
    }
    expect((await ask({ ask: "GET /problems/accident" })).text).toContain("<code>accident</code>");
  });

  test.each(["voting/nothing", "__proto__/x", "constructor/name"])("is not invented for %s", async (code) => {
    const { status, text } = await site()({ ask: `GET /problems/${code}`, route });
    expect(status).toBe(404);
    expect(faultsOfPage(text)).toEqual([]);
  });
});

describe("the style sheet", () => {
  const route = "GET /static/{file}";

  test("is kept for a year under the name that pages use", async () => {
    const page = await site()({ ask: "GET /" });
    const [, file] = /href="\/static\/(rynek\.[0-9a-f]{8}\.css)"/.exec(page.text) ?? [];
    const { status, headers } = await site()({ ask: `GET /static/${file}`, route });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-type": "text/css; charset=utf-8",
      "cache-control": expect.stringContaining("immutable"),
    });
  });

  test("answers the name of an older release too, but not for ever", async () => {
    const { status, headers } = await site()({ ask: "GET /static/rynek.00000000.css", route });
    expect(status).toBe(200);
    expect(headers["cache-control"]).not.toContain("immutable");
  });

  test("has an icon beside it, and nothing else", async () => {
    expect((await site()({ ask: "GET /static/icon.svg", route })).headers["content-type"]).toBe(
      "image/svg+xml",
    );
    expect((await site()({ ask: "GET /static/package.json", route })).status).toBe(404);
  });
});

describe("an unknown path", () => {
  const miss = (path: string, headers: Record<string, string> = {}, method = "GET") =>
    site()({
      ask: `${method} ${path}`,
      route: `${method} /{proxy+}`,
      headers,
    });

  test("is a page with a way on, in the language of the path", async () => {
    const { status, text } = await miss("/nie/ma");
    expect(status).toBe(404);
    expect(faultsOfPage(text)).toEqual([]);
    expect(text).toContain("Nie ma takiej strony");
    expect((await miss("/en/nothing/here")).text).toContain("There is no such page");
  });

  test.each([
    ["/v1/nothing", {}],
    ["/nothing", { accept: "application/json" }],
  ] as [string, Record<string, string>][])("is a problem for a program: %s %o", async (path, headers) => {
    const { status, headers: sent, json } = await miss(path, { ...headers, "accept-language": "en" });
    expect(status).toBe(404);
    expect(sent["content-type"]).toBe("application/problem+json");
    expect(json()).toMatchObject({ status: 404, code: "thing/not-found", title: "There is no such page" });
  });

  test.each(["POST", "PUT", "PATCH", "DELETE"])("is a problem for %s", async (method) => {
    const { status, headers } = await miss("/v1/nothing", {}, method);
    expect([status, headers["content-type"]]).toEqual([404, "application/problem+json"]);
  });

  test.each([
    ["/pomoc/", "/pomoc"],
    ["/en/pomoc/", "/en/pomoc"],
    ["/en/", "/en"],
    ["/evil.example/", "/evil.example"],
  ])("with a slash at its end leads to the one without: %s", async (path, location) => {
    const { status, headers } = await site()({ ask: `GET ${path}`, route: "GET /{proxy+}" });
    expect([status, headers.location]).toEqual([308, location]);
  });

  /** A request as the gateway hands it on, without the edge before it. */
  const raw = async (rawPath: string) => {
    const event = httpEvent({ ask: "GET /x/", route: "GET /{proxy+}" });
    const deps = {
      site: { url: "https://rynek.example", city: KATOWICE },
      meter: localMeter(),
      system: { random: (n: number) => new Uint8Array(n) },
    } as unknown as Deps;
    return answered(await serve(duties, deps)({ ...event, rawPath }));
  };

  test("never leads off this site", async () => {
    for (const rawPath of ["//evil.example/", "/\\evil.example/", "///evil.example//"])
      expect((await raw(rawPath)).headers.location).toBe("/evil.example");
  });

  test("is what /en leads to for whoever goes round the edge, which alone knows of languages", async () => {
    expect((await raw("/en/pomoc")).status).toBe(404);
  });
});

describe("files for machines", () => {
  test("keep search engines out of what is nobody's business", async () => {
    const { text } = await site()({ ask: "GET /robots.txt" });
    for (const path of ["/glosuj/", "/en/glosuj/", "/urzad", "/v1/"])
      expect(text).toContain(`Disallow: ${path}\n`);
  });

  test("tell finders of weaknesses whom to write to, for less than a year", async () => {
    const { text } = await site()({ ask: "GET /.well-known/security.txt" });
    expect(text).toContain("Contact: mailto:bo@rynek.example");
    const [, until = ""] = /Expires: (.+)/.exec(text) ?? [];
    const days = (Date.parse(until) - Date.parse(NOW)) / 86_400_000;
    expect(days).toBeGreaterThan(30);
    expect(days).toBeLessThan(366);
    expect(instant(Date.parse(until))).toBe(until.replace("Z", ".000Z"));
  });
});
