import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { GatewayEvent } from "../../infra/local/gateway/event.ts";
import { type Gateway, openGateway } from "../../infra/local/gateway.ts";
import { problemBody } from "../../infra/local/http/problem.ts";
import { StartFault } from "../../infra/local/start-fault.ts";
import { LANGUAGES } from "../../shared/domain/languages.ts";
import { LIMITS } from "../../shared/platform/aws-limits.ts";
import { gatewayRows } from "../../shared/platform/gateway.ts";
import type { Route } from "../../shared/platform/route.ts";
import { openPlace } from "../kit/place.ts";

const route = (key: Route["key"], who: Route["who"] = { by: "anyone" }): Route => ({ key, fn: "site", who });

const routes: Record<string, Route> = {
  cycles: route("GET /v1/cycles"),
  cycle: route("GET /v1/cycles/{cycleId}"),
  projects: route("GET /v1/cycles/{cycleId}/projects"),
  current: route("GET /v1/cycles/current"),
  file: route("GET /files/{path+}"),
  echo: route("POST /v1/echo"),
  put: route("PUT /v1/echo"),
  broken: route("GET /v1/broken"),
  slow: route("GET /v1/slow"),
  reply: route("GET /reply"),
  page: { ...route("GET /glosuj"), page: true },
};

/** Without the row for all the rest: what no row knows is then the gateway's own to refuse. */
const rows = gatewayRows(routes).filter(({ key }) => key !== "$default");

const NOW = Date.UTC(2027, 8, 10, 9, 30, 5);
const accidents: unknown[] = [];
let gateway: Gateway;

beforeAll(async () => {
  gateway = await openGateway({
    spoken: LANGUAGES,
    rows,
    invoke: async (_fn, event) => {
      if (event.routeKey === "ANY /v1/broken") throw new Error("secret detail");
      if (event.routeKey === "ANY /v1/slow") return new Promise(() => undefined);
      if (event.routeKey === "ANY /reply") return REPLY;
      return event;
    },
    authorizer: async () => null,
    clock: { now: () => NOW },
    frontSecret: "front",
    port: 0,
    host: "127.0.0.1",
    onAccident: (accident) => accidents.push(accident),
    waitMs: 100,
  });
});
afterAll(() => gateway.close());

const REPLY = {
  statusCode: 201,
  headers: { "Content-Type": "text/csv", etag: '"1"' },
  cookies: ["a=1; Path=/", "b=2; Path=/"],
  body: Buffer.from("Łódź").toString("base64"),
  isBase64Encoded: true,
};

const eventFor = async (path: string, init?: RequestInit): Promise<GatewayEvent> =>
  (await fetch(gateway.url + path, init)).json() as Promise<GatewayEvent>;

test.each([
  ["/v1/cycles", "ANY /v1/cycles", undefined],
  ["/v1/cycles/current", "ANY /v1/cycles/current", undefined],
  ["/v1/cycles/c%C5%82%20k", "ANY /v1/cycles/{cycleId}", { cycleId: "cł k" }],
  ["/glosuj", "ANY /glosuj", undefined],
  ["/en/glosuj", "ANY /glosuj", undefined],
  ["/files/a/b/c.css", "ANY /files/{path+}", { path: "a/b/c.css" }],
])("%s goes to %s", async (path, routeKey, pathParameters) => {
  const event = await eventFor(path);
  expect(event).toMatchObject({ version: "2.0", routeKey });
  expect(event.pathParameters).toEqual(pathParameters);
});

test("the event is the one an HTTP API makes", async () => {
  const event = await eventFor("/v1/cycles/x%20y/projects?q=a+b&q=c&limit=", {
    headers: { cookie: "one=1; two=2", "X-Thing": "A", "user-agent": "test" },
  });
  expect(event).toMatchObject({
    rawPath: "/v1/cycles/x y/projects",
    rawQueryString: "q=a+b&q=c&limit=",
    queryStringParameters: { q: "a b,c", limit: "" },
    cookies: ["one=1", "two=2"],
    headers: { "x-thing": "A" },
    isBase64Encoded: false,
    requestContext: {
      http: {
        method: "GET",
        path: "/v1/cycles/x y/projects",
        protocol: "HTTP/1.1",
        sourceIp: "127.0.0.1",
        userAgent: "test",
      },
      stage: "$default",
      time: "10/Sep/2027:09:30:05 +0000",
      timeEpoch: NOW,
    },
  });
  expect(event.headers).not.toHaveProperty("cookie");
  expect(event).not.toHaveProperty("body");
});

test.each([
  ["application/json; charset=utf-8", false],
  ["text/csv", false],
  ["application/x-www-form-urlencoded", true],
  ["application/octet-stream", true],
])("a body of %s is base64: %s", async (type, isBase64Encoded) => {
  const event = await eventFor("/v1/echo", {
    method: "POST",
    body: "a=ż",
    headers: { "content-type": type },
  });
  expect(event.isBase64Encoded).toBe(isBase64Encoded);
  expect(Buffer.from(event.body ?? "", isBase64Encoded ? "base64" : "utf8").toString()).toBe("a=ż");
});

test("a reply brings its status, headers, cookies and bytes; HEAD the same without the bytes", async () => {
  const got = await fetch(`${gateway.url}/reply`);
  expect(got.status).toBe(201);
  expect(got.headers.get("content-type")).toBe("text/csv");
  expect(got.headers.getSetCookie()).toEqual(REPLY.cookies);
  expect(await got.text()).toBe("Łódź");
  const head = await fetch(`${gateway.url}/reply`, { method: "HEAD" });
  expect(head.status).toBe(201);
  expect(head.headers.get("content-length")).toBe("7");
  expect(await head.text()).toBe("");
});

const problemOf = async (path: string, init?: RequestInit) => {
  const answer = await fetch(gateway.url + path, init);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  return { answer, problem: (await answer.json()) as Record<string, unknown> };
};

test("no such path is a problem in Polish, or in English when asked", async () => {
  const { problem } = await problemOf("/v1/nothing?q=1");
  expect(problem).toEqual({
    type: "/problems/thing/not-found",
    title: "Nie ma takiej strony",
    status: 404,
    detail: "Sprawdź adres.",
    code: "gateway/404",
  });
  const english = await problemOf("/v1/nothing", {
    headers: { "accept-language": "de, en-GB;q=0.8, pl;q=0.3" },
  });
  expect(english.problem).toMatchObject({ title: "No such page" });
});

test("a problem says the language in which it is told, to whoever asks in which", async () => {
  const { answer, problem } = await problemOf("/v1/nothing", { headers: { "accept-language": "uk" } });
  expect([answer.headers.get("content-language"), problem.title]).toEqual(["uk", "Такої сторінки немає"]);
  const asked = { acceptLanguage: "uk", instance: "/", origin: "" };
  for (const status of [400, 401, 403, 404, 405, 413, 431, 500, 503] as const) {
    const { title, detail } = JSON.parse(problemBody(status, asked));
    for (const text of [title, detail]) expect(text, `${status}`).toMatch(/^[А-ЯЇІЄҐ]/u);
  }
  const place = await openPlace();
  const untold = await place.call("PUT /local/clock", { body: {}, headers: { "accept-language": "uk" } });
  expect([untold.headers.get("content-language"), untold.body.title]).toEqual(["pl", "Nieczytelny czas"]);
  await place.close();
});

test("a function hears whom the front speaks for, and that it came through it, whatever the caller said", async () => {
  const forged = { "x-rynek-front": "forged", "x-forwarded-for": "198.51.100.1, 203.0.113.7" };
  const event = await eventFor("/v1/cycles", { headers: forged });
  expect(event.headers).toMatchObject({
    "x-rynek-front": "front",
    "x-forwarded-for": "198.51.100.1, 203.0.113.7, 127.0.0.1",
  });
  expect((await eventFor("/v1/cycles")).headers["x-forwarded-for"]).toBe("127.0.0.1, 127.0.0.1");
});

test("a function hears of every method that its path is asked with", async () => {
  for (const method of ["GET", "PATCH", "DELETE", "OPTIONS"]) {
    const event = await eventFor("/v1/echo", { method });
    expect([event.routeKey, event.requestContext.http.method]).toEqual(["ANY /v1/echo", method]);
  }
});

test("a path that cannot be decoded is refused", async () => {
  expect((await problemOf("/v1/cycles/%E0%A4%A")).problem).toMatchObject({ status: 400 });
});

test("a body that is too large is refused and the connection stays good", async () => {
  const body = new Uint8Array(LIMITS.body.most + 1);
  const { problem } = await problemOf("/v1/echo", { method: "POST", body });
  expect(problem).toMatchObject({ status: 413 });
  const stream = new Blob([body]).stream();
  const chunked = await problemOf("/v1/echo", {
    method: "POST",
    body: stream,
    duplex: "half",
  } as RequestInit);
  expect(chunked.problem).toMatchObject({ status: 413 });
  expect((await fetch(`${gateway.url}/v1/cycles`)).status).toBe(200);
});

test("an accident is told once to the operator and not at all to the caller", async () => {
  accidents.length = 0;
  const { problem } = await problemOf("/v1/broken");
  expect(problem).toMatchObject({ status: 500 });
  expect(JSON.stringify(problem)).not.toContain("secret");
  expect(accidents).toHaveLength(1);
});

test("a function that does not answer in time is given up", async () => {
  expect((await problemOf("/v1/slow")).problem).toMatchObject({ status: 503 });
});

/** What comes back for bytes that no HTTP client would send. */
const raw = (bytes: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(gateway.url).port), "127.0.0.1", () => socket.write(bytes));
    let text = "";
    socket.on("data", (part) => {
      text += part;
    });
    socket.on("close", () => resolve(text));
  });

test("what is not HTTP, or has endless headers, gets a problem and no more", async () => {
  expect(await raw("HELLO\r\n\r\n")).toMatch(/^HTTP\/1.1 400 [\s\S]*problem\+json/);
  const endless = `x: ${"a".repeat(2 * LIMITS.headersAtEdge.most)}`;
  expect(await raw(`GET / HTTP/1.1\r\nhost: localhost\r\n${endless}\r\n\r\n`)).toMatch(/^HTTP\/1.1 413/);
});

test("a foreign name for this machine is not served", async () => {
  for (const host of [
    "evil.example",
    "evil.127.0.0.1",
    "evil.localhost:80",
    "127.0.0.1.evil.example",
    "localhost@x",
  ])
    expect([
      host,
      await raw(`GET /v1/cycles HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`),
    ]).toEqual([host, expect.stringMatching(/^HTTP\/1.1 403/)]);
});

test("stopping lets a request under way finish, and does not wait for the connection it came on", async () => {
  const underWay = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<unknown>();
  const second = await openGateway({
    spoken: LANGUAGES,
    rows,
    invoke: () => {
      underWay.resolve();
      return finish.promise;
    },
    authorizer: async () => null,
    clock: { now: () => NOW },
    frontSecret: "front",
    port: 0,
    host: "127.0.0.1",
  });
  const answer = fetch(`${second.url}/v1/cycles`);
  await underWay.promise;
  const start = performance.now();
  const closed = second.close();
  finish.resolve({ done: true });
  expect(await (await answer).json()).toEqual({ done: true });
  await closed;
  expect(performance.now() - start).toBeLessThan(2_000);
});

test("a taken port is said in words that help", async () => {
  const port = Number(new URL(gateway.url).port);
  const second = openGateway({
    spoken: LANGUAGES,
    rows,
    invoke: async () => null,
    authorizer: async () => null,
    clock: { now: () => NOW },
    frontSecret: "front",
    port,
    host: "127.0.0.1",
  });
  await expect(second).rejects.toThrow(StartFault);
  await expect(second).rejects.toMatchObject({
    code: "port-taken",
    message: expect.stringContaining("npm start -- --port N"),
  });
});

test("every problem that the gateway tells of has its page", async () => {
  const place = await openPlace();
  for (const route of [
    "GET /v1/staff/cycles",
    "PATCH /health",
    "PUT /local/clock",
    "GET /local/mailbox/99",
  ]) {
    const { body, headers } = await place.call(route, { headers: { "accept-language": "en" } });
    expect(headers.get("content-type"), route).toBe("application/problem+json");
    const page = await place.call(`GET ${new URL(body.type, place.url).pathname}`);
    expect(page.status, body.type).toBe(200);
  }
  await place.close();
});
