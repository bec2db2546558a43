import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, openPlace, type Place } from "../kit/place.ts";
import { enterProjects } from "../kit/projects.ts";

const CYCLES = 5;
const PROJECTS = 7;

let place: Place;
let coordinator: string;
const ids: string[] = [];
const projects: string[] = [];

beforeAll(async () => {
  place = await openPlace();
  coordinator = await place.staff("coordinator");
  for (let n = 0; n < CYCLES; n++) {
    const made = await place.call("POST /v1/staff/cycles", {
      token: coordinator,
      key: true,
      body: {
        name: `Budżet ${n}`,
        ruleSet: "katowice-xii",
        calendar: [{ name: "voting", startsAt: "2040-01-01T00:00:00Z", endsAt: "2040-01-02T00:00:00Z" }],
        pools: [{ id: "L13", amountGrosze: 100_000 }],
      },
    });
    ids.push(made.body.id);
  }
  const onPaper = Array.from({ length: PROJECTS }, (_, n) => ({
    pool: "L13",
    title: `Projekt ${n}`,
    costGrosze: 100 + n,
  }));
  projects.push(...(await enterProjects(place, ids[0] ?? "", onPaper)));
});
afterAll(() => place?.close());

const move = (headers: Record<string, string>, day = "2040-01-03") =>
  place.call(`PATCH /v1/staff/cycles/${ids[1]}/calendar`, {
    token: coordinator,
    headers,
    body: { name: "voting", endsAt: `${day}T00:00:00Z`, reason: "Komisja tak postanowiła" },
  });

const seen = async () => place.call(`GET /v1/staff/cycles/${ids[1]}`, { token: coordinator });

const codeOf = ({ status, body }: Answer) => [status, body?.code];

describe("an edit of the calendar", () => {
  test("names the version that it changes, or is refused and changes nothing", async () => {
    const before = await seen();
    expect(codeOf(await move({}))).toEqual([428, "request/precondition-missing"]);
    for (const stale of ['"v0"', '"v99"', "v1", "*", 'W/"v1"'])
      expect(codeOf(await move({ "if-match": stale }))).toEqual([412, "request/changed-since"]);
    expect((await seen()).text).toBe(before.text);
  });

  test("of the version that is there is made, and brings the next one", async () => {
    const tag = (await seen()).headers.get("etag") ?? "";
    const moved = await move({ "if-match": tag });
    expect([moved.status, moved.body.closesAt]).toEqual([200, "2040-01-03T00:00:00.000Z"]);
    expect(moved.headers.get("etag")).toBe((await seen()).headers.get("etag"));
    expect(codeOf(await move({ "if-match": tag }))).toEqual([412, "request/changed-since"]);
    const next = await move({ "if-match": moved.headers.get("etag") ?? "" }, "2040-01-04");
    expect(next.status).toBe(200);
  });

  test("made by two in the same moment is made by one", async () => {
    const tag = (await seen()).headers.get("etag") ?? "";
    const days = ["2040-02-01", "2040-02-02", "2040-02-03"];
    const outcomes = await Promise.all(days.map((day) => move({ "if-match": tag }, day)));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
    const [made] = outcomes.filter(({ status }) => status === 200);
    expect((await seen()).body.closesAt).toBe(made?.body.closesAt);
  });
});

describe("who has read something already", () => {
  test.each([
    ["the list of editions", () => "/v1/cycles"],
    ["one edition", () => `/v1/cycles/${ids[0]}`],
    ["its projects", () => `/v1/cycles/${ids[0]}/projects`],
    ["its projects as a table", () => `/v1/cycles/${ids[0]}/projects.csv`],
    ["one project", () => `/v1/cycles/${ids[0]}/projects/${projects[0]}`],
    ["the consultations", () => "/v1/consultations"],
    ["the meetings", () => "/v1/meetings"],
    ["the description of the interface", () => "/openapi.json"],
    ["the list of projects as a page", () => "/projekty"],
  ])("is told that nothing has changed: %s", async (_, path) => {
    const first = await place.call(`GET ${path()}`);
    const tag = first.headers.get("etag") ?? "";
    expect([first.status, tag]).toEqual([200, expect.stringMatching(/^"[\w-]+"$/)]);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const again = await place.call(`GET ${path()}`, { headers: { "if-none-match": known } });
      expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", tag]);
    }
    expect((await place.call(`GET ${path()}`, { headers: { "if-none-match": "*" } })).status).toBe(304);
    const other = await place.call(`GET ${path()}`, { headers: { "if-none-match": '"other"' } });
    expect([other.status, other.text]).toEqual([200, first.text]);
  });

  test("is told when it has", async () => {
    const path = `/v1/cycles/${ids[0]}/projects`;
    const tag = (await place.call(`GET ${path}`)).headers.get("etag") ?? "";
    await enterProjects(place, ids[0] ?? "", [
      { pool: "L13", title: "Nowy", costGrosze: 100, number: "L13/50/XII" },
    ]);
    const again = await place.call(`GET ${path}`, { headers: { "if-none-match": tag } });
    expect([again.status, again.headers.get("etag") === tag]).toEqual([200, false]);
  });
});

describe("a list in pages", () => {
  const walk = async (path: string, limit: number): Promise<string[]> => {
    const found: string[] = [];
    let cursor = "";
    do {
      const page = await place.call(`GET ${path}?limit=${limit}${cursor && `&cursor=${cursor}`}`);
      expect(page.status).toBe(200);
      expect(page.body.items.length).toBeLessThanOrEqual(limit);
      found.push(...page.body.items.map(({ id }: { id: string }) => id));
      cursor = page.body.next ?? "";
    } while (cursor !== "");
    return found;
  };

  test.each([1, 2, 3, CYCLES, 200])("of %i has every edition once", async (limit) => {
    expect(await walk("/v1/cycles", limit)).toEqual(ids.toSorted());
  });

  test.each([1, 3, 8])("of %i has every project once, by number", async (limit) => {
    const found = await walk(`/v1/cycles/${ids[0]}/projects`, limit);
    expect(found.slice(0, PROJECTS)).toEqual(projects);
    expect(new Set(found).size).toBe(found.length);
  });

  test("is refused a place that no list has given, and a length that no page has", async () => {
    for (const query of ["cursor=%00", "cursor=a", "limit=0", "limit=201"]) {
      const { status, body } = await place.call(`GET /v1/cycles?${query}`);
      expect([query, status, body.errors?.[0]?.pointer]).toEqual([
        query,
        400,
        `/query/${query.split("=")[0]}`,
      ]);
    }
  });
});

describe("a refusal", () => {
  test.each([
    [undefined, "pl"],
    ["pl", "pl"],
    ["en-GB,en;q=0.9", "en"],
    ["de", "pl"],
  ])("asked for in %j comes in %s, with everything that a program needs", async (asked, language) => {
    const answer = await place.call("GET /v1/cycles/cyc_zzzzzzzzzzzzzzzz", {
      headers: { ...(asked !== undefined && { "accept-language": asked }) },
    });
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(answer.headers.get("content-language")).toBe(language);
    expect(answer.headers.get("vary")).toContain("accept-language");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.body).toEqual({
      type: `${place.url}/problems/thing/not-found`,
      code: "thing/not-found",
      status: 404,
      title: expect.any(String),
      detail: expect.any(String),
      instance: expect.any(String),
    });
  });

  test("says the same in both languages, in other words", async () => {
    const ask = async (language: string) =>
      (
        await place.call(`PATCH /v1/staff/cycles/${ids[1]}/calendar`, {
          token: coordinator,
          headers: { "accept-language": language, "if-match": '"v1"' },
          body: { name: "voting", endsAt: "tomorrow", reason: "" },
        })
      ).body;
    const [polish, english] = [await ask("pl"), await ask("en")];
    const pointers = (body: typeof polish) => body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers(polish)).toEqual(["/endsAt", "/reason"]);
    expect(pointers(english)).toEqual(pointers(polish));
    expect([english.code, english.status]).toEqual([polish.code, polish.status]);
    for (const part of ["title", "detail"]) expect(english[part]).not.toBe(polish[part]);
  });
});
