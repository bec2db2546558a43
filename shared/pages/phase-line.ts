import type { Instant } from "../domain/time.ts";
import type { Words } from "../words/words.ts";

export interface PhaseModel {
  readonly phase: keyof Words["phases"];
  /** Exclusive end of the phase, where the calendar names one. */
  readonly endsAt?: Instant | undefined;
}

/** The line under the menu: what is on, and until when. For `Frame.phaseLine`. */
export const phaseLine = (words: Words, { phase, endsAt }: PhaseModel): string => {
  const { now } = words.phases[phase];
  return endsAt === undefined ? now : `${now} – ${words.frame.until(endsAt)}`;
};
