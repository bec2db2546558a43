import type { Instant } from "../domain/time.ts";
import type { Words } from "../words/words.ts";

export interface PhaseModel {
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

/** The line under the menu: what is on, and until when. For `Frame.phaseLine`. */
export const phaseLine = (words: Words, { phase, endsAt }: PhaseModel): string => {
  const { now } = words.phases[phase];
  return endsAt !== undefined && HAS_DEADLINE.has(phase) ? `${now} – ${words.frame.until(endsAt)}` : now;
};
