import { z } from "zod";
import { VoteId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { Refused } from "../../shared/domain/result.ts";
import { VoidReason } from "../../shared/domain/voting/void.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { receiptState } from "./receipt-state.ts";

const ReceiptState = z
  .object({
    state: z.enum(["stored", "counted", "voided"]),
    /** Why the commission left the vote out of the count, when it did. */
    reason: VoidReason.optional(),
    /** Null until the box is sealed. Then: the receipt's line of `leaves.txt`, its place in the tree over them, and the signed root. */
    proof: z
      .object({
        leaf: z.string(),
        leavesDigest: z.string(),
        index: z.int().min(0),
        size: z.int().min(1),
        path: z.array(z.base64()),
        checkpoint: z.string(),
      })
      .nullable(),
  })
  .meta({ id: "ReceiptState" });

export const getReceipt = endpoint(routes.getReceipt, {
  summary: "Is my vote in the box, and is it counted?",
  description:
    "With the proof anybody checks that the ballot is one of those the city signed for before any was opened: RFC 9162, 2.1.3.2, with SHA-256; docs/receipts.md has it in a few lines.",
  params: z.object({ cycleId: VoteId, receipt: z.string().max(60) }),
  replies: { 200: ReceiptState },
  handle: async ({ params: { cycleId, receipt } }, deps) => {
    const found = await receiptState(cycleId, receipt, deps);
    if (!found) throw new Refused(refusal("receipt/unknown", {}));
    return json(found);
  },
});
