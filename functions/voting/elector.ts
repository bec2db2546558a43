import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { voterKeysOf } from "../../shared/platform/voter-keys.ts";
import { findVoter } from "./find-voter.ts";

export interface Elector {
  readonly voterKey: string;
  readonly district: string;
}

/**
 * Whoever has this PESEL on the roll, for a clerk who holds the document or the signed card: that proves more than the second thing the
 * roll knows, which a voter alone at a screen is asked for. The number goes no further.
 */
export const electorOf = async (
  cycle: Pick<Cycle, "id" | "roll" | "ruleSet">,
  pesel: string,
  deps: Pick<Deps, "store" | "vault">,
): Promise<Result<Elector>> => {
  if (!cycle.roll) return refused(refusal("roll/missing", {}));
  const hashed = await voterKeysOf(deps.vault, cycle.id);
  const id = hashed.entryId(pesel);
  const district = await findVoter(cycle, id, "proved", deps);
  return district === undefined
    ? refused(refusal("roll/not-listed", {}, "/pesel"))
    : ok({ voterKey: hashed.voterKey(id), district });
};
