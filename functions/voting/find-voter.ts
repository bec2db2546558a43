import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { findEntry, findInShard } from "../../shared/domain/voting/roll.ts";
import type { Deps } from "../../shared/platform/deps.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/**
 * The district of an entry of the roll; undefined when nobody is there. Where the entry was added to, the addition alone proves and gives the
 * district, whatever the imported roll says. Without a proof the entry alone tells: for who has shown by other means who they are. The same
 * is read whether or not anybody is found.
 */
export const findVoter = async (
  { id: cycleId, roll, ruleSet }: Pick<Cycle, "id" | "roll" | "ruleSet">,
  entry: Uint8Array,
  proof: Uint8Array | "proved",
  { store }: Pick<Deps, "store">,
): Promise<string | undefined> => {
  if (!roll) return undefined;
  const [shard, added] = await Promise.all([
    store.roll.shard(cycleId, roll, entry),
    store.roll.addition(cycleId, hex(entry)),
  ]);
  const index = proof === "proved" ? findEntry(shard, entry) : findInShard(shard, entry, proof);
  const imported = index === undefined ? undefined : ruleSet.pools[index]?.id;
  if (!added) return imported;
  return proof === "proved" || Buffer.compare(added.proof, proof) === 0 ? added.district : undefined;
};
