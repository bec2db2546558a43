import { z } from "zod";
import { audited, type Deed } from "../../shared/acts/audited.ts";
import { wake } from "../../shared/acts/wake.ts";
import { type Calendar, entryOf, withEntry } from "../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { isBefore, Phase } from "../../shared/domain/cycle/phases.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { notValid, refusal } from "../../shared/domain/refusals.ts";
import { accept, type Result, refused } from "../../shared/domain/result.ts";
import { paragraphs } from "../../shared/domain/text.ts";
import { Instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { routes } from "../routes.ts";

export const CalendarChange = z
  .strictObject({
    name: Phase,
    startsAt: Instant.optional(),
    endsAt: Instant.optional(),
    reason: paragraphs(1000),
  })
  .meta({ id: "CalendarChange" });
export type CalendarChange = z.infer<typeof CalendarChange>;

/** The calendar as it would be with another window. A phase that has begun can only have another end, and one in the future. */
export const calendarWith = (
  cycle: Cycle,
  { name, ...change }: Omit<CalendarChange, "reason">,
  now: Instant,
): Result<Calendar> => {
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

/** The calendar as one person may change it: another end of an open vote takes two (`extend-vote.ts`, `request-transition.ts`). */
export const movedCalendar = (
  cycle: Cycle,
  change: Omit<CalendarChange, "reason">,
  now: Instant,
): Result<Calendar> => {
  const moved = calendarWith(cycle, change, now);
  const before = entryOf(cycle.calendar, "voting")?.endsAt;
  const isOtherEnd =
    cycle.phase === "voting" &&
    change.name === "voting" &&
    change.endsAt !== undefined &&
    change.endsAt !== before;
  return moved.ok && isOtherEnd ? refused(refusal("voting/end-needs-two", {}, "/endsAt")) : moved;
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

/** Moves or extends a phase, for the reason given. The gates of an open vote follow. */
export const moveCalendar = async (
  { by, cycle, change }: { readonly by: Deed; readonly cycle: Cycle; readonly change: CalendarChange },
  deps: Deps,
): Promise<Cycle> => {
  const { name, reason } = change;
  const calendar = accept(movedCalendar(cycle, change, by.receivedAt));
  const window = entryOf(calendar, name);
  if (!window) throw new Error(`no ${name} in the calendar that it was moved in`);
  const { startsAt, endsAt } = window;
  const before = entryOf(cycle.calendar, name)?.endsAt ?? null;
  const isOpenVote = cycle.phase === name && name === "voting";
  const facts = { phase: name, startsAt, endsAt, before };
  const record = audited({ ...by, route: routes.patchCalendar }, cycle.id, { reason, facts });
  const changed = await deps.store.cycles.change(cycle, { calendar }, [record]);
  if (isOpenVote) await followTable(cycle.id, deps);
  await wake(cycle, deps);
  return accept(changed);
};
