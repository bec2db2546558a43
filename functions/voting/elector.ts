import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { entryInShard } from "../../shared/domain/voting/roll.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { voterKeysOf } from "../../shared/platform/voter-keys.ts";

export interface Elector {
  readonly voterKey: string;
  readonly district: string;
}

/**
 * Whoever has this PESEL on the roll, for a clerk who holds the document or the signed card: that proves more than the second thing the
 * roll knows, which a voter alone at a screen is asked for. The number goes no further.
 */
export const electorOf = async (
  { id: cycleId, roll, ruleSet }: Pick<Cycle, "id" | "roll" | "ruleSet">,
  pesel: string,
  { store, vault }: Deps,
): Promise<Result<Elector>> => {
  if (!roll) return refused(refusal("roll/missing", {}));
  const hashed = await voterKeysOf(vault, cycleId);
  const id = hashed.entryId(pesel);
  const index = entryInShard(await store.roll.shard(cycleId, roll, id), id);
  const district = index === undefined ? undefined : ruleSet.pools[index]?.id;
  return district === undefined
    ? refused(refusal("roll/not-listed", {}, "/pesel"))
    : ok({ voterKey: hashed.voterKey(id), district });
};
