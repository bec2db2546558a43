import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { MeetingId } from "../../shared/domain/ids.ts";
import { Places } from "../../shared/domain/meeting/roster.ts";
import { keys } from "../../shared/store/keys.ts";
import { remove, update } from "../../shared/store/write.ts";
import { IS_LONG } from "../kit/chance.ts";
import { type Hall, idOf, openHall } from "./hall.ts";

let hall: Hall;

beforeAll(async () => {
  hall = await openHall();
});
afterAll(() => hall.close());

/** What must hold whenever nobody is at work on the roster. */
const checkRoster = async (meetingId: MeetingId): Promise<void> => {
  const { signups } = hall.store;
  const [roster, people, told] = await Promise.all([
    signups.roster(meetingId),
    signups.list(meetingId),
    signups.places(meetingId),
  ]);
  const { capacity, left, queue, version } = roster;
  expect(told).toEqual({ capacity, left, waiting: queue.length, version });
  const all = [...roster.seated, ...roster.queue];
  expect(roster.left).toBe(roster.capacity - roster.seated.reduce((sum, { seats }) => sum + seats, 0));
  expect(roster.left).toBeGreaterThanOrEqual(0);
  expect(roster.queue.every(({ seats }) => seats > roster.left)).toBe(true);
  expect(all.map(({ id }) => id).sort()).toEqual(people.map(({ id }) => id).sort());
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
};

const who = fc.nat(15);
const Act = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constant("come" as const), who, fc.integer({ min: 1, max: 4 })) },
  { weight: 3, arbitrary: fc.tuple(fc.constant("leave" as const), who, fc.constant(0)) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constant("resize" as const), fc.integer({ min: 1, max: 12 }), fc.constant(0)),
  },
);

const ANSWERS = new Set([undefined, "meeting/below-taken"]);

test("people come and go and the room changes, many at once: the roster and the people agree, no seat is lost", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 8 }),
      fc.array(fc.array(Act, { minLength: 1, maxLength: 8 }), { maxLength: 5 }),
      async (capacity, rounds) => {
        const meetingId = await hall.callMeeting(capacity);
        for (const acts of rounds) {
          const outcomes = await Promise.all(acts.map(([act, n, seats]) => hall[act](meetingId, n, seats)));
          for (const outcome of outcomes)
            expect(ANSWERS).toContain(outcome.ok ? undefined : outcome.refusal.code);
          await checkRoster(meetingId);
        }
      },
    ),
    { numRuns: IS_LONG ? 12 : 6 },
  );
}, 120_000);

test("a meeting of a release before tells its places from the roster, until somebody comes", async () => {
  const meetingId = await hall.callMeeting(2);
  await hall.come(meetingId, 1, 1);
  await hall.store.table.write([remove({ key: keys.places(meetingId) })]);
  await checkRoster(meetingId);
  await hall.come(meetingId, 2, 3);
  await checkRoster(meetingId);
  expect(await hall.store.table.get(keys.places(meetingId), Places)).toMatchObject({ left: 1, waiting: 1 });
});

test("a sign-up that was cut off before its place was told tells it when it comes again", async () => {
  const meetingId = await hall.callMeeting(2);
  await hall.come(meetingId, 1, 1);
  const roster = await hall.store.signups.roster(meetingId);
  const { left, version } = roster;
  await hall.store.table.write([
    update({ key: keys.places(meetingId), set: { left: left + 1, version: version - 1 } }),
  ]);
  await hall.come(meetingId, 1, 1);
  await checkRoster(meetingId);
});

test("everybody who moves up is told once, and only they are", async () => {
  const meetingId = await hall.callMeeting(10);
  for (let n = 100; n < 130; n++) await hall.come(meetingId, n, 1);
  await Promise.all(Array.from({ length: 10 }, (_, n) => hall.leave(meetingId, 100 + n)));
  await checkRoster(meetingId);
  const Told = z.object({ kind: z.string(), to: z.string() });
  const told = await hall.store.table.scan("main", "NOTICE#", Told);
  const movedUp = told.filter(
    ({ kind, to }) => kind === "meeting/moved-up" && Number.parseInt(to, 10) >= 100,
  );
  expect(movedUp.map(({ to }) => to).sort()).toEqual(
    Array.from({ length: 10 }, (_, n) => `${110 + n}@example.com`),
  );
});

test("who left and comes again stands at the end", async () => {
  const meetingId = await hall.callMeeting(1);
  for (const n of [200, 201, 202]) await hall.come(meetingId, n, 1);
  await hall.leave(meetingId, 201);
  const again = await hall.come(meetingId, 201, 1);
  expect(again).toMatchObject({ ok: true, value: { place: "waiting", position: 2, isNew: true } });
});

test("names and addresses go 30 days after the meeting", async () => {
  const meetingId = await hall.callMeeting(1);
  await hall.come(meetingId, 300, 1);
  const Kept = z.object({ expiresAtSeconds: z.number() });
  const item = await hall.store.table.get(keys.signup(meetingId, idOf(meetingId, 300)), Kept);
  expect(item?.expiresAtSeconds).toBe(Date.UTC(2027, 4, 1, 12) / 1000);
});

test("who comes, gives the place back and comes for a seat too many, all at once, leaves nothing behind that contradicts itself", async () => {
  for (let n = 500; n < (IS_LONG ? 620 : 540); n++) {
    const meetingId = await hall.callMeeting(1);
    await Promise.all([hall.come(meetingId, n, 1), hall.leave(meetingId, n), hall.come(meetingId, n, 2)]);
    await checkRoster(meetingId);
  }
});

test("who gives a place back and comes again in one moment is served", async () => {
  const meetingId = await hall.callMeeting(1);
  for (let n = 400; n < (IS_LONG ? 460 : 420); n++) {
    await hall.come(meetingId, n, 1);
    const [left, came] = await Promise.all([hall.leave(meetingId, n), hall.come(meetingId, n, 1)]);
    expect([left.ok, came.ok]).toEqual([true, true]);
    await hall.leave(meetingId, n);
  }
});
