import { z } from "zod";
import { base32, CycleId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { Refused } from "../../shared/domain/result.ts";
import { readReceipt } from "../../shared/domain/voting/receipt.ts";
import { cycleOf } from "../../shared/platform/cycle-of.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { ok } from "../../shared/platform/http.ts";
import { sha256 } from "../../shared/platform/keyed.ts";
import { routes } from "../routes.ts";

export const ReceiptState = z
  .object({
    state: z.enum(["stored", "counted"]),
    /** The line of the published list of leaves that this receipt names; null until it is published. */
    proof: z.object({ leaf: z.string(), leavesDigest: z.string() }).nullable(),
  })
  .meta({ id: "ReceiptState" });

export const getReceipt = endpoint(routes.getReceipt, {
  summary: "Is my vote in the box, and is it counted?",
  params: z.object({ cycleId: CycleId, receipt: z.string().max(60) }),
  replies: { 200: ReceiptState },
  handle: async ({ params: { cycleId, receipt } }, deps) => {
    const named = readReceipt(receipt);
    const ballot = named && (await deps.store.ballots.ballot(cycleId, named.ballotId));
    const hash = ballot && base32(sha256(ballot.sealed));
    if (!named || !hash?.startsWith(named.commitment)) throw new Refused(refusal("thing/not-found", {}));
    const { phase } = await cycleOf(cycleId, deps);
    const count = ["results", "implementation", "closed"].includes(phase)
      ? await deps.store.counts.get(cycleId)
      : undefined;
    return ok(
      count
        ? {
            state: "counted",
            proof: { leaf: `${named.ballotId} ${hash.toLowerCase()}`, leavesDigest: count.leavesDigest },
          }
        : { state: "stored", proof: null },
    );
  },
});
