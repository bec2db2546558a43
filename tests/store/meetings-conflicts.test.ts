import { TransactionCanceledException, TransactionConflictException } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { MeetingId } from "../../shared/domain/ids.ts";
import { type Hall, openHall } from "./hall.ts";

let hall: Hall;

/** How long DynamoDB holds the items of a transaction, on the long side. */
const HELD_MS = 15;

interface Part {
  readonly Key?: object;
  readonly Item?: { readonly pk: string; readonly sk: string };
}

const keyOf = (item: Record<string, Part>): string => {
  const [part] = Object.values(item);
  return JSON.stringify(part?.Key ?? { pk: part?.Item?.pk, sk: part?.Item?.sk });
};

let turnedAway = 0;

beforeAll(async () => {
  hall = await openHall();
  const held = new Set<string>();
  // The embedded engine runs transactions one after another. DynamoDB turns the later of two on one item away: so does this.
  hall.store.table.client.middlewareStack.add(
    (next) => async (args) => {
      const { TransactItems, UpdateExpression, Key } = args.input as {
        readonly TransactItems?: Record<string, Part>[];
        readonly UpdateExpression?: string;
        readonly Key?: object;
      };
      if (UpdateExpression !== undefined && held.has(JSON.stringify(Key)))
        throw new TransactionConflictException({ message: "Transaction conflict", $metadata: {} });
      if (!TransactItems) return next(args);
      const wanted = TransactItems.map(keyOf);
      if (wanted.some((key) => held.has(key))) {
        turnedAway += 1;
        throw new TransactionCanceledException({
          message: "Transaction cancelled",
          $metadata: {},
          CancellationReasons: wanted.map((key) => ({
            Code: held.has(key) ? "TransactionConflict" : "None",
          })),
        });
      }
      for (const key of wanted) held.add(key);
      try {
        await new Promise((done) => setTimeout(done, HELD_MS));
        return await next(args);
      } finally {
        for (const key of wanted) held.delete(key);
      }
    },
    { step: "initialize" },
  );
});
afterAll(() => hall.close());

const places = (outcomes: Awaited<ReturnType<Hall["come"]>>[], which: string): number =>
  outcomes.filter((outcome) => (outcome.ok ? outcome.value.place : outcome.refusal.code) === which).length;

const come = (meetingId: MeetingId, from: number, to: number) =>
  Promise.all(Array.from({ length: to - from }, (_, n) => hall.come(meetingId, from + n, 1)));

test("under DynamoDB's own rule of conflicts, 200 who come at once all get their place and none is turned away", async () => {
  const meetingId = await hall.callMeeting(50);
  const outcomes = await come(meetingId, 0, 200);
  expect([places(outcomes, "seat"), places(outcomes, "waiting"), turnedAway]).toEqual([50, 150, 0]);
}, 60_000);

test("who leaves in the middle of it gets away, and the seat goes to one who waits", async () => {
  const meetingId = await hall.callMeeting(20);
  await come(meetingId, 0, 40);
  const [left, came] = await Promise.all([
    Promise.all(Array.from({ length: 10 }, (_, n) => hall.leave(meetingId, n))),
    come(meetingId, 40, 80),
  ]);
  expect([left.every(({ ok }) => ok), came.every(({ ok }) => ok)]).toEqual([true, true]);
  const { seated, queue } = await hall.store.signups.roster(meetingId);
  expect([seated.length, queue.length]).toEqual([20, 50]);
}, 60_000);
