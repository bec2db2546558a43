/** Whatever is sent beside it, an address is kept once for each of its answers. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { edgeCode, QUERIES } from "../../infra/edge-code.ts";
import { edgeOf } from "../../infra/local/gateway/edge.ts";
import { queriesNow } from "../../infra/openapi.ts";
import { LANGUAGES, languageFor, MEASURE } from "../../shared/domain/languages.ts";
import { chanceOf, runs, seed } from "../kit/chance.ts";

/** The same that is deployed (`edge.test.ts`). */
const edge = edgeOf(edgeCode(LANGUAGES));

test.each([
  ["/projekty", "q=rower&pool=L13&fbclid=x", "q=rower&pool=L13"],
  ["/en/projekty", "_=17", ""],
  [
    "/v1/cycles/c/projects",
    "pool=M&pool=L13&constructor=1&__proto__=2&limit=2&xlimit=3",
    "pool=M&pool=L13&limit=2",
  ],
  ["/v1/cycles/c/projects", "limit&=&&%71=x", "limit"],
  // The office refuses what it does not know, and is never kept.
  ["/urzad/wnioski", "stan=nowe&x=1", "stan=nowe&x=1"],
  ["/en/urzad", "x=1", "x=1"],
  ["/v1/staff/work", "whose=mine&x=1", "whose=mine&x=1"],
  ["/urzadzenia", "x=1", ""],
  // What another page asks for is no query of this one.
  ["/", "q=1&limit=2&cycle=c", ""],
  ["/en", "q=1", ""],
  ["/glosuj", "q=1", ""],
  ["/v1/cycles/c/results/what-if", "pool=M&rule=greedy&q=17&limit=3", "pool=M&rule=greedy"],
  ["/v1/cycles/c%C5%82/%72esults/what-if", "pool=M&q=17", "pool=M"],
  ["/v1/cycles/c/turnout", "cursor=a", ""],
])("of the query of %s, %s, the edge sends on %s", (uri, query, sentOn) => {
  expect(edge({ uri, query, headers: {} }).query).toBe(sentOn);
});

test.each([
  [
    "GET",
    "/v1/cycles",
    { accept: "text/x17, application/geo+json;q=1", authorization: "Bearer x" },
    "application/geo+json",
  ],
  ["HEAD", "/v1/cycles/c/projects", { accept: "*/*, a/b17" }, "application/json"],
  ["GET", "/v1/surveys/s", {}, "application/json"],
])("%s %s is kept once for each of its answers, whatever %j says beside", (method, uri, headers, accept) => {
  expect(edge({ method, uri, headers }).headers).toEqual({ accept, "accept-language": MEASURE });
});

test("what is never kept goes on with all that was sent", () => {
  const headers = { accept: "a/b", "accept-language": "de", authorization: "Bearer x" };
  for (const [method, uri] of [
    ["POST", "/v1/cycles/c/ballots"],
    ["DELETE", "/v1/meetings/m/signups/s"],
    ["GET", "/v1/staff/cycles"],
    ["GET", "/v1/uploads/upl_0000000000000000"],
    ["GET", "/glosuj"],
  ])
    expect(edge({ ...(method && { method }), uri: uri ?? "", headers }).headers).toEqual(headers);
});

test("the API is asked for the language that it would answer in, whatever the header says", () => {
  const chance = chanceOf(seed);
  const part = (): string =>
    chance.one(["en", "uk", "PL", "de", "en-GB", " uk ", "", "*"]) +
    chance.one(["", ";q=0.5", "; Q=0.9", ";q=0", ";q=x", ";q=1;a=b", ";a;q=0.7", ";q=-1"]);
  for (let n = 0; n < runs(500); n += 1) {
    const asked = Array.from({ length: chance.below(5) }, part).join(chance.one([",", ", ", ",,"]));
    const sent = edge({ uri: "/v1/cycles", headers: { "accept-language": asked } }).headers;
    expect([asked, sent["accept-language"]]).toEqual([asked, languageFor(asked, LANGUAGES)]);
  }
});

test("what public pages and lists ask for is what the edge lets through; if not, run `npm run openapi`", async () => {
  expect(JSON.parse(readFileSync(QUERIES, "utf8"))).toEqual(await queriesNow());
});
