import { base32, type CycleId } from "../../shared/domain/ids.ts";
import { readReceipt } from "../../shared/domain/voting/receipt.ts";
import type { VoidReason } from "../../shared/domain/voting/void.ts";
import { cycleOf } from "../../shared/platform/cycle-of.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { sha256 } from "../../shared/platform/keyed.ts";

export type ReceiptFound =
  | { readonly state: "stored"; readonly proof: null }
  | {
      readonly state: "counted" | "voided";
      /** Why the commission left it out, when it did. */
      readonly reason?: VoidReason;
      /** The line of the published list of leaves that this receipt names. */
      readonly proof: { readonly leaf: string; readonly leavesDigest: string };
    };

/** Whether the ballot that a receipt names is in the box of this cycle, or counted; undefined when there is none. */
export const receiptState = async (
  cycleId: CycleId,
  receipt: string,
  deps: Deps,
): Promise<ReceiptFound | undefined> => {
  const named = readReceipt(receipt);
  const ballot = named && (await deps.store.ballots.ballot(cycleId, named.ballotId));
  const hash = ballot && base32(sha256(ballot.sealed));
  if (!named || !hash?.startsWith(named.commitment)) return undefined;
  const { phase } = await cycleOf(cycleId, deps);
  const count = ["results", "implementation", "closed"].includes(phase)
    ? await deps.store.counts.get(cycleId)
    : undefined;
  const left = count?.voids.find(({ ballot: id }) => id === named.ballotId);
  return count
    ? {
        ...(left ? { state: "voided", reason: left.reason } : { state: "counted" }),
        proof: { leaf: `${named.ballotId} ${hash.toLowerCase()}`, leavesDigest: count.leavesDigest },
      }
    : { state: "stored", proof: null };
};
