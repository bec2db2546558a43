import { voterKeysOf } from "../../../shared/acts/voter-keys.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { setOf } from "../../../shared/domain/voting/fact-sets.ts";
import type { Facts } from "../../../shared/domain/voting/facts.ts";
import { type Datum, factsOf } from "../../../shared/domain/voting/identity-policy.ts";
import type { Statement } from "../../../shared/domain/voting/statement.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { findVoter } from "../find-voter.ts";
import { claimedIn } from "./claimed.ts";

interface Standing {
  readonly isListed: boolean;
  /** Data of the statement that differ from the roll. What proves is one hash: of several such facts at least one differs. */
  readonly differs: readonly Datum[];
}

/** Whether whom a statement is about is on the roll already, and which facts differ from it; never what the roll holds. */
export const standingOf = async (
  cycle: Cycle,
  { district }: Pick<Statement, "district">,
  facts: Facts,
  deps: Pick<Deps, "store" | "vault">,
): Promise<Standing> => {
  const hashed = await voterKeysOf(deps.vault, cycle.id);
  const { stated, ids, found } = await claimedIn(cycle, facts, hashed, deps);
  const [by] = ids;
  if (!found || !by) return { isListed: false, differs: [] };
  const proved = await findVoter(cycle, by, [hashed.proof(...stated.proof)], deps);
  return {
    isListed: true,
    differs: [
      ...(proved === undefined ? factsOf(setOf(cycle.ruleSet.identity, stated.by).roll, "proof") : []),
      ...(found.district === district ? [] : (["district"] as const)),
    ],
  };
};
