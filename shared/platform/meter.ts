import type { ServicePromise } from "./promises.ts";

/** Where CloudWatch keeps figures, by stage (`service`) and promise. */
export const NAMESPACE = "Rynek";

/** How often a promise was kept, broken, or not kept just now since too many asked at once; and how long it took. */
export interface Figures {
  readonly Kept?: number;
  readonly Broken?: number;
  readonly TurnedAway?: number;
  readonly Milliseconds?: number;
  /** From the moment at which it was due until it was done. */
  readonly LateSeconds?: number;
  /** How many votes take ballots just now. */
  readonly Open?: number;
}

/** Takes figures of promises: CloudWatch on AWS, memory on this machine. No figure tells of a person. */
export interface Meter {
  readonly note: (promise: ServicePromise, figures: Figures) => Promise<void>;
}

const TOO_MANY = 429;
const TRY_AGAIN = 503;
const FAULT = 500;

/** What an answer of this status is to whoever relied on it; a refusal with its reasons keeps what was promised. */
export const kept = (status = FAULT): Pick<Figures, "Kept" | "Broken" | "TurnedAway"> => {
  if (status === TOO_MANY || status === TRY_AGAIN) return { TurnedAway: 1 };
  return status >= FAULT ? { Broken: 1 } : { Kept: 1 };
};
