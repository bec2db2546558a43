import { z } from "zod";
import { VoteId } from "../../shared/domain/ids.ts";
import { notValid, type Refusal, refusal } from "../../shared/domain/refusals.ts";
import { accept, ok, Refused, type Result, refused } from "../../shared/domain/result.ts";
import type { Instant } from "../../shared/domain/time.ts";
import { BallotSection } from "../../shared/domain/voting/ballot.ts";
import type { Actor } from "../../shared/platform/actor.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { created } from "../../shared/platform/http.ts";
import { issuesOf } from "../../shared/platform/issues.ts";
import { routes } from "../routes.ts";
import { castBallot, receiptAgain } from "./cast-ballot.ts";

/** 22 characters of base 64 are 132 bits. */
export const KEY_LENGTH = 22;

/** Refusals after which the ballot may have been cast by an earlier try; the marker tells. */
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
  /** The sections as far as they could be read. */
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

const Ballot = z.strictObject({ sections: z.array(BallotSection).min(1).max(10) }).meta({
  id: "Ballot",
  description:
    "A number by project, a section for each list. The edition's form says what it is: points, 1 for a tick, the rank from 1, or a score. A section may be left out, but not all of them, and none where the form wants all sections",
});

const Receipt = z
  .object({ receipt: z.string() })
  .meta({ id: "Receipt", description: "Proves that the ballot is in the box, and nothing of the choice" });

export const postBallot = endpoint(routes.postBallot, {
  summary: "Cast a ballot",
  description:
    "The same key brings the same receipt at any later time, whatever the body; another key of the same voter is a conflict.",
  params: z.object({ cycleId: VoteId }),
  body: z.unknown().meta({ override: () => ({ $ref: "#/components/schemas/Ballot" }) }),
  replies: { 201: Receipt },
  takesExpiredToken: true,
  handle: async ({ params: { cycleId }, body, actor, key, receivedAt }, deps) => {
    if (actor.cycleId !== cycleId) throw new Refused(refusal("identity/missing", {}));
    const ballot = Ballot.safeParse(body, { reportInput: true });
    const sections = ballot.success ? ok(ballot.data.sections) : refused(notValid(issuesOf(ballot.error)));
    const receipt = accept(await castOnce({ voter: actor, key, sections, receivedAt }, deps));
    return created(routes.getReceipt, { cycleId, receipt }, { receipt });
  },
});
