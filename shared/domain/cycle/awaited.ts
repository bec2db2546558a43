import type { Instant } from "../time.ts";
import { entryOf } from "./calendar.ts";
import { type Course, hasVoteEnded, registrationEnd } from "./schedule.ts";

/** What a vote that has ended waits for: cards that may still be registered, batches that are keyed, the commission's key, the count. */
export type Awaited =
  /** Until when, exclusive, batches of cards are registered. */
  { readonly what: "cards"; readonly until: Instant } | { readonly what: "batches" | "key" | "count" };

/** What an edition waits for, by its record alone: a reader's page asks no further. Undefined while it waits for nobody. */
export const awaitedOf = (cycle: Course, now: Instant): Awaited | undefined => {
  if (cycle.phase === "sealed") return { what: "key" };
  if (cycle.phase === "counting") return { what: "count" };
  const window = entryOf(cycle.calendar, "voting");
  if (!window || !cycle.ruleSet?.paper || !hasVoteEnded(cycle, now)) return undefined;
  const until = registrationEnd(cycle, window.endsAt);
  return until !== undefined && now < until ? { what: "cards", until } : { what: "batches" };
};
