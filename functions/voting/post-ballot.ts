import { z } from "zod";
import { CycleId } from "../../shared/domain/ids.ts";
import { notValid, refusal } from "../../shared/domain/refusals.ts";
import { accept, ok, Refused, refused } from "../../shared/domain/result.ts";
import { BallotSection } from "../../shared/domain/voting/ballot.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { created } from "../../shared/platform/http.ts";
import { issuesOf } from "../../shared/platform/issues.ts";
import { routes } from "../routes.ts";
import { castOnce } from "./cast-once.ts";

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
  params: z.object({ cycleId: CycleId }),
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
