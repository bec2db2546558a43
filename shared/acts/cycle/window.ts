import { type Calendar, entryOf, withEntry } from "../../domain/cycle/calendar.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import { isBefore, type Phase } from "../../domain/cycle/phases.ts";
import type { CycleId } from "../../domain/ids.ts";
import { notValid, refusal } from "../../domain/refusals.ts";
import { accept, type Result, refused } from "../../domain/result.ts";
import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";

/** Other dates of a phase; what is left out stays as it is. */
interface Window {
  readonly name: Phase;
  readonly startsAt?: Instant | undefined;
  readonly endsAt?: Instant | undefined;
}

/** The calendar as it would be with another window. A phase that has begun can only have another end, and one in the future. */
export const calendarWith = (cycle: Cycle, { name, ...change }: Window, now: Instant): Result<Calendar> => {
  const before = entryOf(cycle.calendar, name);
  const startsAt = change.startsAt ?? before?.startsAt;
  const endsAt = change.endsAt ?? before?.endsAt;
  if (startsAt === undefined || endsAt === undefined) {
    const pointer = startsAt ? "/endsAt" : "/startsAt";
    return refused(notValid([{ pointer, rule: "required" }]));
  }
  const hasBegun = cycle.phase === name;
  // A vote that has closed is not opened again: its gates are being sealed.
  if (hasBegun && name === "voting" && before !== undefined && before.endsAt <= now)
    return refused(refusal("voting/closed", { opensAt: null, closesAt: before.endsAt }));
  if (isBefore(name, cycle.phase) || (hasBegun && startsAt !== before?.startsAt))
    return refused(refusal("cycle/locked", { phase: cycle.phase }));
  if (endsAt <= now) return refused(refusal("cycle/calendar", { phase: name, problem: "past" }, "/endsAt"));
  return withEntry(cycle.calendar, { name, startsAt, endsAt });
};

/** Sets the gates of a vote to the window that the table has by now: of two who moved it at once, only one has. */
export const followTable = async (cycleId: CycleId, { store }: Pick<Deps, "store">): Promise<void> => {
  for (let set = ""; ; ) {
    const cycle = await store.cycles.get(cycleId);
    const window = cycle?.phase === "voting" ? entryOf(cycle.calendar, "voting") : undefined;
    if (!window || window.endsAt === set) return;
    accept(await store.cycles.setGates(cycleId, { openAt: window.startsAt, closeAt: window.endsAt }));
    set = window.endsAt;
  }
};
