import { z } from "zod";
import { SignupId } from "../ids.ts";
import { Version } from "../kind.ts";
import { refusal } from "../refusals.ts";
import { ok, type Result, refused } from "../result.ts";
import { Capacity } from "./meeting.ts";

/**
 * Who sits and who waits, by sign-up and number of places; no names. The rule of the waiting list:
 *
 * 1. Who comes gets places if so many are left.
 * 2. Who does not, waits at the end of the queue.
 * 3. When places become free, the queue is walked from its head, and each for whom enough are left moves up. A party that needs more than
 *    are left keeps its turn and does not hold up those behind it: chairs do not stay empty while somebody waits whom they suit.
 *
 * Hence always: taken ≤ capacity, and nobody in the queue fits into what is left. That is why rule 1 overtakes no one.
 */
export const Entry = z.object({ id: SignupId, seats: z.int().min(1) });
export type Entry = z.infer<typeof Entry>;

export const Roster = z.object({
  capacity: Capacity,
  /** Capacity less what is taken, kept beside it so that a condition can be put on it. */
  left: z.int().min(0),
  seated: z.array(Entry),
  queue: z.array(Entry),
  isOpen: z.boolean(),
  version: Version,
});
export type Roster = z.infer<typeof Roster>;

/** What everybody is told of a roster: how many places are left, and how many sign-ups wait. */
export const Places = z.object({
  ...Roster.pick({ capacity: true, left: true, version: true }).shape,
  waiting: z.int().min(0),
});
export type Places = z.infer<typeof Places>;

export const placesOn = ({ capacity, left, queue, version }: Roster): Places => ({
  capacity,
  left,
  waiting: queue.length,
  version,
});

/** How long a waiting list may grow; it is read as a whole, and a longer one gives nobody hope. */
export const QUEUE_LIMIT = 500;

/** The most places that one sign-up can take. */
export const SEATS_LIMIT = 4;

export const emptyRoster = (capacity: number): Roster => ({
  capacity,
  left: capacity,
  seated: [],
  queue: [],
  isOpen: true,
  version: 1,
});

export const takenOf = ({ capacity, left }: Pick<Roster, "capacity" | "left">): number => capacity - left;

/** Where a sign-up stands, counted from 1 among those who sit or those who wait. */
export interface PlaceOnRoster {
  readonly place: "seat" | "waiting";
  readonly position: number;
  readonly seats: number;
}

export const placeOf = ({ seated, queue }: Roster, id: SignupId): PlaceOnRoster | undefined => {
  for (const [place, entries] of [
    ["seat", seated],
    ["waiting", queue],
  ] as const) {
    const index = entries.findIndex((entry) => entry.id === id);
    const seats = entries[index]?.seats;
    if (seats !== undefined) return { place, position: index + 1, seats };
  }
  return undefined;
};

/** Whether a newcomer sits or waits (rules 1 and 2). */
export const placeFor = (roster: Roster, seats: number): Result<"seat" | "waiting"> => {
  if (!roster.isOpen) return refused(refusal("meeting/cancelled", {}));
  if (seats <= roster.left) return ok("seat");
  return roster.queue.length < QUEUE_LIMIT ? ok("waiting") : refused(refusal("meeting/list-full", {}));
};

export interface Moved {
  readonly roster: Roster;
  readonly movedUp: readonly Entry[];
}

/** Rule 3: from the head, each who fits, at most so many. */
const fill = (roster: Roster, most = Number.POSITIVE_INFINITY): Moved => {
  let { left } = roster;
  const movedUp: Entry[] = [];
  const queue: Entry[] = [];
  for (const entry of roster.queue) {
    if (entry.seats > left || movedUp.length >= most) {
      queue.push(entry);
      continue;
    }
    left -= entry.seats;
    movedUp.push(entry);
  }
  return { roster: { ...roster, left, queue, seated: [...roster.seated, ...movedUp] }, movedUp };
};

/** The roster without a sign-up, and who moved up for it; nobody moves up to a meeting that was called off. */
export const without = (roster: Roster, id: SignupId): Moved => {
  const leaving = placeOf(roster, id);
  if (leaving === undefined) return { roster, movedUp: [] };
  const others = (entries: readonly Entry[]) => entries.filter((entry) => entry.id !== id);
  const rest: Roster = {
    ...roster,
    left: roster.left + (leaving.place === "seat" ? leaving.seats : 0),
    seated: others(roster.seated),
    queue: others(roster.queue),
  };
  return roster.isOpen ? fill(rest) : { roster: rest, movedUp: [] };
};

/**
 * The roster with another capacity, on which at most `most` sign-ups move up: as large as that allows. When it falls short of what was
 * asked for, there is more to do in a next step; in between the rules hold at a smaller capacity.
 */
export const resized = (roster: Roster, capacity: number, most: number): Result<Moved> => {
  const taken = takenOf(roster);
  if (capacity < taken) return refused(refusal("meeting/below-taken", { taken }, "/capacity"));
  const whole = fill({ ...roster, capacity, left: capacity - taken });
  if (whole.movedUp.length <= most) return ok(whole);
  const step = whole.movedUp.slice(0, most);
  const seats = step.reduce((sum, entry) => sum + entry.seats, 0);
  // So large that the chosen few fit exactly: whoever else waits finds nothing left.
  return ok(fill({ ...roster, capacity: taken + seats, left: seats }, most));
};
