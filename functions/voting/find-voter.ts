import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { findIn } from "../../shared/domain/voting/roll.ts";
import type { Deps } from "../../shared/platform/deps.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Whose entry it is, and where they vote. */
export interface FoundVoter {
  readonly person: Uint8Array;
  readonly district: string;
  /** By a statement, after the roll was read. */
  readonly isAdded?: true;
}

/**
 * Whose entry of the roll it is; undefined when nobody is there. One person may have several entries, by other facts, and all lead to the first:
 * of it the voter key is made. Where the person was added to, the addition alone proves and gives the district, whatever the imported roll says.
 * One proof of several is enough. Without a proof the entry alone tells: for who has shown by other means who they are. The same is read whether
 * or not anybody is found.
 */
export const findVoter = async (
  { id: cycleId, roll, ruleSet }: Pick<Cycle, "id" | "roll" | "ruleSet">,
  entry: Uint8Array,
  proofs: readonly Uint8Array[] | "proved",
  { store }: Pick<Deps, "store">,
): Promise<FoundVoter | undefined> => {
  if (!roll) return undefined;
  const [shard, stated] = await Promise.all([
    store.roll.shard(cycleId, roll, entry),
    store.roll.addition(cycleId, hex(entry)),
  ]);
  const lead = stated && "leadsTo" in stated ? stated.leadsTo : undefined;
  const person = findIn(shard, entry, "proved")?.person ?? (lead ? Buffer.from(lead, "hex") : entry);
  // Where nobody has a second entry, what was read is all there is.
  const added = ruleSet.identity.alternatives ? await store.roll.addition(cycleId, hex(person)) : stated;
  // Each is compared, whichever fits.
  const listed = (proofs === "proved" ? [proofs] : proofs)
    .map((proof) => findIn(shard, entry, proof))
    .find((one) => one !== undefined);
  if (added && "proof" in added) {
    const isProved =
      proofs === "proved" ||
      ((added.by ?? added.entry) === hex(entry) &&
        proofs.map((proof) => Buffer.compare(added.proof, proof) === 0).includes(true));
    return isProved ? { person, district: added.district, isAdded: true } : undefined;
  }
  const district = listed && ruleSet.pools[listed.district]?.id;
  return district === undefined ? undefined : { person, district };
};
