import { z } from "zod";
import { CycleId } from "../../shared/domain/ids.ts";
import { type Refusal, refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { BallotSection } from "../../shared/domain/voting/ballot.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { created } from "../../shared/platform/http.ts";
import { issuesOf } from "../../shared/platform/issues.ts";
import { routes } from "../routes.ts";
import { castBallot, receiptAgain } from "./cast-ballot.ts";

export const Ballot = z.strictObject({ sections: z.array(BallotSection).min(1).max(10) }).meta({
  id: "Ballot",
  description: "Points by project, a section for each list; a section may be left out, not all of them",
});

export const Receipt = z
  .object({ receipt: z.string() })
  .meta({ id: "Receipt", description: "Proves that the ballot is in the box, and nothing of the choice" });

/** 22 characters of base 64 are 132 bits. */
const KEY_LENGTH = 22;

/** After these the ballot may have been cast by an earlier try; the marker tells. */
const MAY_BE_REPLAY: ReadonlySet<Refusal["code"]> = new Set([
  "voting/already-voted",
  "voting/closed",
  "identity/expired",
  "request/not-valid",
  "ballot/pool",
  "ballot/project",
  "ballot/over-points",
  "ballot/too-many-projects",
  "ballot/empty",
]);

export const postBallot = endpoint(routes.postBallot, {
  summary: "Cast a ballot",
  description:
    "The same key brings the same receipt at any later time, whatever the body; another key of the same voter is a conflict.",
  params: z.object({ cycleId: CycleId }),
  body: z.unknown().meta({ override: () => ({ $ref: "#/components/schemas/Ballot" }) }),
  replies: { 201: Receipt },
  takesExpiredToken: true,
  handle: async ({ params: { cycleId }, body, actor, key, receivedAt }, deps) => {
    if (actor.kind !== "voter" || actor.cycleId !== cycleId)
      throw new Refused(refusal("identity/missing", {}));
    if (key === undefined || key.length < KEY_LENGTH)
      throw new Refused(refusal("request/key-missing", {}, "/Idempotency-Key"));
    const again = () => receiptAgain(cycleId, actor.voterKey, key, deps);
    const reply = (receipt: string) => created(`/v1/cycles/${cycleId}/receipts/${receipt}`, { receipt });
    if (actor.expired) return reply(accept(await again()));

    const ballot = Ballot.safeParse(body, { reportInput: true });
    const outcome = ballot.success
      ? await castBallot({ voter: actor, key, sections: ballot.data.sections, receivedAt }, deps)
      : ({ ok: false, refusal: refusal("request/not-valid", { issues: issuesOf(ballot.error) }) } as const);
    if (outcome.ok) return reply(outcome.value);
    if (!MAY_BE_REPLAY.has(outcome.refusal.code)) throw new Refused(outcome.refusal);
    const replayed = await again();
    if (replayed.ok) return reply(replayed.value);
    throw new Refused(replayed.refusal.code === "voting/already-voted" ? replayed.refusal : outcome.refusal);
  },
});
