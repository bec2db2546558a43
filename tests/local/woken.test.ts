import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openTestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { identityOf } from "../kit/voting-city.ts";
import { watchWire } from "../kit/wire.ts";

let place: Place;
let cycleId: string;
let wire: ReturnType<typeof watchWire>;
beforeAll(async () => {
  place = await openPlace();
  ({ cycleId } = await openTestVote(place, {
    pools: { L13: { amountZloty: 5, costsZloty: [1] } },
    voters: 1,
  }));
  await place.clock.moveTo((now) => now + 2000);
  await place.settle();
  wire = watchWire(place);
});
afterAll(() => place?.close());

/** How often somebody looked for what waits to be told. */
const looks = (): number => wire.take().filter(({ index }) => index === "pending").length;

test("nobody looks for letters after a request that only reads, or writes none", async () => {
  looks();
  await place.call("GET /projekty");
  await place.call(`GET /v1/cycles/${cycleId}`);
  await place.call(`POST /v1/cycles/${cycleId}/ballots`, { body: {} });
  const set = await place.call(`PUT /v1/staff/cycles/${cycleId}/voting-points`, {
    token: await place.staff("coordinator"),
    body: { points: [] },
  });
  expect(set.status).toBe(200);
  expect(looks()).toBe(0);
});

test("a code that was asked for is sent before anybody sweeps", async () => {
  looks();
  const { email } = identityOf(0);
  const asked = await place.call(`POST /v1/cycles/${cycleId}/voter-sessions`, { body: identityOf(0) });
  expect(asked.status).toBe(202);
  await vi.waitFor(() => expect(place.mailbox.mails("0", email)).toHaveLength(1), { timeout: 20_000 });
});
