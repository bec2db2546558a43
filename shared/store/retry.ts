import { refusal } from "../domain/refusals.ts";
import { type Result, refused } from "../domain/result.ts";

/** How an attempt that others get in the way of is made anew: the longest pause after each round, and when it is given up. */
interface Backoff {
  readonly pauseMs: (round: number) => number;
  readonly rounds: number;
  readonly withinMs: number;
  /** What the caller is told then. */
  readonly retryAfterSeconds: number;
}

export const BACKOFF = {
  /** A transaction meets another one on the same item, which the SDK does not retry. Six rounds are over within a second. */
  transaction: {
    pauseMs: (round) => 25 * 2 ** round,
    rounds: 6,
    withinMs: Number.POSITIVE_INFINITY,
    retryAfterSeconds: 1,
  },
  /** Many write one item that was read before. A round lets one of them through: sixty rounds, over within five seconds, serve sixty at once. */
  reading: {
    pauseMs: (round) => Math.min(80, 8 * (round + 1)),
    rounds: 60,
    withinMs: Number.POSITIVE_INFINITY,
    retryAfterSeconds: 1,
  },
  /** Hundreds come to one list at once, and each is to be served: for less than the 29 seconds that the gateway gives. */
  list: {
    pauseMs: (round) => Math.min(400, 20 * 2 ** round),
    rounds: Number.POSITIVE_INFINITY,
    withinMs: 20_000,
    retryAfterSeconds: 2,
  },
} as const satisfies Record<string, Backoff>;

/** Waits up to so many milliseconds, by chance (full jitter), so that those who met once do not meet again. */
export const pauseUpTo = (ms: number): Promise<void> =>
  new Promise((done) => setTimeout(done, Math.random() * ms));

/** Makes an attempt anew for as long as it says `again`: others were faster. */
export const retry = async <T>(
  { pauseMs, rounds, withinMs, retryAfterSeconds }: Backoff,
  attempt: () => Promise<Result<T> | "again">,
): Promise<Result<T>> => {
  const deadline = performance.now() + withinMs;
  for (let round = 0; ; round++) {
    const outcome = await attempt();
    if (outcome !== "again") return outcome;
    if (round + 1 >= rounds || performance.now() > deadline)
      return refused(refusal("service/try-again", { retryAfterSeconds }));
    await pauseUpTo(pauseMs(round));
  }
};

/** A write that others got in the way of (`service/try-again`) is made anew, with what it rests on read again; any other outcome stands. */
export const orAgain = <T>(outcome: Result<T>): Result<T> | "again" =>
  outcome.ok || outcome.refusal.code !== "service/try-again" ? outcome : "again";
