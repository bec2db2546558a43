import { voterKeysOf } from "../../../shared/acts/voter-keys.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import type { Facts } from "../../../shared/domain/voting/facts.ts";
import { type Datum, factsOf, personOf } from "../../../shared/domain/voting/identity-policy.ts";
import type { Statement } from "../../../shared/domain/voting/statement.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { findVoter } from "../find-voter.ts";

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
  const { identity } = cycle.ruleSet;
  const hashed = await voterKeysOf(deps.vault, cycle.id);
  const person = personOf(identity, facts);
  const entry = hashed.entryId(...person.entry);
  const [listed, proved] = await Promise.all([
    findVoter(cycle, entry, "proved", deps),
    findVoter(cycle, entry, hashed.proof(...person.proof), deps),
  ]);
  if (listed === undefined) return { isListed: false, differs: [] };
  return {
    isListed: true,
    differs: [
      ...(proved === undefined ? factsOf(identity.roll, "proof") : []),
      ...(listed === district ? [] : (["district"] as const)),
    ],
  };
};
