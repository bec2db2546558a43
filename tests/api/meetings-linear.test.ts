/**
 * People race for the places of a meeting: they come in parties, confirm, accept what they are offered, leave, and let offers lapse. From what
 * each of them was answered and when, it is asked whether one order of all of it explains every answer (linearisability, after Wing and Gong).
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { MeetingId } from "../../shared/domain/ids.ts";
import { chanceOf, IS_LONG, seed } from "../kit/chance.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { callMeeting, HOUR_MS, signUp, tokenOf } from "./meeting-parts.ts";

const { people, capacity, clients } = IS_LONG
  ? { people: 200, capacity: 50, clients: 12 }
  : { people: 36, capacity: 8, clients: 4 };

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

type Party = readonly [who: number, seats: number];

/** The waiting list told in the fewest words, apart from the house's own: who sits, who is offered a place, who waits. */
interface Hall {
  readonly sits: readonly Party[];
  readonly offered: readonly Party[];
  readonly waits: readonly Party[];
}

const seatsOf = (parties: readonly Party[]): number => parties.reduce((sum, [, seats]) => sum + seats, 0);
const free = ({ sits, offered }: Hall): number => capacity - seatsOf(sits) - seatsOf(offered);
const but = (parties: readonly Party[], who: number): readonly Party[] =>
  parties.filter(([one]) => one !== who);
const has = (parties: readonly Party[], who: number): boolean => parties.some(([one]) => one === who);

/** Whoever fits is offered what is free, in the order in which they wait. */
const offer = (hall: Hall): Hall => {
  const next = hall.waits.find(([, seats]) => seats <= free(hall));
  return next ? offer({ ...hall, offered: [...hall.offered, next], waits: but(hall.waits, next[0]) }) : hall;
};

type Act =
  | { readonly kind: "come"; readonly who: number; readonly seats: number }
  | { readonly kind: "accept" | "leave"; readonly who: number }
  | { readonly kind: "look" };

/** What the hall is after an act, and what it answers. */
const after = (hall: Hall, act: Act): readonly [Hall, string] => {
  switch (act.kind) {
    case "come": {
      const party: Party = [act.who, act.seats];
      const next =
        act.seats <= free(hall)
          ? { ...hall, sits: [...hall.sits, party] }
          : { ...hall, waits: [...hall.waits, party] };
      const isSeated = has(next.sits, act.who);
      const position = isSeated ? next.sits.length : next.offered.length + next.waits.length;
      return [next, `${isSeated ? "seat" : "waiting"} ${position}`];
    }
    case "accept": {
      if (has(hall.sits, act.who)) return [hall, "204"];
      const party = hall.offered.find(([one]) => one === act.who);
      if (!party) return [hall, "409"];
      return [{ ...hall, sits: [...hall.sits, party], offered: but(hall.offered, act.who) }, "204"];
    }
    case "leave": {
      const { sits, offered, waits } = hall;
      const left = { sits: but(sits, act.who), offered: but(offered, act.who), waits: but(waits, act.who) };
      return [offer(left), "204"];
    }
    case "look":
      return [hall, `${free(hall)} left, ${hall.offered.length + hall.waits.length} waiting`];
  }
};

/** So many offers lapse in one step, and what they leave goes on before the next. */
const LAPSE_STEP = 8;
const lapsed = (hall: Hall): Hall => {
  let next = hall;
  for (let over = hall.offered; over.length > 0; over = over.slice(LAPSE_STEP)) {
    const gone = new Set(over.slice(0, LAPSE_STEP).map(([who]) => who));
    next = offer({ ...next, offered: next.offered.filter(([who]) => !gone.has(who)) });
  }
  return next;
};

interface Call {
  readonly act: Act;
  readonly from: number;
  readonly to: number;
  readonly answer: string;
}

/** Every hall that some order of these calls ends in, each call between its beginning and its end; none where no order explains the answers. */
const explained = (begin: readonly Hall[], calls: readonly Call[]): Hall[] => {
  const ends = new Map<string, Hall>();
  const seen = new Set<string>();
  const walk = (hall: Hall, open: readonly Call[]): void => {
    const at = `${JSON.stringify(hall)} ${open.map(({ from }) => from).join()}`;
    if (seen.has(at)) return;
    seen.add(at);
    if (open.length === 0) ends.set(JSON.stringify(hall), hall);
    const firstEnd = Math.min(...open.map(({ to }) => to));
    for (const call of open) {
      if (call.from > firstEnd) continue;
      const [next, answer] = after(hall, call.act);
      if (answer === call.answer)
        walk(
          next,
          open.filter((one) => one !== call),
        );
    }
  };
  for (const hall of begin) walk(hall, calls);
  return [...ends.values()];
};

test(`${people} people race for ${capacity} places, and one order explains what each was answered`, async () => {
  const chance = chanceOf(seed, "meetings-linear");
  const { body: meeting } = await callMeeting(place, { capacity }, 24 * 30);
  const meetingId = meeting.id as MeetingId;
  const ids = new Map<number, string>();
  let tick = 0;

  const byToken = async (ask: string, who: number): Promise<string> => {
    const id = ids.get(who) ?? "";
    const token = await tokenOf(place, meetingId, id);
    const path = `/v1/meetings/${meetingId}/signups/${id}`;
    const { status } = await place.call(ask === "leave" ? `DELETE ${path}` : `POST ${path}/acceptance`, {
      token,
    });
    return String(status);
  };
  const answerTo = async (act: Act): Promise<string> => {
    if (act.kind === "look") {
      const { body } = await place.call(`GET /v1/meetings/${meetingId}`);
      return `${body.seatsLeft} left, ${body.waiting} waiting`;
    }
    if (act.kind !== "come") return byToken(act.kind, act.who);
    const { body } = await signUp(place, meetingId, act.who, { seats: act.seats });
    ids.set(act.who, body.id);
    return `${body.place} ${body.position}`;
  };
  const called = async (act: Act): Promise<Call> => {
    const from = tick++;
    const answer = await answerTo(act);
    return { act, from, to: tick++, answer };
  };

  let halls: readonly Hall[] = [{ sits: [], offered: [], waits: [] }];
  let next = 0;
  for (let round = 0; next < people || round < 8; round++) {
    const known = [...ids.keys()];
    // One person does one thing at a time: what somebody does twice at once is asked elsewhere.
    const acting = chance.few(known, clients * 2);
    const acts: Act[] = acting.map((who) => ({ kind: chance.happens(0.6) ? "accept" : "leave", who }));
    for (let n = 0; n < clients && next < people; n++)
      acts.push({ kind: "come", who: next++, seats: chance.between(1, 4) });
    acts.push({ kind: "look" }, { kind: "look" });
    const order = acts
      .map((act) => [chance.next(), act] as const)
      .toSorted(([one], [other]) => one - other)
      .map(([, act]) => act);
    const calls: Call[] = [];
    const client = async (): Promise<void> => {
      for (let act = order.pop(); act; act = order.pop()) calls.push(await called(act));
    };
    await Promise.all(Array.from({ length: clients }, client));
    halls = explained(halls, calls);
    expect([round, halls.length > 0, halls.length > 0 ? [] : calls]).toEqual([round, true, []]);

    if (round % 3 === 2) {
      await place.clock.moveTo((now) => now + 25 * HOUR_MS);
      await place.invoke("consultations", { sweep: true });
      halls = halls.map(lapsed);
    }
    // Who has left, by their own wish or by letting an offer lapse, is known no more.
    for (const who of known)
      if (halls.every(({ sits, offered, waits }) => !has([...sits, ...offered, ...waits], who)))
        ids.delete(who);
  }
  const roster = await place.deps.store.signups.roster(meetingId);
  const taken = roster.seated.reduce((sum, { seats }) => sum + seats, 0);
  expect(taken).toBeLessThanOrEqual(capacity);
  expect(halls.map(({ sits }) => sits.map(([who]) => ids.get(who)))).toContainEqual(
    roster.seated.map(({ id }) => id),
  );
}, 600_000);

test("a history that no order explains is told from one that some order does", () => {
  const hall: Hall = { sits: [], offered: [], waits: [] };
  const come = (who: number, answer: string, [from, to]: readonly [number, number]): Call => ({
    act: { kind: "come", who, seats: capacity },
    from,
    to,
    answer,
  });
  expect(explained([hall], [come(1, "waiting 1", [0, 3]), come(2, "seat 1", [1, 2])])).toHaveLength(1);
  expect(explained([hall], [come(1, "waiting 1", [0, 1]), come(2, "seat 1", [2, 3])])).toHaveLength(0);
  expect(explained([hall], [come(1, "seat 1", [0, 3]), come(2, "seat 2", [1, 2])])).toHaveLength(0);
});
