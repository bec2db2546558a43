import { entryOf } from "../cycle/calendar.ts";
import type { Cycle } from "../cycle/cycle.ts";
import { type Issue, notValid, refusal } from "../refusals.ts";
import { ok, type Result, refused } from "../result.ts";
import { dayOf, type Instant, type LocalDate, startOfDay } from "../time.ts";
import type { ArrivedBy } from "./register.ts";

/** What came in past the form, as the clerk has it before them. */
interface CameIn {
  readonly arrivedAt: Instant;
  readonly arrivedBy: ArrivedBy;
  /** The post mark. */
  readonly postedOn?: LocalDate | undefined;
}

const wrong = (issue: Issue) => refused(notValid([issue]));

/** When something came in as the edition's rules count it: of post the day on the post mark, or the moment at which the office has it. */
export const countedArrival = (
  { ruleSet }: Pick<Cycle, "ruleSet">,
  { arrivedAt, arrivedBy, postedOn }: CameIn,
  now: Instant,
): Result<Instant> => {
  if (arrivedAt > now) return wrong({ pointer: "/arrivedAt", rule: "too-late", limit: dayOf(now) });
  if (postedOn !== undefined && arrivedBy !== "post") return wrong({ pointer: "/postedOn", rule: "unknown" });
  if (postedOn !== undefined && postedOn > dayOf(arrivedAt))
    return wrong({ pointer: "/postedOn", rule: "too-late", limit: dayOf(arrivedAt) });
  return ok(ruleSet.postCounts === "posted" && postedOn !== undefined ? startOfDay(postedOn) : arrivedAt);
};

/** The same of a proposal, and whether that was after the call. */
export const arrivalOf = (
  { calendar, phase, ...cycle }: Pick<Cycle, "ruleSet" | "calendar" | "phase">,
  cameIn: CameIn,
  now: Instant,
): Result<{ readonly at: Instant; readonly isLate: boolean }> => {
  const call = entryOf(calendar, "submission");
  if (!call || phase === "draft")
    return refused(
      refusal("project/call-closed", { opensAt: call?.startsAt ?? null, closesAt: call?.endsAt ?? null }),
    );
  const counted = countedArrival(cycle, cameIn, now);
  if (!counted.ok) return counted;
  const at = counted.value;
  if (at < startOfDay(dayOf(call.startsAt)))
    return refused(
      refusal("project/call-closed", { opensAt: call.startsAt, closesAt: call.endsAt }, "/arrivedAt"),
    );
  return ok({ at, isLate: at >= call.endsAt });
};
