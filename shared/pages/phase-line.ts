import type { Instant } from "../domain/time.ts";
import type { Words } from "../words/words.ts";

interface PhaseModel {
  readonly phase: keyof Words["phases"];
  /** Exclusive end of the phase, where the calendar names one. */
  readonly endsAt?: Instant | undefined;
}

/** Phases whose end is a deadline for somebody; that results stay known until a date would only puzzle. */
const HAS_DEADLINE: ReadonlySet<PhaseModel["phase"]> = new Set([
  "submission",
  "formal-review",
  "merit-review",
  "appeals",
  "voting",
]);

/** Whether the deadline of a phase has passed that the edition is still in: the next one waits for work, or for cards that are keyed. */
export const isOver = ({ phase, endsAt }: PhaseModel, now: Instant): boolean =>
  endsAt !== undefined && endsAt <= now && HAS_DEADLINE.has(phase);

/** The line under the menu: what is on, and until when; or that it is over. For `Frame.phaseLine`. */
export const phaseLine = (words: Words, model: PhaseModel, at: Instant): string => {
  const { phase, endsAt } = model;
  const { name, now } = words.phases[phase];
  if (endsAt === undefined || !HAS_DEADLINE.has(phase)) return now;
  return isOver(model, at)
    ? `${name} – ${words.frame.ended(endsAt)}`
    : `${now} – ${words.frame.until(endsAt)}`;
};
