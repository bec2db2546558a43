import { z } from "zod";
import { CycleId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { Refused } from "../../shared/domain/result.ts";
import { VoidReason } from "../../shared/domain/voting/void.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { ok } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { receiptState } from "./receipt-state.ts";

const ReceiptState = z
  .object({
    state: z.enum(["stored", "counted", "voided"]),
    /** Why the commission left the vote out of the count, when it did. */
    reason: VoidReason.optional(),
    /** The line of the published list of leaves that this receipt names; null until it is published. */
    proof: z.object({ leaf: z.string(), leavesDigest: z.string() }).nullable(),
  })
  .meta({ id: "ReceiptState" });

export const getReceipt = endpoint(routes.getReceipt, {
  summary: "Is my vote in the box, and is it counted?",
  params: z.object({ cycleId: CycleId, receipt: z.string().max(60) }),
  replies: { 200: ReceiptState },
  handle: async ({ params: { cycleId, receipt } }, deps) => {
    const found = await receiptState(cycleId, receipt, deps);
    if (!found) throw new Refused(refusal("thing/not-found", {}));
    return ok(found);
  },
});
