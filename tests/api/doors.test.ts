import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Route, routes } from "../../functions/routes.ts";
import { localMeter } from "../../infra/local/meter.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import { logRow, serve } from "../../shared/platform/serve.ts";
import { openTestVote } from "../kit/city.ts";
import { answered, httpEvent } from "../kit/event.ts";
import { KATOWICE } from "../kit/katowice.ts";
import { keepLogs } from "../kit/logged.ts";
import { type Answer, openPlace, type Place } from "../kit/place.ts";

const logged = keepLogs();
let place: Place;
let cycleId: string;
beforeAll(async () => {
  place = await openPlace();
  const parts = { pools: { L13: { amountZloty: 50_000, costsZloty: [20_000, 10_000] } }, voters: 3 };
  cycleId = (await openTestVote(place, parts)).cycleId;
});
afterAll(() => place?.close());

const publicGets = Object.entries<Route>(routes).filter(
  ([, { key, who }]) => key.startsWith("GET ") && !who.by.startsWith("staff-"),
);

/** Of the vote that is on; whatever else a path names is not there. */
const pathOf = ({ key }: Route): string =>
  key
    .slice(4)
    .replace("{cycleId}", cycleId)
    .replace("{pool}", "L13")
    .replace(/\{\w+\}/g, "x");

/** Headers that tell of the answer, and not of the moment or of whoever carries it. */
const told = ({ headers }: Answer): [string, string][] =>
  [...headers].filter(([name]) => !["date", "connection", "keep-alive", "transfer-encoding"].includes(name));

/** What is new each time: the key of a form. */
const KEY = /name="key" value="[^"]*"/g;
const saidOf = ({ status, text }: Answer) => [status, text.replace(KEY, "")];

describe.each(publicGets)("%s", (_name, route) => {
  test("answers HEAD as GET, without the body", async () => {
    const path = pathOf(route);
    const got = await place.call(`GET ${path}`);
    const head = await place.call(`HEAD ${path}`);
    expect([head.status, head.text]).toEqual([got.status, ""]);
    const names = (answer: Answer) => told(answer).map(([name]) => name);
    expect(names(head)).toEqual(names(got));
    if (got.headers.has("set-cookie") || got.headers.has("location") || got.text.match(KEY)) return;
    expect(told(head)).toEqual(told(got));
    const etag = got.headers.get("etag");
    if (etag === null) return;
    const known = await place.call(`HEAD ${path}`, { headers: { "if-none-match": etag } });
    expect([known.status, known.text, known.headers.get("etag")]).toEqual([304, "", etag]);
  });

  test("takes no notice of what others hang on its address", async () => {
    const path = pathOf(route);
    const [bare, hung] = [await place.call(`GET ${path}`), await place.call(`GET ${path}?fbclid=x&_=17`)];
    expect(hung.status).toBe(bare.status);
    if (bare.status === 200 && !bare.headers.has("set-cookie")) expect(saidOf(hung)).toEqual(saidOf(bare));
  });
});

test("what is asked for by name is still checked where it is wrong", async () => {
  const { status, body } = await place.call("GET /v1/cycles?limit=many&_=17");
  expect([status, body.errors[0].pointer]).toEqual([400, "/query/limit"]);
  expect(
    (await place.call("GET /v1/staff/work?fbclid=x", { token: await place.staff("clerk") })).status,
  ).toBe(400);
});

describe("an address that no row knows", () => {
  test.each([
    ["GET /urzad/wnioski/a/b/c/d", "below a prefix"],
    ["GET /urzad/edycje/x/nowosci", "below a prefix that functions share"],
    ["GET /urzad/nic", "below the office"],
    ["GET /nic", "elsewhere"],
    ["GET /urzad//wnioski", "with an empty segment"],
    ["GET /urzad/wnioski/%C5%82%20k/x/y", "with letters of ours"],
    ["GET /urzad/wnioski%2Fa%2Fb%2Fc%2Fd", "with slashes that are none"],
  ])("%s, %s, is a page in the language of the path", async (ask) => {
    const [method, path] = ask.split(" ");
    for (const [prefix, title] of [
      ["", "Nie ma takiej strony"],
      ["/en", "There is no such page"],
    ]) {
      const { status, text, headers } = await place.call(`${method} ${prefix}${path}`);
      expect([status, headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
      expect(text).toContain(title);
    }
  });

  test("below the API of staff it is a problem, for whoever has a token", async () => {
    const token = await place.staff("clerk");
    for (const path of ["/v1/staff/cycles/x/nothing", "/v1/staff/meetings/x/y/z"]) {
      const { status, body } = await place.call(`GET ${path}`, {
        token,
        headers: { "accept-language": "en" },
      });
      expect([status, body.code, body.title]).toEqual([404, "thing/not-found", "There is no such page"]);
      expect((await place.call(`GET ${path}`)).status).toBe(401);
    }
  });

  test.each(["/urzad/wnioski", "/urzad", "/urzad/edycje/nowa", "/pomoc", "/v1/cycles"])(
    "%s with a slash at its end leads to the one without, or is none",
    async (path) => {
      const { status, headers } = await place.call(`GET ${path}/`);
      expect([status, headers.get("location")]).toEqual(path.startsWith("/v1") ? [404, null] : [308, path]);
    },
  );
});

describe("a method that an address does not take", () => {
  test.each([
    ["DELETE /v1/cycles", "GET, HEAD, OPTIONS"],
    ["GET /v1/cycles/x/proposals", "POST, OPTIONS"],
    ["PUT /glosuj/x", "GET, HEAD, POST, OPTIONS"],
    ["PATCH /urzad/wnioski", "GET, HEAD, OPTIONS"],
    ["DELETE /urzad/edycje/x/spis", "GET, HEAD, POST, OPTIONS"],
  ])("%s is told which it does", async (ask, allow) => {
    const page = await place.call(ask, { headers: { accept: "text/html" } });
    const isApi = ask.includes("/v1/");
    expect([page.status, page.headers.get("allow")]).toEqual([405, allow]);
    expect(page.headers.get("content-type")).toBe(
      isApi ? "application/problem+json" : "text/html; charset=utf-8",
    );
    const program = await place.call(ask, {
      headers: { accept: "application/json", "accept-language": "en" },
    });
    expect(program.body).toMatchObject({
      status: 405,
      code: "request/method",
      detail: expect.stringContaining(allow),
    });
    expect((await place.call(`GET ${new URL(program.body.type).pathname}`)).status).toBe(200);
  });
});

describe("round the front", () => {
  const asked = (ask: string, headers: Record<string, string>) => {
    const event = httpEvent({ ask, headers });
    delete event.headers["x-rynek-front"];
    return event;
  };

  test.each([
    ["site", "GET /health", "application/json"],
    ["voting", `POST /v1/cycles/x/voter-sessions`, "application/json"],
    ["site", "GET /", "text/html"],
    ["proposals", "GET /projekty", "text/html"],
  ])("%s says nothing at %s but where the site is", async (fn, ask, accept) => {
    const event = asked(ask, { accept });
    for (const shown of [undefined, "", "the front of this machin"]) {
      if (shown !== undefined) event.headers["x-rynek-front"] = shown;
      const { status, text, headers } = answered(await place.invoke(fn, event));
      expect([status, headers["cache-control"]]).toEqual([403, "no-store"]);
      expect(text).toContain(place.url);
      expect(headers["content-type"]).toContain(accept === "text/html" ? "text/html" : "problem+json");
    }
  });
});

describe("OPTIONS", () => {
  const optionsOf = async (path: string) => {
    const { status, text, headers } = await place.call(`OPTIONS ${path}`);
    return [status, text, headers.get("allow"), headers.get("access-control-allow-origin")];
  };

  test.each([
    ["/v1/cycles", "GET, HEAD, OPTIONS", "*"],
    ["/v1/cycles/x/proposals", "POST, OPTIONS", null],
    ["/glosuj/x", "GET, HEAD, POST, OPTIONS", null],
    ["/urzad/wnioski", "GET, HEAD, OPTIONS", null],
  ])("%s is answered with what may be asked there, and by whom", async (path, allow, origin) => {
    expect(await optionsOf(path)).toEqual([204, "", allow, origin]);
  });

  test("of no path is no answer, and of a path of staff the gateway wants a token first", async () => {
    expect((await optionsOf("/v1/nowhere"))[0]).toBe(404);
    expect((await optionsOf("/v1/staff/work"))[0]).toBe(401);
  });
});

test.each(publicGets)(
  "pages of other sites may read %s where it is open data, and nothing else",
  async (_name, route) => {
    const { headers } = await place.call(`GET ${pathOf(route)}`);
    const isData = route.who.by === "anyone" && !route.page;
    expect(headers.get("access-control-allow-origin")).toBe(isData ? "*" : null);
  },
);

test.each([
  ["GET", "/v1/nowhere", "*"],
  ["HEAD", "/v1", "*"],
  ["GET", "/v1/cycles/", "*"],
  ["GET", "/v1/staff/nowhere", null],
  ["GET", "/v1/uploads/nowhere/else", null],
  ["POST", "/v1/nowhere", null],
  ["GET", "/nowhere", null],
])("pages of other sites may read that there is no open data: %s %s", async (method, path, origin) => {
  const { status, headers } = await place.call(`${method} ${path}`, { token: await place.staff("admin") });
  expect([status, headers.get("access-control-allow-origin")]).toEqual([404, origin]);
});

test("a body that is folded on its way is refused with what is taken, not read as nonsense", async () => {
  const sent = { body: {}, headers: { "content-encoding": "gzip" } };
  const { status, body } = await place.call(`POST /v1/cycles/${cycleId}/voter-sessions`, sent);
  expect([status, body.code]).toEqual([415, "request/media-type"]);
});

describe("behind a prefix", () => {
  const row = {
    key: "GET /urzad/rzeczy/{one}/{two}",
    fn: "site",
    who: { by: "anyone" },
    page: true,
  } as const;
  const probe = endpoint(row, {
    summary: "Says what it was asked",
    params: z.object({ one: z.string(), two: z.string() }),
    handle: ({ params }) => json(params),
  });
  const deps = {
    site: { url: "https://rynek.example", city: KATOWICE },
    meter: localMeter(),
    system: { random: (n: number) => new Uint8Array(n) },
  };
  const site = serve(
    { endpoints: [{ route: row, load: async () => probe }] },
    deps as unknown as Deps,
    logRow,
  );

  /** The event of a request, as the gateway makes it under one of its rows. */
  const under = async (routeKey: string, rawPath: string, pathParameters: Record<string, string>) =>
    answered(await site({ ...httpEvent({ ask: "GET /x" }), rawPath, routeKey, pathParameters }));

  test.each([
    ["/urzad/rzeczy/a/b", { one: "a", two: "b" }],
    ["/urzad/rzeczy/ł k/%20", { one: "ł k", two: "%20" }],
    ["/urzad/rzeczy/a?b/ć", { one: "a?b", two: "ć" }],
  ])("%s has the parameters that it has under its own row", async (path, parameters) => {
    const proxy = { proxy: path.slice("/urzad/rzeczy/".length) };
    const [prefix, exact] = [
      await under("ANY /urzad/rzeczy/{proxy+}", path, proxy),
      await under("GET /urzad/rzeczy/{one}/{two}", path, parameters),
    ];
    expect(prefix.json()).toEqual(parameters);
    expect([exact.status, exact.text, exact.headers]).toEqual([prefix.status, prefix.text, prefix.headers]);
  });

  test.each(["/urzad/rzeczy/a", "/urzad/rzeczy/a/b/c", "/urzad/rzeczy//b", "/urzad/rzeczy/a/"])(
    "%s is not that row's",
    async (path) => {
      const proxy = { proxy: path.slice("/urzad/rzeczy/".length) };
      expect([404, 308]).toContain((await under("ANY /urzad/rzeczy/{proxy+}", path, proxy)).status);
    },
  );

  test("the function's log line names the row that the gateway's cannot, and never the address", async () => {
    logged.length = 0;
    await under("ANY /urzad/rzeczy/{proxy+}", "/urzad/rzeczy/secret/b", { proxy: "secret/b" });
    await under("ANY /urzad/rzeczy/{one}/{two}", "/urzad/rzeczy/secret/b", { one: "secret", two: "b" });
    const lines = logged.filter((line) => line.includes('"event":"request"'));
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        timestamp: expect.any(String),
        level: "info",
        event: "request",
        route: row.key,
        requestId: expect.any(String),
        status: 200,
        durationMs: expect.any(Number),
      },
    ]);
    expect(logged.join()).not.toContain("secret");
  });
});

test.each(["__proto__", "constructor", "prototype"])(
  "a form with a field that is called %s is read by nobody",
  async (name) => {
    // The page takes any fields: nothing behind the parser would refuse this one.
    const send = (form: Readonly<Record<string, string>>) =>
      place.call(`POST /glosuj/${cycleId}/oswiadczenie`, { form, headers: { origin: place.url } });
    expect((await send({ surname: "Nowak" })).status).toBe(422);
    const fields = Object.fromEntries([
      ["surname", "Nowak"],
      [name, "x"],
    ]);
    expect((await send(fields)).status).toBe(400);
  },
);
