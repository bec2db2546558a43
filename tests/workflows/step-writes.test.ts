import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wake } from "../../shared/acts/wake.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { milliseconds, plusSeconds } from "../../shared/domain/time.ts";
import { GATES } from "../../shared/store/keys.ts";
import { openTestVote, type TestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { clerksOf, openVoteWithPoints } from "../kit/voting-points.ts";
import { type WireCall, watchWire } from "../kit/wire.ts";
import { editionOf } from "./edition.ts";

let place: Place;
let wire: ReturnType<typeof watchWire>;
beforeAll(async () => {
  place = await openPlace();
  wire = watchWire(place);
});
afterAll(() => place?.close());

/** Of what was written since it was asked last: every gate, the hold of a step that waits, the cycle, the end of registration. */
const written = ({ cycleId }: Pick<TestVote, "cycleId">) => {
  const keys = wire
    .take()
    .filter(({ isWrite }) => isWrite)
    .flatMap((call) => call.keys);
  const count = (...starts: string[]) => keys.filter((key) => starts.some((start) => key === start)).length;
  return {
    gates: keys.filter((key) => key.startsWith(`GATE#${cycleId}#`)).length,
    holds: count(`CYCLE#${cycleId} HOLD`),
    cycles: count(`CYCLES ${cycleId}`),
    registrations: count(`CYCLE#${cycleId} REGISTRATION`),
  };
};

const none = { gates: 0, holds: 0, cycles: 0, registrations: 0 };

const openVote = async () => {
  const one = await openTestVote(place, {
    pools: { L13: { amountZloty: 1500, costsZloty: [800] } },
    voters: 1,
  });
  await place.clock.moveTo((now) => now + 2000);
  await place.settle();
  wire.take();
  return { one, edition: editionOf(place, one) };
};

describe("what the state machine writes", () => {
  test.each(["sealed", "cancelled"])(
    "when two people end a vote (%s): each gate once to close it, once to seal it",
    async (to) => {
      const { one, edition } = await openVote();
      await edition.askByTwo(to);
      await place.settle();
      // Proposed, accepted, and given its end: then it waits once for that end and its minute, and keeps what dated the office's work.
      expect(written(one)).toEqual({ ...none, gates: GATES, holds: 2, cycles: 3 });
      await place.clock.moveTo((now) => now + 70_000);
      const { gates, holds, cycles } = written(one);
      expect((await edition.seen()).phase).toBe(to);
      expect([gates, cycles]).toEqual([GATES, 1]);
      // The phase after it waits too, for its end or for its work.
      expect(holds).toBeLessThanOrEqual(3);
    },
  );

  test("when a hold is woken and no date has moved: it waits again, and the office's work is not looked through", async () => {
    const { one } = await openVote();
    await wake({ id: one.cycleId as CycleId }, place.deps);
    await place.states.settle();
    const calls = wire.take();
    const isHold = ({ isWrite, keys: [key] }: WireCall) => isWrite && key === `CYCLE#${one.cycleId} HOLD`;
    expect([calls.filter(isHold).length, calls.filter(({ index }) => index === "work").length]).toEqual([
      1, 0,
    ]);
  });

  test("when a vote that two people end would have ended in the same seconds: no gate twice", async () => {
    const { one, edition } = await openVote();
    const { closesAt } = await edition.seen();
    await place.clock.moveTo(milliseconds(closesAt) - 4000);
    wire.take();
    await edition.askByTwo("sealed");
    await place.settle();
    const { gates, holds } = written(one);
    expect(gates).toBe(0);
    expect(holds).toBeLessThanOrEqual(2);
    await place.clock.moveTo(milliseconds(closesAt) + 62_000);
    expect((await edition.seen()).phase).toBe("sealed");
    expect(written(one).gates).toBe(GATES);
  });

  test("when a vote is extended, and ends: each gate once to its new end, once to seal it", async () => {
    const { one, edition } = await openVote();
    const later = plusSeconds((await edition.seen()).closesAt, 3600);
    await edition.propose(later);
    expect((await edition.acceptExtension(later)).status).toBe(200);
    await place.settle();
    expect(written(one)).toEqual({ ...none, gates: GATES, holds: 2, cycles: 2 });
    await place.clock.moveTo(milliseconds(later) + 62_000);
    expect(written(one).gates).toBe(GATES);
  });

  test("while open batches keep an ended vote from being sealed: one word that registration is over", async () => {
    const one = await openVoteWithPoints(place);
    await place.clock.moveTo((now) => now + 2000);
    const clerks = clerksOf(place, one.cycleId);
    const edition = editionOf(place, one);
    const batches = [await clerks.register(1), await clerks.register(1), await clerks.register(1)];
    await place.clock.moveTo(milliseconds((await edition.seen()).closesAt) + 3 * 86_400_000);
    wire.take();
    for (const [index, batch] of batches.entries()) {
      await clerks.key(0, batch, 1, { rejection: "late" });
      await clerks.key(1, batch, 1, { rejection: "late" });
      expect((await clerks.clerk(0, `POST /paper-batches/${batch}/closing`)).status).toBe(200);
      await place.settle();
      const { gates, registrations } = written(one);
      expect(registrations).toBe(0);
      expect(gates).toBe(index < batches.length - 1 ? 0 : GATES);
    }
    expect((await edition.seen()).phase).toBe("sealed");
  });
});
