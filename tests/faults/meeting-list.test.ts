import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signupKeysOf } from "../../shared/acts/signup-keys.ts";
import type { MeetingId } from "../../shared/domain/ids.ts";
import { callMeeting, signUp, tokenOf } from "../api/meeting-parts.ts";
import { chanceOf, runs, seed } from "../kit/chance.ts";
import { eachAt } from "./fault-proxy.ts";
import { type FaultyPlace, inLanes, openFaultyPlace } from "./faulty-place.ts";
import { isLinearizable, type Operation } from "./linearizable.ts";
import { meetingList, type Visit } from "./meeting-list.ts";

/**
 * Histories; in each, a meeting of few seats to which so many people come, look and leave, each one thing after another. Who comes and leaves at
 * once from two windows may be seen on the list for a moment after leaving, and nobody is promised more.
 */
const IS_LONG = runs(1) > 1;
const HISTORIES = IS_LONG ? Math.min(1000, runs(1) / 50) : 6;
const PEOPLE = IS_LONG ? 9 : 6;
const VISITS_EACH = 4;
const CAPACITY = 2;
const DOINGS = ["come", "come", "leave", "look"] as const;

const at = (from: number, until: number, seen: Visit): Operation<Visit> => ({ from, until, seen });
const come = (who: string, place: "seat" | "waiting", position: number): Visit => ({
  did: "come",
  who,
  told: { place, position },
});
const leave = (who: string): Visit => ({ did: "leave", who });
const inTurn = (...visits: Visit[]) => visits.map((visit, n) => at(2 * n, 2 * n + 1, visit));

/** A history as somebody reads it who looks for what is wrong. */
const told = (history: readonly Operation<Visit>[]): string =>
  history
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, until, seen }) => `${from.toFixed(1)}-${until.toFixed(1)} ${JSON.stringify(seen)}`)
    .join("\n");

describe("the checker", () => {
  const list = meetingList(1);

  test("takes a queue whose head moves up", () => {
    expect(
      isLinearizable(
        list,
        inTurn(come("a", "seat", 1), come("b", "waiting", 1), leave("a"), come("b", "seat", 1)),
      ),
    ).toBe(true);
  });

  test.each<[string, Operation<Visit>[]]>([
    ["one seat given twice", inTurn(come("a", "seat", 1), come("b", "seat", 1))],
    ["one seat given twice, at once", [at(0, 9, come("a", "seat", 1)), at(0, 9, come("b", "seat", 1))]],
    [
      "two at the head of the queue",
      inTurn(come("a", "seat", 1), come("b", "waiting", 1), come("c", "waiting", 1)),
    ],
    [
      "an empty seat while somebody waits",
      inTurn(come("a", "seat", 1), come("b", "waiting", 1), leave("a"), come("b", "waiting", 1)),
    ],
    ["a place forgotten", inTurn(come("a", "seat", 1), come("b", "seat", 1), come("a", "waiting", 1))],
    [
      "somebody overtaken",
      inTurn(
        come("a", "seat", 1),
        come("b", "waiting", 1),
        come("c", "waiting", 2),
        leave("a"),
        come("c", "seat", 1),
      ),
    ],
    ["a seat too many told", inTurn(come("a", "seat", 1), { did: "look", seatsLeft: 1, waiting: 0 })],
  ])("catches %s", (_name, history) => {
    expect(isLinearizable(list, history)).toBe(false);
  });
});

describe("at the door", () => {
  let place: FaultyPlace;
  beforeAll(async () => {
    place = await openFaultyPlace();
  });
  afterAll(() => place?.close());

  const idOf = async (meetingId: string, who: number): Promise<string> =>
    (await signupKeysOf(place.deps.vault)).idOf(meetingId as MeetingId, `osoba-${who}@example.com`);

  /** What was seen or may have happened, and whether an answer came at all. */
  const visit = async (
    meetingId: string,
    did: (typeof DOINGS)[number],
    n: number,
  ): Promise<[Visit[], boolean]> => {
    const who = `${n}`;
    switch (did) {
      case "come": {
        const { status, body } = await signUp(place, meetingId, n);
        expect([200, 201, 503]).toContain(status);
        const joined: Visit = { did: "join", who };
        return status === 503
          ? [[joined], false]
          : [[joined, { did, who, told: { place: body.place, position: body.position } }], true];
      }
      case "leave": {
        const id = await idOf(meetingId, n);
        const token = await tokenOf(place, meetingId, id);
        const { status } = await place.call(`DELETE /v1/meetings/${meetingId}/signups/${id}`, { token });
        expect([204, 503]).toContain(status);
        return [[{ did, who }], status === 204];
      }
      case "look": {
        const { status, body } = await place.call(`GET /v1/meetings/${meetingId}`);
        expect([200, 503]).toContain(status);
        const { seatsLeft, waiting } = body;
        return [status === 200 ? [{ did, seatsLeft, waiting }] : [], true];
      }
    }
  };

  const timed = async (...asked: Parameters<typeof visit>): Promise<Operation<Visit>[]> => {
    const from = performance.now();
    const [seen, isAnswered] = await visit(...asked);
    const until = isAnswered ? performance.now() : Number.POSITIVE_INFINITY;
    return seen.map((one) => at(from, until, one));
  };

  test("whatever people see while calls fail, there is one order in which they came, waited, moved up and left", async () => {
    const chance = chanceOf(seed);
    let unanswered = 0;
    for (let n = 0; n < HISTORIES; n++) {
      const { body: meeting } = await callMeeting(place, { capacity: CAPACITY });
      // An address may sign up so many times a day: each meeting has people of its own.
      const plans = Array.from({ length: PEOPLE }, () =>
        Array.from({ length: VISITS_EACH }, () => chance.one(DOINGS)),
      );
      // A history writes in some ten transactions: a conflict in five of them is sure to come.
      const histories = await place.proxy.amid({ ...eachAt(0.05), conflict: 0.2 }, () =>
        inLanes(plans, PEOPLE, async (plan, index) => {
          const own: Operation<Visit>[] = [];
          for (const did of plan) own.push(...(await timed(meeting.id, did, n * PEOPLE + index)));
          return own;
        }),
      );
      const history = histories.flat();
      await place.settle();
      // After all this: what is cut off has been finished, and this is what everybody sees.
      history.push(...(await timed(meeting.id, "look", 0)));
      unanswered += history.filter(({ until }) => until === Number.POSITIVE_INFINITY).length;
      expect(isLinearizable(meetingList(CAPACITY), history), told(history)).toBe(true);
    }
    console.log(
      `${HISTORIES} histories of ${PEOPLE * VISITS_EACH} visits: linearizable; ${unanswered} without an answer`,
    );
  }, 3_600_000);
});
