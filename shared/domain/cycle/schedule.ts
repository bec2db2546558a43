import type { Blocker } from "../refusals.ts";
import { type Instant, plusSeconds, secondsBetween } from "../time.ts";
import { type PaperRule, registrationEnds } from "../voting/paper.ts";
import { type Calendar, entryOf } from "./calendar.ts";
import { isBefore, opensAtOnce, type Phase, phaseAfter } from "./phases.ts";

/** What moves a cycle: the phase it is in, its dates, and what staff have asked for. */
export interface Course {
  readonly phase: Phase;
  readonly calendar: Calendar;
  /** A move that staff triggered and that the state machine has still to make; the end that the open vote was given for it. */
  readonly requested?:
    | { readonly to: Phase; readonly at?: Instant; readonly endsAt?: Instant | undefined }
    | undefined;
  /** Whether the edition takes paper cards, and until when their batches are registered. */
  readonly ruleSet?: { readonly paper?: PaperRule | undefined };
}

/**
 * A hold without a date lasts until somebody wakes it: at most 300 days, well under the year that an execution may last. Nor does one with a
 * later date last longer: it wakes, finds that it is early, and holds again. Step Functions fails on a wait of more than three years.
 */
export const UNDATED_SECONDS = 300 * 86_400;

/** How long after the close a ballot received in time may still be on its way into the table. */
export const SEALING_DELAY_SECONDS = 60;

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86_400;

/**
 * How long a step that something blocks holds before it looks again, should nobody wake it: as long as it is overdue, at least an hour and at
 * most a day. An edition that nobody attends to costs a few looks, and its execution stays far below the 25 000 events that one may have.
 */
export const blockedSeconds = ({ calendar }: Pick<Course, "calendar">, now: Instant): number => {
  const past = calendar.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]).filter((date) => date <= now);
  const overdue = past.length === 0 ? 0 : Math.min(...past.map((date) => secondsBetween(date, now)));
  return Math.min(DAY_SECONDS, Math.max(HOUR_SECONDS, Math.ceil(overdue)));
};

export const nextPhase = ({ phase, calendar }: Course): Phase | undefined =>
  phaseAfter(phase, new Set(calendar.map(({ name }) => name)));

const untilDue = (due: Instant | undefined, now: Instant): number =>
  due === undefined
    ? UNDATED_SECONDS
    : Math.min(UNDATED_SECONDS, Math.max(0, Math.ceil(secondsBetween(now, due))));

/** Whole seconds until a phase may open: 0 when it is due, or asked for, or waits for work alone. */
export const secondsUntilOpening = (course: Course, phase: Phase, now: Instant): number => {
  if (course.requested?.to === phase) return 0;
  const entry = entryOf(course.calendar, phase);
  if (entry) return untilDue(entry.startsAt, now);
  // Results without a date of their own follow the sign-offs; a frozen list without one follows the phase before it.
  return opensAtOnce(phase) || phase === "results" || (phase === "ballot-frozen" && course.phase !== "draft")
    ? 0
    : UNDATED_SECONDS;
};

/**
 * Until when batches of paper cards are registered, where an edition takes them. Staff who ask for the sealing after the close say that all
 * have been.
 */
export const registrationEnd = ({ requested, ruleSet }: Course, endsAt: Instant): Instant | undefined => {
  const isAllIn = requested !== undefined && (requested.to === "cancelled" || (requested.at ?? "") >= endsAt);
  return ruleSet?.paper && !isAllIn ? registrationEnds(endsAt, ruleSet.paper) : undefined;
};

/** When a vote that has closed may be sealed: after its minute, or where cards come on paper, when no more batches may be registered. */
const sealingDue = (course: Course, endsAt: Instant): Instant => {
  const minute = plusSeconds(endsAt, SEALING_DELAY_SECONDS);
  const registered = registrationEnd(course, endsAt);
  return registered !== undefined && registered > minute ? registered : minute;
};

/** Whole seconds until a phase ends: by its own date, by that of the phase after it, or because staff asked for the move. */
export const secondsUntilEnding = (course: Course, phase: Phase, now: Instant): number => {
  const next = nextPhase({ ...course, phase });
  // The last phase has nothing to wait for: the execution ends with it.
  if (next === undefined) return 0;
  const entry = entryOf(course.calendar, phase);
  const isAskedFor = course.requested?.to === next || course.requested?.to === "cancelled";
  // A vote that staff end is given its end at once, and once; sealed it is only when every ballot received in time has had its time to be written.
  if (phase === "voting" && entry) {
    const isToBeShut = isAskedFor && now < entry.endsAt && course.requested?.endsAt !== entry.endsAt;
    return isToBeShut ? 0 : untilDue(sealingDue(course, entry.endsAt), now);
  }
  if (isAskedFor) return 0;
  return entry ? untilDue(entry.endsAt, now) : secondsUntilOpening({ ...course, phase }, next, now);
};

/** Whether a vote is on in the calendar's course and its end has come: nobody votes any more, and its gates are not sealed. */
export const hasVoteEnded = (
  { phase, calendar }: Pick<Course, "phase" | "calendar">,
  now: Instant,
): boolean => {
  const closesAt = entryOf(calendar, "voting")?.endsAt;
  return phase === "voting" && closesAt !== undefined && closesAt <= now;
};

/**
 * Whether two people have to want a move: one that ends an open vote before its time, or that calls off an edition in which people vote or
 * have voted. Nobody alone takes a vote from those who have not cast theirs, or from those who have.
 */
export const takesTwo = (
  { phase, calendar }: Pick<Course, "phase" | "calendar">,
  to: Phase,
  now: Instant,
): boolean => {
  if (to === "cancelled") return !isBefore(phase, "voting");
  return phase === "voting" && to === "sealed" && !hasVoteEnded({ phase, calendar }, now);
};

type Opening =
  | { readonly state: "opened" }
  | { readonly state: "early"; readonly seconds: number }
  | { readonly state: "blocked"; readonly blockers: readonly Blocker[] };

/** Whether a phase opens now. Dates first: nothing is blocked before its time. */
export const decideOpening = (
  course: Course,
  phase: Phase,
  now: Instant,
  blockers: readonly Blocker[],
): Opening => {
  const seconds = secondsUntilOpening(course, phase, now);
  if (seconds > 0) return { state: "early", seconds };
  return blockers.length > 0 ? { state: "blocked", blockers } : { state: "opened" };
};
