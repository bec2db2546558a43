/** What AWS says by itself is said in our words: by one code, which CloudFront runs on AWS and the gateway here. */
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AWAY, OURS, responseCode } from "../../infra/edge-code.ts";
import { GATEWAY } from "../../infra/edge-stories.ts";
import { type Answer, fromGateway } from "../../infra/local/gateway/answer.ts";
import { wordsOf } from "../../infra/local/gateway/words.ts";
import { type Gateway, openGateway } from "../../infra/local/gateway.ts";
import { LANGUAGES, type Language, languageFor } from "../../shared/domain/languages.ts";
import { openPlace, type Place } from "../kit/place.ts";

const worded = wordsOf(responseCode(LANGUAGES));

/** What an origin answers that no row of ours made. */
const said = (status: number, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: new Headers({ "content-type": "application/json", ...headers }),
  bytes: Buffer.from('{"message":"Aws"}'),
});

const leaves = (uri: string, answer: Answer, headers: Record<string, string> = {}, method = "GET") => {
  const left = worded({ method, uri, headers }, answer);
  return {
    status: left.status,
    type: left.headers.get("content-type"),
    language: left.headers.get("content-language"),
    wait: left.headers.get("retry-after"),
    text: left.bytes.toString(),
    headers: left.headers,
  };
};

const STATUSES = Object.keys(GATEWAY).map(Number) as (keyof typeof GATEWAY)[];

test("pages of other sites read why they do not have open data, and of nothing else", () => {
  const originOf = (uri: string, method?: string) =>
    leaves(uri, fromGateway(429), {}, method).headers.get("access-control-allow-origin");
  for (const uri of ["/v1/cycles", "/v1"])
    expect([uri, originOf(uri), originOf(uri, "HEAD")]).toEqual([uri, "*", "*"]);
  for (const uri of ["/v1/staff/cycles", "/v1/uploads/x", "/glosuj"])
    expect([uri, originOf(uri)]).toEqual([uri, null]);
  expect(originOf("/v1/ballots", "POST")).toBeNull();
});

test.each(STATUSES)(
  "%i of the gateway is a page in the path's language, and a problem in the caller's",
  (status) => {
    for (const language of LANGUAGES) {
      const { [language]: told, wait, page } = { wait: undefined, ...GATEWAY[status] };
      const waits = wait === undefined ? null : String(wait);
      const path = { ...(language !== "pl" && { "x-rynek-language": language }), "accept-language": "de" };
      const asPage = leaves("/glosuj", fromGateway(status), path);
      expect(asPage).toMatchObject({ status, type: "text/html; charset=utf-8", language, wait: waits });
      expect(asPage.text).toContain(`<html lang="${language}">`);
      expect(asPage.text).toContain(`<h1>${told.title}</h1>`);
      expect(asPage.text).not.toMatch(/[\ufdd0\ufdd1]|<script|<style|message/);
      const asProblem = leaves("/v1/cycles", fromGateway(status), { "accept-language": language });
      expect(asProblem).toMatchObject({ status, type: "application/problem+json", language, wait: waits });
      expect(JSON.parse(asProblem.text)).toEqual({
        type: `/problems/${page}`,
        title: told.title,
        detail: told.detail,
        status,
        code: `gateway/${status}`,
      });
    }
  },
);

test("what our code answered goes on as it is, whatever its status, and so does what is no refusal", () => {
  for (const status of [400, 403, 404, 409, 422, 429, 500, 503]) {
    const ours = said(status, { [OURS]: "default-src 'none'" });
    expect(worded({ method: "POST", uri: "/glosuj", headers: {} }, ours)).toBe(ours);
  }
  for (const status of [200, 204, 304]) {
    const other = said(status);
    expect(worded({ method: "GET", uri: "/cycles/c/results/1-a/package.zip", headers: {} }, other)).toBe(
      other,
    );
  }
});

test("what the bucket says of a file that is not there is a page in every language", () => {
  const { status, type, language, text } = leaves("/cycles/c/results/1-ab/x.zip", said(403));
  expect([status, type, language]).toEqual([404, "text/html; charset=utf-8", LANGUAGES.join(", ")]);
  for (const one of LANGUAGES)
    expect(text).toContain(`<section lang="${one}"><h1>${GATEWAY[404][one].title}`);
});

test("what CloudFront asks for when it reaches no origin is found, in every language", () => {
  const { status, text, wait } = leaves(AWAY, said(403));
  expect([status, wait]).toEqual([200, "10"]);
  for (const one of LANGUAGES) expect(text).toContain(GATEWAY[503][one].title);
});

test("a status that the gateway is not known to say is worded by its kind; none of CloudFront's own two is left", () => {
  expect(leaves("/", said(502))).toMatchObject({ status: 503, wait: "10" });
  expect(leaves("/", said(504))).toMatchObject({ status: 503, wait: "10" });
  expect(leaves("/", said(418)).text).toContain(GATEWAY[400].pl.title);
  expect(leaves("/v1/x", said(418))).toMatchObject({ status: 418, type: "application/problem+json" });
});

test("headers that CloudFront lets nobody take away stay, and what was said beside them", () => {
  const { headers, text } = leaves(
    "/v1/staff/cycles",
    said(401, { "www-authenticate": "Bearer", via: "x", "transfer-encoding": "chunked" }),
    {},
    "HEAD",
  );
  expect(["www-authenticate", "via", "transfer-encoding"].map((name) => headers.get(name))).toEqual([
    "Bearer",
    "x",
    "chunked",
  ]);
  expect(text).toBe("");
});

test("the API's language is the one that functions would answer in, whatever the header says", () => {
  const tag = fc.oneof(
    fc.constantFrom("pl", "en", "uk", "EN-gb", "de", "*", ""),
    fc.string({ maxLength: 6 }),
  );
  const part = fc.tuple(tag, fc.constantFrom("", ";q=0.5", "; q=0", ";q=1", ";q=x", ";a=b;q=0.7"));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const header = parts.map(([name, quality]) => name + quality).join(", ");
      for (const spoken of [["pl", "en", "uk"], ["pl"], ["pl", "en"]] satisfies Language[][]) {
        const left = wordsOf(responseCode(spoken as never))(
          { method: "GET", uri: "/v1/x", headers: { "accept-language": header } },
          fromGateway(404),
        );
        expect(left.headers.get("content-language")).toBe(languageFor(header, spoken as never));
      }
    }),
    { numRuns: 30 },
  );
});

test("the code at the edge is no larger than Lambda@Edge likes, and runs without anything of Node's", () => {
  const code = responseCode(LANGUAGES);
  expect(Buffer.byteLength(code)).toBeLessThan(100_000);
  expect(code).not.toMatch(/"(?:ANSWERS|LANGUAGES|AWAY|OURS)"/);
  expect(runInNewContext(`${code}\ntypeof handler`)).toBe("function");
});

let gateway: Gateway;
let place: Place;
beforeAll(async () => {
  gateway = await openGateway({
    spoken: LANGUAGES,
    rows: [
      { key: "ANY /broken", fn: "site", guard: "none" },
      { key: "ANY /v1/broken", fn: "site", guard: "none" },
      { key: "ANY /refused", fn: "site", guard: "none" },
    ],
    invoke: async (_fn, { routeKey }) => {
      if (routeKey.endsWith("broken")) throw new Error("broken");
      return { statusCode: 500, headers: { [OURS]: "default-src 'none'" }, body: "ours" };
    },
    authorizer: async () => null,
    clock: { now: () => 0 },
    frontSecret: "front",
    port: 0,
    host: "127.0.0.1",
    onAccident: () => undefined,
  });
  place = await openPlace();
});
afterAll(async () => {
  await gateway.close();
  await place.close();
});

test("a function that breaks off is a page of ours in the language of the path, and what it said itself stays", async () => {
  for (const [path, language, title] of [
    ["/broken", "pl", GATEWAY[500].pl.title],
    ["/uk/broken", "uk", GATEWAY[500].uk.title],
    ["/en/nowhere", "en", GATEWAY[404].en.title],
  ] as const) {
    const reply = await fetch(gateway.url + path, { method: "POST", body: "a=b" });
    expect([path, reply.headers.get("content-language")]).toEqual([path, language]);
    expect(await reply.text()).toContain(`<h1>${title}</h1>`);
  }
  const problem = await fetch(`${gateway.url}/v1/broken`, { headers: { "accept-language": "en" } });
  expect(await problem.json()).toMatchObject({ title: GATEWAY[500].en.title, status: 500 });
  expect(await (await fetch(`${gateway.url}/en/refused`)).text()).toBe("ours");
});

test("the house says of a file that is not there what the bucket's answer becomes", async () => {
  const reply = await fetch(`${place.url}/cycles/c/results/1-ab/nothing.zip`);
  expect([reply.status, reply.headers.get("content-language")]).toEqual([404, LANGUAGES.join(", ")]);
});

test("every answer of a function bears the mark: a page, data, a refusal, a path that is nowhere, and who comes round the front", async () => {
  for (const ask of [
    "GET /",
    "GET /nowhere",
    "POST /v1/cycles",
    "GET /v1/nowhere",
    "GET /v1/cycles/none",
    "POST /glosuj",
    "GET /health",
    "GET /urzad",
  ]) {
    const { headers, status } = await place.call(ask);
    expect([ask, status, headers.has(OURS)]).toEqual([ask, status, true]);
    expect(headers.get("content-language") ?? "", ask).not.toContain(",");
  }
});
