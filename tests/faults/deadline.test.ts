import { afterAll, beforeAll, expect, test } from "vitest";
import type { CycleId } from "../../shared/domain/ids.ts";
import { endOfDay, type Instant, instant, milliseconds, startOfDay } from "../../shared/domain/time.ts";
import { keys } from "../../shared/store/keys.ts";
import { put, update } from "../../shared/store/write.ts";
import { chanceOf, runs, seed } from "../kit/chance.ts";
import { answered, httpEvent } from "../kit/event.ts";
import { newKey } from "../kit/place.ts";
import {
  type FaultyPlace,
  inTheBox,
  openFaultyPlace,
  openVoteOf,
  type SeatedVoter,
  seatVoters,
} from "./faulty-place.ts";

/** Days on which Poland's clocks change, 2025 to 2030. */
const CHANGES = [
  ...["2025-03-30", "2025-10-26", "2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"],
  ...["2028-03-26", "2028-10-29", "2029-03-25", "2029-10-28", "2030-03-31", "2030-10-27"],
];
const INSTANTS = Math.min(10_000, runs(20));

let place: FaultyPlace;
let cycleId: CycleId;
let project: string;

beforeAll(async () => {
  place = await openFaultyPlace();
  const vote = await openVoteOf(place);
  cycleId = vote.cycleId as CycleId;
  project = vote.projects.M?.[0] ?? "";
});
afterAll(() => place?.close());

/** The vote as it would be if it closed at this moment: its calendar, and the gate of the voter who tries. */
const closeAt = async (close: Instant, { gate }: SeatedVoter): Promise<void> => {
  const open = instant(milliseconds(close) - 10 * 86_400_000);
  await place.table.write([
    update({
      key: keys.cycle(cycleId),
      set: { calendar: [{ name: "voting", startsAt: open, endsAt: close }] },
    }),
  ]);
  await place.table.write([
    put({
      key: keys.gate(cycleId, gate),
      item: { state: "open", openAtMs: milliseconds(open), closeAtMs: milliseconds(close) },
    }),
  ]);
};

/** Casts a ballot that the gateway received at this moment, whatever the clock of the function says. */
const cast = async ({ token }: SeatedVoter, at: number) =>
  answered(
    await place.invoke(
      "voting",
      httpEvent({
        ask: `POST /v1/cycles/${cycleId}/ballots`,
        route: "POST /v1/cycles/{cycleId}/ballots",
        headers: { authorization: `Bearer ${token}`, "idempotency-key": newKey() },
        body: { sections: [{ pool: "M", points: { [project]: 1 } }] },
        at,
      }),
    ),
  );

test("a vote is taken in the last millisecond before the close and refused at the close, whenever that is", async () => {
  const chance = chanceOf(seed);
  const closes = [
    ...CHANGES.map(endOfDay),
    ...CHANGES.map((day) => startOfDay(day)),
    ...Array.from({ length: INSTANTS }, () =>
      instant(Date.parse("2025-01-01T00:00:00Z") + chance.below(6 * 365 * 86_400_000)),
    ),
  ];
  const voters = await seatVoters(place, cycleId, [0, closes.length * 2]);
  for (const [index, close] of closes.entries()) {
    const [inTime, late] = [voters[index * 2], voters[index * 2 + 1]] as [SeatedVoter, SeatedVoter];
    await closeAt(close, late);
    expect([close, (await cast(late, milliseconds(close))).status]).toEqual([close, 409]);
    await closeAt(close, inTime);
    expect([close, (await cast(inTime, milliseconds(close) - 1)).status]).toEqual([close, 201]);
  }
  const box = await inTheBox(place, cycleId);
  expect([box.markers, box.ballots]).toEqual([closes.length, closes.length]);
}, 3_600_000);

test("a gate decides even where the calendar is remembered differently", async () => {
  const [voter] = (await seatVoters(place, cycleId, [500_000, 500_001])) as [SeatedVoter];
  const close = Date.parse("2027-09-23T22:00:00Z");
  await closeAt(instant(close + 3_600_000), voter);
  await place.table.write([
    put({ key: keys.gate(cycleId, voter.gate), item: { state: "open", openAtMs: 0, closeAtMs: close } }),
  ]);
  expect((await cast(voter, close)).status).toBe(409);
  await place.table.write([
    put({ key: keys.gate(cycleId, voter.gate), item: { state: "sealed", openAtMs: 0, closeAtMs: close } }),
  ]);
  expect((await cast(voter, close - 1)).status).toBe(409);
  await place.table.write([
    put({ key: keys.gate(cycleId, voter.gate), item: { state: "open", openAtMs: 0, closeAtMs: close } }),
  ]);
  expect((await cast(voter, close - 1)).status).toBe(201);
});
