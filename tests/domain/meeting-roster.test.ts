import fc from "fast-check";
import { expect, test } from "vitest";
import type { SignupId } from "../../shared/domain/ids.ts";
import {
  emptyRoster,
  placeFor,
  placeOf,
  type Roster,
  resized,
  takenOf,
  without,
} from "../../shared/domain/meeting/roster.ts";
import { accept } from "../../shared/domain/result.ts";

/** The waiting list told in the fewest words: people in the order in which they came, each sits or not. */
interface Hall {
  capacity: number;
  people: { id: SignupId; seats: number; sits: boolean }[];
}

const free = ({ capacity, people }: Hall): number =>
  capacity - people.reduce((sum, { seats, sits }) => sum + (sits ? seats : 0), 0);

const seatWhoFits = (hall: Hall): void => {
  for (const person of hall.people) if (!person.sits && person.seats <= free(hall)) person.sits = true;
};

const idOf = (n: number): SignupId => `sgn_${String(n).padStart(16, "0")}`;

const arrive = (roster: Roster, id: SignupId, seats: number): Roster =>
  accept(placeFor(roster, seats)) === "seat"
    ? { ...roster, left: roster.left - seats, seated: [...roster.seated, { id, seats }] }
    : { ...roster, queue: [...roster.queue, { id, seats }] };

const Act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("arrive" as const), seats: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("leave" as const), who: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("resize" as const), capacity: fc.integer({ min: 1, max: 14 }) }),
  },
);

test("whoever comes, leaves or is given more room: seats are exact, turns are kept, nobody is lost or twice", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 }), fc.array(Act, { maxLength: 40 }), (capacity, acts) => {
      const hall: Hall = { capacity, people: [] };
      let roster = emptyRoster(capacity);
      for (const [n, act] of acts.entries()) {
        if (act.kind === "arrive") {
          roster = arrive(roster, idOf(n), act.seats);
          hall.people.push({ id: idOf(n), seats: act.seats, sits: false });
        } else if (act.kind === "leave") {
          const [gone] = hall.people.splice(act.who % Math.max(1, hall.people.length), 1);
          roster = without(roster, gone?.id ?? idOf(999)).roster;
        } else {
          const next = resized(roster, act.capacity, 2);
          expect(next.ok).toBe(act.capacity >= takenOf(roster));
          if (!next.ok) continue;
          // The step may fall short of what was asked for; what it says is what holds.
          roster = next.value.roster;
          hall.capacity = roster.capacity;
        }
        seatWhoFits(hall);

        const sitting = hall.people.filter(({ sits }) => sits).map(({ id }) => id);
        const waiting = hall.people.filter(({ sits }) => !sits).map(({ id }) => id);
        expect(new Set(roster.seated.map(({ id }) => id))).toEqual(new Set(sitting));
        expect(roster.seated).toHaveLength(sitting.length);
        expect(roster.queue.map(({ id }) => id)).toEqual(waiting);
        expect(roster.left).toBe(free(hall));
        expect(roster.left).toBeGreaterThanOrEqual(0);
        expect(roster.queue.every(({ seats }) => seats > roster.left)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test("a raise in steps ends where one step would have ended", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 5 }),
      (parties, capacity, most) => {
        let roster = parties.reduce((made, seats, n) => arrive(made, idOf(n), seats), emptyRoster(1));
        if (capacity < takenOf(roster)) return;
        const whole = accept(resized(roster, capacity, 1000)).roster;
        for (let steps = 0; roster.capacity !== capacity && steps < 40; steps++)
          roster = accept(resized(roster, capacity, most)).roster;
        expect(roster).toEqual(whole);
      },
    ),
  );
});

test("a party that needs more than is left keeps its turn and does not hold up those behind it", () => {
  let roster = arrive(emptyRoster(2), idOf(1), 1);
  roster = arrive(roster, idOf(2), 1);
  roster = arrive(roster, idOf(3), 2);
  roster = arrive(roster, idOf(4), 1);
  const { roster: after, movedUp } = without(roster, idOf(1));
  expect(movedUp).toEqual([{ id: idOf(4), seats: 1 }]);
  expect(placeOf(after, idOf(3))).toEqual({ place: "waiting", position: 1, seats: 2 });
});

test("nobody moves up to a meeting that was called off", () => {
  const roster = arrive(arrive(emptyRoster(1), idOf(1), 1), idOf(2), 1);
  expect(without({ ...roster, isOpen: false }, idOf(1)).movedUp).toEqual([]);
});
