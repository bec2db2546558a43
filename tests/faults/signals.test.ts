import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestVote, peselOf, type TestVote } from "../kit/city.ts";
import { codeFor } from "../kit/voting-city.ts";
import { type FaultyPlace, openFaultyPlace } from "./faulty-place.ts";

let place: FaultyPlace;
let vote: TestVote;

beforeAll(async () => {
  place = await openFaultyPlace();
  vote = await openTestVote(place, {
    pools: { L13: { amountZloty: 50_000, costsZloty: [20_000] } },
    voters: 8,
  });
});
afterAll(() => place?.close());

const headers = { "x-forwarded-for": "203.0.113.50" };

/** The code of the n-th voter, entered; and how long that took. */
const enter = async (n: number) => {
  const at = `/v1/cycles/${vote.cycleId}/voter-sessions`;
  const { body } = await place.call(`POST ${at}`, {
    headers,
    body: { pesel: peselOf(n), mothersMaidenName: "Nowak-Łoś", email: `v${n}@example.com` },
  });
  const code = await codeFor(place, body.session);
  const started = performance.now();
  const { status } = await place.call(`POST ${at}/${body.session}/code`, { headers, body: { code } });
  return { status, ms: performance.now() - started };
};

test("a voter is let in, and hardly waits, when what is noted for the commission cannot be written", async () => {
  expect((await enter(0)).status).toBe(200);
  for (const fails of ["refuse", "hang"] as const) {
    place.proxy.state.broken = (key) => (/\|(CROWDS|LAST)#/.test(key) ? fails : undefined);
    for (const n of fails === "refuse" ? [1, 2] : [3, 4]) {
      const { status, ms } = await enter(n);
      expect(status).toBe(200);
      expect(ms).toBeLessThan(2000);
    }
  }
  place.proxy.state.broken = () => undefined;
  expect((await enter(5)).status).toBe(200);
  const { body } = await place.call(`GET /v1/staff/cycles/${vote.cycleId}/signals`, {
    token: await place.staff("commission"),
  });
  expect(body.looked).toBe(2);
});
