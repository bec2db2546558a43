import { z } from "zod";
import { dayOf, endOfDay, Instant, plusDays } from "../time.ts";
import { entryOf } from "./calendar.ts";
import type { Cycle } from "./cycle.ts";
import { isBefore } from "./phases.ts";

/** Personal data of an edition that is destroyed when its time is over. */
export const Forgotten = z.enum([
  /**
   * The secret under which roll, markers and limits are hashed, and what is left of voters: addresses, sessions, statements, declarations of
   * guardians, tries, signals, and the commission's words about void ballots.
   */
  "voters",
  /** Names of those who supported a proposal. */
  "supporters",
  /** Names and addresses of those who made one; a name that its author made public stays. */
  "authors",
]);
export type Forgotten = z.infer<typeof Forgotten>;

const Days = z.int().min(1).max(3650);

/**
 * For how many whole days each is kept: voters' from the publication of the result on, supporters' from the end of appeals, authors' from the
 * end of the edition; all of them at most from its cancellation.
 */
export const Retention = z.strictObject({ voters: Days, supporters: Days, authors: Days.optional() });
export type Retention = z.infer<typeof Retention>;

/** Where a rule set does not say. */
const USUAL = { voters: 90, supporters: 90, authors: 90 };

export const keptDays = (
  { retention }: { readonly retention?: Retention | undefined },
  what: Forgotten,
): number => retention?.[what] ?? USUAL[what];

/** The record that a kind of data was destroyed, when, and how much of it was found. Written once, never taken back. */
export const Destruction = z.object({
  what: Forgotten,
  at: Instant,
  /** Items that were removed, or lost what they said of a person, by kind (`shared/store/personal-data.ts`). */
  removed: z.record(z.string(), z.int().min(0)),
  /** Items that stay, and lead to nobody since the secret is gone, by kind. */
  shredded: z.record(z.string(), z.int().min(0)).default({}),
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

interface RetentionFacts {
  /** When the result was published last: a result that is issued anew starts the clock anew. */
  readonly publishedAt: Instant | undefined;
  readonly destroyed: readonly Destruction[];
}

/** When an edition was closed or cancelled; where that was not noted, the last date of its calendar. */
const endOf = ({ endedAt, calendar, createdAt }: Cycle): Instant =>
  endedAt ??
  calendar
    .map(({ endsAt }) => endsAt)
    .sort()
    .at(-1) ??
  createdAt;

const decidedAt = ({ calendar }: Cycle): Instant | undefined =>
  (entryOf(calendar, "appeals") ?? entryOf(calendar, "merit-review"))?.endsAt ??
  entryOf(calendar, "voting")?.startsAt;

/** Since when the clock of each kind runs; undefined while it does not. */
const startOf = (what: Forgotten, cycle: Cycle, publishedAt: Instant | undefined): Instant | undefined => {
  const { phase, requested } = cycle;
  if (phase === "cancelled") {
    const [end, decided] = [endOf(cycle), decidedAt(cycle)];
    return what === "supporters" && decided !== undefined && decided < end ? decided : end;
  }
  switch (what) {
    case "voters":
      // Not while a result is on its way back to the count, or anywhere else.
      return isBefore(phase, "results") || requested ? undefined : publishedAt;
    case "supporters":
      return isBefore(phase, "ballot-frozen") ? undefined : decidedAt(cycle);
    case "authors":
      return phase === "closed" ? endOf(cycle) : undefined;
  }
};

/** Where the clock of each kind of data stands at a moment, today or to come. */
export const retentionClocks = (
  cycle: Cycle,
  { publishedAt, destroyed }: RetentionFacts,
  now: Instant,
): RetentionClock[] =>
  Forgotten.options.map((what) => {
    const days = keptDays(cycle.ruleSet, what);
    const startsAt = startOf(what, cycle, publishedAt) ?? null;
    const dueAt = startsAt === null ? null : endOfDay(plusDays(dayOf(startsAt), days));
    const done = destroyed.find((one) => one.what === what) ?? null;
    const running = dueAt === null ? "not-started" : dueAt <= now ? "due" : "running";
    return { what, days, state: done ? "destroyed" : running, startsAt, dueAt, destroyed: done };
  });
