import { z } from "zod";
import { dayOf, endOfDay, Instant, plusDays } from "../time.ts";
import { entryOf } from "./calendar.ts";
import type { Cycle } from "./cycle.ts";
import { isBefore } from "./phases.ts";

/** Personal data of an edition that is destroyed when its time is over. */
export const Forgotten = z.enum([
  /** The secret under which roll, markers and counters are hashed, and what is left of voters' addresses and sessions. */
  "voters",
  /** Names of those who supported a proposal. */
  "supporters",
]);
export type Forgotten = z.infer<typeof Forgotten>;

const Days = z.int().min(1).max(3650);

/** For how many whole days each is kept: voters' from the publication of the result on, supporters' from the end of appeals. */
export const Retention = z.strictObject({ voters: Days, supporters: Days });
export type Retention = z.infer<typeof Retention>;

/** Where a rule set does not say. */
const USUAL: Retention = { voters: 90, supporters: 90 };

/** That a kind of data was destroyed, when, and how much of it was found. Written once, never taken back. */
export const Destruction = z.object({
  what: Forgotten,
  at: Instant,
  /** Items that were removed, by kind. */
  removed: z.record(z.string(), z.int().min(0)),
});
export type Destruction = z.infer<typeof Destruction>;

export const RetentionClock = z.object({
  what: Forgotten,
  days: Days,
  /** `running` has a day, `due` is destroyed by the next sweep, `not-started` waits for its event. */
  state: z.enum(["not-started", "running", "due", "destroyed"]),
  startsAt: Instant.nullable(),
  dueAt: Instant.nullable(),
  destroyed: Destruction.nullable(),
});
export type RetentionClock = z.infer<typeof RetentionClock>;

export interface RetentionFacts {
  /** When the result was published last: a result that is issued anew starts the clock anew. */
  readonly publishedAt: Instant | undefined;
  readonly destroyed: readonly Destruction[];
}

/** Since when the clock of each kind runs; undefined while it does not. */
const startOf = (what: Forgotten, cycle: Cycle, publishedAt: Instant | undefined): Instant | undefined => {
  if (cycle.phase === "cancelled") return undefined;
  switch (what) {
    case "voters":
      // Not while a result is on its way back to the count, or anywhere else.
      return isBefore(cycle.phase, "results") || cycle.requested ? undefined : publishedAt;
    case "supporters":
      return isBefore(cycle.phase, "ballot-frozen")
        ? undefined
        : ((entryOf(cycle.calendar, "appeals") ?? entryOf(cycle.calendar, "merit-review"))?.endsAt ??
            entryOf(cycle.calendar, "voting")?.startsAt);
  }
};

/** Where the clock of each kind of data stands at a moment, today or to come. */
export const retentionClocks = (
  cycle: Cycle,
  { publishedAt, destroyed }: RetentionFacts,
  now: Instant,
): RetentionClock[] =>
  Forgotten.options.map((what) => {
    const days = (cycle.ruleSet.retention ?? USUAL)[what];
    const startsAt = startOf(what, cycle, publishedAt) ?? null;
    const dueAt = startsAt === null ? null : endOfDay(plusDays(dayOf(startsAt), days));
    const done = destroyed.find((one) => one.what === what) ?? null;
    const running = dueAt === null ? "not-started" : dueAt <= now ? "due" : "running";
    return { what, days, state: done ? "destroyed" : running, startsAt, dueAt, destroyed: done };
  });
