import { z } from "zod";
import { PoolId } from "../../shared/domain/cycle/cycle.ts";
import { VoteId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { line } from "../../shared/domain/text.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { confirmCode } from "./confirm-code.ts";
import { GuardianStated } from "./identity.ts";

export const SessionPath = z.object({
  cycleId: VoteId,
  session: z.string().regex(/^[0-9a-hjkmnp-tv-z]{26}$/),
});

export const ConfirmedVoter = z
  .object({ token: z.string(), district: PoolId, pools: z.array(PoolId), voted: z.boolean() })
  .meta({
    id: "ConfirmedVoter",
    description: "A bearer token for the ballot, and the lists that this voter has",
  });

export const postCode = endpoint(routes.postCode, {
  summary: "Confirm a voter session with its code",
  params: SessionPath,
  body: z.strictObject({
    code: line(20),
    /** A guardian votes with the child: required of voters below the edition's `guardianBelowAge`, known once the code is right. */
    guardian: GuardianStated,
  }),
  replies: { 200: ConfirmedVoter },
  handle: async ({ params, body, network, receivedAt }, deps) =>
    json(accept(await confirmCode({ ...params, ...body, network, receivedAt }, deps))),
});
