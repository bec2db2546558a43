import { refusal } from "../domain/refusals.ts";
import { type Result, refused } from "../domain/result.ts";
import { pauseUpTo } from "./pause.ts";

/** Rounds of a write that many want at once, and the most that they are apart, in milliseconds. */
const ROUNDS = 60;
const APART_MS = 80;

/**
 * Tries a write anew for as long as others get in its way (`service/try-again`), reading again each time. One round always lets somebody
 * through, so twenty in one moment are served in twenty rounds.
 */
export const insist = async <T>(attempt: () => Promise<Result<T>>): Promise<Result<T>> => {
  for (let round = 1; round <= ROUNDS; round++) {
    const outcome = await attempt();
    if (outcome.ok || outcome.refusal.code !== "service/try-again") return outcome;
    await pauseUpTo(Math.min(APART_MS, 8 * round));
  }
  return refused(refusal("service/try-again", { retryAfterSeconds: 1 }));
};
