import { z } from "zod";
import { audited, type Deed } from "../../shared/acts/audited.ts";
import { calendarWith, followTable } from "../../shared/acts/cycle/window.ts";
import { checkVersion, cycleOf } from "../../shared/acts/cycle-of.ts";
import { wake } from "../../shared/acts/wake.ts";
import { type Calendar, entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { Phase } from "../../shared/domain/cycle/phases.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, type Result, refused } from "../../shared/domain/result.ts";
import { paragraphs } from "../../shared/domain/text.ts";
import { Instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json, versionTag } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { StaffCycle, staffCycle } from "./views.ts";

const CalendarChange = z
  .strictObject({
    name: Phase,
    startsAt: Instant.optional(),
    endsAt: Instant.optional(),
    reason: paragraphs(1000),
  })
  .meta({ id: "CalendarChange" });
type CalendarChange = z.infer<typeof CalendarChange>;

/** The calendar as one person may change it: another end of an open vote takes two (`shared/acts/cycle`). */
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

export const patchCalendar = endpoint(routes.patchCalendar, {
  summary: "Move or extend a phase",
  description:
    "A phase that has begun can only have another end, and one in the future. The gates of an open vote follow; a later end of it is proposed as an extension.",
  params: z.object({ cycleId: CycleId }),
  body: CalendarChange,
  replies: { 200: StaffCycle },
  handle: async (request, deps) => {
    const cycle = await cycleOf(request.params.cycleId, deps);
    checkVersion(request, cycle);
    const changed = await moveCalendar({ by: request, cycle, change: request.body }, deps);
    return json(await staffCycle(changed, deps), { etag: versionTag(changed.version) });
  },
});
