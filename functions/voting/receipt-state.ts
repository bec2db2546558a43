import { cycleOf } from "../../shared/acts/cycle-of.ts";
import { leafProof } from "../../shared/acts/leaf-proof.ts";
import { base32 } from "../../shared/domain/base32.ts";
import { isBefore } from "../../shared/domain/cycle/phases.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { type NamedLeaf, readReceipt } from "../../shared/domain/voting/receipt.ts";
import type { VoidReason } from "../../shared/domain/voting/void.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { sha256 } from "../../shared/platform/keyed.ts";

/** Why a ballot is one of those that were signed for when the box was sealed: a leaf, its path to the root, and the signature over the root. */
interface ReceiptProof {
  readonly leaf: string;
  readonly leavesDigest: string;
  readonly index: number;
  readonly size: number;
  /** Hashes in base64, the lowest first. */
  readonly path: readonly string[];
  readonly checkpoint: string;
}

type ReceiptFound =
  | { readonly state: "stored"; readonly proof: ReceiptProof | null }
  | { readonly state: "counted"; readonly proof: ReceiptProof }
  /** The commission left it out of the count, for a reason. */
  | { readonly state: "voided"; readonly reason: VoidReason; readonly proof: ReceiptProof };

const isStored = async (cycleId: CycleId, { ballotId, commitment }: NamedLeaf, deps: Deps) => {
  const ballot = await deps.store.ballots.ballot(cycleId, ballotId);
  return ballot !== undefined && base32(sha256(ballot.sealed)).startsWith(commitment);
};

/**
 * Whether the ballot that a receipt names is in the box of this cycle, or counted; undefined when there is none. Once the box is listed the
 * signed list alone is asked: what was changed in the box later changes no answer.
 */
export const receiptState = async (
  cycleId: CycleId,
  receipt: string,
  deps: Deps,
): Promise<ReceiptFound | undefined> => {
  const named = readReceipt(receipt);
  if (!named) return undefined;
  const { phase } = await cycleOf(cycleId, deps);
  const box = isBefore(phase, "sealed") ? undefined : await deps.store.boxes.get(cycleId);
  if (!box) return (await isStored(cycleId, named, deps)) ? { state: "stored", proof: null } : undefined;
  const found = await leafProof(box, named, deps);
  if (!found) return undefined;
  const { leaf, index, size, path } = found;
  const { leavesDigest, checkpoint } = box;
  const texts = path.map((hash) => Buffer.from(hash).toString("base64"));
  const proof = { leaf, leavesDigest, index, size, path: texts, checkpoint };
  if (phase === "cancelled" || isBefore(phase, "results")) return { state: "stored", proof };
  const count = await deps.store.counts.get(cycleId);
  const left = count?.voids.find(({ ballot }) => ballot === named.ballotId);
  return left ? { state: "voided", reason: left.reason, proof } : { state: "counted", proof };
};
