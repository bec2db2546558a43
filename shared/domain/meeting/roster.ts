import { z } from "zod";
import { SignupId } from "../ids.ts";
import { Version } from "../kind.ts";
import { refusal } from "../refusals.ts";
import { ok, type Result, refused } from "../result.ts";
import { Instant } from "../time.ts";
import { Capacity } from "./meeting.ts";

/**
 * Who sits and who waits, by sign-up and number of places; no names. The rule of the waiting list:
 *
 * 1. Who comes gets places if so many are left.
 * 2. Who does not, waits at the end of the queue.
 * 3. When places become free, the queue is walked from its head, and each for whom enough are left moves up. A party that needs more than
 *    are left keeps its turn and does not hold up those behind it: chairs do not stay empty while somebody waits whom they suit.
 * 4. While the meeting is far off, whoever moves up is offered the places, and nobody else gets them until they answer or the offer lapses.
 *    Who lets it lapse has left; the places go to the next. When the meeting is near, whoever moves up has them at once.
 *
 * Hence always: taken and offered ≤ capacity, and nobody in the queue fits into what is left. That is why rule 1 overtakes no one.
 */
export const Entry = z.object({ id: SignupId, seats: z.int().min(1) });
export type Entry = z.infer<typeof Entry>;

/** Places that wait for an answer. */
const Offer = Entry.extend({ until: Instant });
type Offer = z.infer<typeof Offer>;

export const Roster = z.object({
  capacity: Capacity,
  /** Capacity less what is taken or offered, kept beside it so that a condition can be put on it. */
  left: z.int().min(0),
  seated: z.array(Entry),
  offered: z.array(Offer),
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

export const placesOn = ({ capacity, left, offered, queue, version }: Roster): Places => ({
  capacity,
  left,
  waiting: offered.length + queue.length,
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
  offered: [],
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
  /** Until when the places are theirs to accept. */
  readonly offeredUntil?: Instant;
}

export const placeOf = ({ seated, offered, queue }: Roster, id: SignupId): PlaceOnRoster | undefined => {
  const lists: readonly (readonly ["seat" | "waiting", readonly (Entry & Partial<Offer>)[]])[] = [
    ["seat", seated],
    ["waiting", [...offered, ...queue]],
  ];
  for (const [place, entries] of lists) {
    const index = entries.findIndex((entry) => entry.id === id);
    const found = entries[index];
    if (found) {
      const { seats, until } = found;
      return { place, position: index + 1, seats, ...(until !== undefined && { offeredUntil: until }) };
    }
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

/** How somebody moves up: at most so many at once, and to an offer that lapses, if there is time for one. */
interface Filling {
  readonly most?: number;
  readonly offerUntil?: Instant | undefined;
}

/** Rules 3 and 4: from the head, each who fits. */
const fill = (
  roster: Roster,
  { most = Number.POSITIVE_INFINITY, offerUntil: until }: Filling = {},
): Moved => {
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
  const after = { ...roster, left, queue };
  return {
    roster:
      until === undefined
        ? { ...after, seated: [...roster.seated, ...movedUp] }
        : { ...after, offered: [...roster.offered, ...movedUp.map((one) => ({ ...one, until }))] },
    movedUp,
  };
};

/** The roster without a sign-up, and who moved up for it; nobody moves up to a meeting that was called off. */
export const without = (roster: Roster, id: SignupId, how: Filling = {}): Moved => {
  const leaving = placeOf(roster, id);
  if (leaving === undefined) return { roster, movedUp: [] };
  const others = <E extends Entry>(entries: readonly E[]) => entries.filter((entry) => entry.id !== id);
  const holds = leaving.place === "seat" || leaving.offeredUntil !== undefined;
  const rest: Roster = {
    ...roster,
    left: roster.left + (holds ? leaving.seats : 0),
    offered: others(roster.offered),
    seated: others(roster.seated),
    queue: others(roster.queue),
  };
  return roster.isOpen ? fill(rest, how) : { roster: rest, movedUp: [] };
};

/** The roster on which somebody has accepted what they were offered; accepted again it is as it was. */
export const accepted = (roster: Roster, id: SignupId, now: Instant): Result<Roster> => {
  const standing = placeOf(roster, id);
  if (standing?.place === "seat") return ok(roster);
  if (!roster.isOpen) return refused(refusal("meeting/cancelled", {}));
  if (standing?.offeredUntil === undefined || standing.offeredUntil <= now)
    return refused(refusal("meeting/no-offer", {}));
  return ok({
    ...roster,
    offered: roster.offered.filter((one) => one.id !== id),
    seated: [...roster.seated, { id, seats: standing.seats }],
  });
};

interface Lapse extends Moved {
  readonly lapsed: readonly Entry[];
}

/** The roster without the offers whose time is over, at most so many of them, and who moved up for them. */
export const lapsedAt = (roster: Roster, now: Instant, how: Filling & { readonly most: number }): Lapse => {
  const lapsed = roster.isOpen ? roster.offered.filter(({ until }) => until <= now).slice(0, how.most) : [];
  const gone = new Set(lapsed.map(({ id }) => id));
  const seats = lapsed.reduce((sum, one) => sum + one.seats, 0);
  const rest = {
    ...roster,
    left: roster.left + seats,
    offered: roster.offered.filter(({ id }) => !gone.has(id)),
  };
  return lapsed.length === 0
    ? { roster, movedUp: [], lapsed }
    : { ...fill(rest, { offerUntil: how.offerUntil }), lapsed };
};

/** When the first offer lapses. */
export const nextLapse = ({ offered }: Pick<Roster, "offered">): Instant | undefined =>
  offered.map(({ until }) => until).toSorted()[0];

/**
 * The roster with another capacity, on which at most `most` sign-ups move up: as large as that allows. When it falls short of what was
 * asked for, there is more to do in a next step; in between the rules hold at a smaller capacity.
 */
export const resized = (
  roster: Roster,
  capacity: number,
  most: number,
  offerUntil?: Instant,
): Result<Moved> => {
  const taken = takenOf(roster);
  if (capacity < taken) return refused(refusal("meeting/below-taken", { taken }, "/capacity"));
  const whole = fill({ ...roster, capacity, left: capacity - taken }, { offerUntil });
  if (whole.movedUp.length <= most) return ok(whole);
  const step = whole.movedUp.slice(0, most);
  const seats = step.reduce((sum, entry) => sum + entry.seats, 0);
  // So large that the chosen few fit exactly: whoever else waits finds nothing left.
  return ok(fill({ ...roster, capacity: taken + seats, left: seats }, { most, offerUntil }));
};
