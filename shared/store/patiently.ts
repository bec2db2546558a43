import { refusal } from "../domain/refusals.ts";
import { type Result, refused } from "../domain/result.ts";
import { pauseUpTo } from "./pause.ts";

/** Less than the 29 s that the gateway gives; after it the caller is asked to come back. */
const PATIENCE_MS = 20_000;
const PAUSE_MS = { first: 20, longest: 400 };

/**
 * Tries until an attempt settles what it was about. One that says `again` (others were faster) is repeated after a pause.
 */
export const patiently = async <T>(attempt: () => Promise<Result<T> | "again">): Promise<Result<T>> => {
  const deadline = performance.now() + PATIENCE_MS;
  for (let round = 0; ; round++) {
    const outcome = await attempt();
    if (outcome !== "again") return outcome;
    if (performance.now() > deadline) return refused(refusal("service/try-again", { retryAfterSeconds: 2 }));
    await pauseUpTo(Math.min(PAUSE_MS.longest, PAUSE_MS.first * 2 ** round));
  }
};
