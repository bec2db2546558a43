import { type Refusal, refusal } from "../../shared/domain/refusals.ts";
import { Refused, type Result, refused } from "../../shared/domain/result.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { BallotSection } from "../../shared/domain/voting/ballot.ts";
import type { Actor } from "../../shared/platform/actor.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { castBallot, receiptAgain } from "./cast-ballot.ts";

/** 22 characters of base 64 are 132 bits. */
export const KEY_LENGTH = 22;

/** After these the ballot may have been cast by an earlier try; the marker tells. */
const mayBeReplay = (code: Refusal["code"]): boolean =>
  code.startsWith("ballot/") ||
  ["voting/already-voted", "voting/closed", "identity/expired", "request/not-valid"].includes(code);

/** A vote that has closed meanwhile is thrown by `openVote`; what was cast before it closed keeps its receipt. */
const asResult = (error: unknown): Result<never> => {
  if (error instanceof Refused) return refused(error.refusal);
  throw error;
};

interface OneCast {
  readonly voter: Extract<Actor, { kind: "voter" }>;
  readonly key: string | undefined;
  /** As far as they could be read. */
  readonly sections: Result<readonly BallotSection[]>;
  readonly receivedAt: Instant;
}

/** Casts a ballot under its key, or finds the receipt of the try before: the same key brings the same receipt for ever, whatever else comes. */
export const castOnce = async (
  { voter, key, sections, receivedAt }: OneCast,
  deps: Deps,
): Promise<Result<string>> => {
  if (key === undefined || key.length < KEY_LENGTH)
    return refused(refusal("request/key-missing", {}, "/Idempotency-Key"));
  const again = () => receiptAgain(voter.cycleId, voter.voterKey, key, deps);
  if (voter.expired) return again();

  const outcome = sections.ok
    ? await castBallot({ voter, key, sections: sections.value, receivedAt }, deps).catch(asResult)
    : sections;
  if (outcome.ok || !mayBeReplay(outcome.refusal.code)) return outcome;
  const replayed = await again();
  return replayed.ok || replayed.refusal.code === "voting/already-voted" ? replayed : outcome;
};
