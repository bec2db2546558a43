import { expect, test } from "vitest";
import { addressOf } from "../../shared/platform/address.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { httpEvent } from "../kit/event.ts";
import { KATOWICE } from "../kit/katowice.ts";

const SECRET = "0123456789abcdefghij";
const EDGE = "203.0.113.1";
const VOTER = "198.51.100.7";

const addressFrom = (headers: Record<string, string>, frontSecret: string | undefined = SECRET): string => {
  const event = httpEvent({ ask: "GET /health", headers });
  event.requestContext.http.sourceIp = EDGE;
  event.headers = headers;
  const site = { url: "https://rynek.example", city: KATOWICE, contactAddress: "bo@example.org" };
  return addressOf(event, { site: { ...site, frontSecret } } as Pick<Deps, "site">);
};

test("behind the front a caller is whom the front speaks for, whatever the caller said before", () => {
  const front = { "x-rynek-front": SECRET };
  for (const said of [VOTER, `${VOTER}, ${EDGE}`, `1.2.3.4, ${VOTER}`, `1.2.3.4,${VOTER}, ${EDGE}`])
    expect(addressFrom({ ...front, "x-forwarded-for": said })).toBe(VOTER);
  expect(addressFrom(front)).toBe(EDGE);
});

test("who goes round the front is taken for what the gateway saw", () => {
  const said = { "x-forwarded-for": `${VOTER}, ${EDGE}` };
  expect(addressFrom(said)).toBe(EDGE);
  expect(addressFrom({ ...said, "x-rynek-front": "0123456789abcdefghi" })).toBe(EDGE);
  expect(addressFrom({ ...said, "x-rynek-front": "" }, undefined)).toBe(EDGE);
});
