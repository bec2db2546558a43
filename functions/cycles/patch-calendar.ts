import { z } from "zod";
import { entryOf, withEntry } from "../../shared/domain/cycle/calendar.ts";
import { isBefore, Phase } from "../../shared/domain/cycle/phases.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { paragraphs } from "../../shared/domain/text.ts";
import { Instant } from "../../shared/domain/time.ts";
import { audited } from "../../shared/platform/audited.ts";
import { checkVersion, cycleOf } from "../../shared/platform/cycle-of.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { ok, versionTag } from "../../shared/platform/http.ts";
import { wake } from "../../shared/platform/wake.ts";
import { routes } from "../routes.ts";
import { StaffCycle, staffCycle } from "./views.ts";

export const CalendarChange = z
  .strictObject({
    name: Phase,
    startsAt: Instant.optional(),
    endsAt: Instant.optional(),
    reason: paragraphs(1000),
  })
  .meta({ id: "CalendarChange" });

export const patchCalendar = endpoint(routes.patchCalendar, {
  summary: "Move or extend a phase",
  description:
    "A phase that has begun can only have another end, and one in the future. The gates of an open vote follow.",
  params: z.object({ cycleId: CycleId }),
  body: CalendarChange,
  replies: { 200: StaffCycle },
  handle: async (request, deps) => {
    const { params, body, receivedAt } = request;
    const cycle = await cycleOf(params.cycleId, deps);
    checkVersion(request, cycle);
    const { name, reason } = body;
    const before = entryOf(cycle.calendar, name);
    const startsAt = body.startsAt ?? before?.startsAt;
    const endsAt = body.endsAt ?? before?.endsAt;
    if (startsAt === undefined || endsAt === undefined) {
      throw new Refused(
        refusal("request/not-valid", {
          issues: [{ pointer: startsAt ? "/endsAt" : "/startsAt", rule: "required" }],
        }),
      );
    }
    const hasBegun = cycle.phase === name;
    if (isBefore(name, cycle.phase) || (hasBegun && startsAt !== before?.startsAt)) {
      throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
    }
    if (endsAt <= receivedAt)
      throw new Refused(refusal("cycle/calendar", { phase: name, problem: "past" }, "/endsAt"));
    const calendar = accept(withEntry(cycle.calendar, { name, startsAt, endsAt }));
    // An open vote is extended at the gates first: a calendar that promises more than they let in would lose votes.
    if (hasBegun && name === "voting")
      accept(await deps.store.cycles.setGates(cycle.id, { openAt: startsAt, closeAt: endsAt }));
    const change = audited(request, cycle.id, {
      reason,
      facts: { phase: name, startsAt, endsAt, before: before?.endsAt ?? null },
    });
    const changed = accept(await deps.store.cycles.change(cycle, { calendar }, [change]));
    await wake(cycle, deps);
    return ok(await staffCycle(changed, deps), { etag: versionTag(changed.version) });
  },
});
