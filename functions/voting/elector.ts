import { voterKeysOf } from "../../shared/acts/voter-keys.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import type { RuleSet } from "../../shared/domain/rule-set.ts";
import type { LocalDate } from "../../shared/domain/time.ts";
import {
  entryFactsOf,
  personOf,
  setMeant,
  setsOf,
  shownFactsOf,
} from "../../shared/domain/voting/fact-sets.ts";
import type { Facts } from "../../shared/domain/voting/facts.ts";
import { factsOf, type IdentityPolicy } from "../../shared/domain/voting/identity-policy.ts";
import { NO_PROOF } from "../../shared/domain/voting/roll.ts";
import type { VoterClaims } from "../../shared/platform/actor.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { findVoter } from "./find-voter.ts";
import { ageOf, factFields, GuardianStated, OPTIONAL_FACTS } from "./identity.ts";

export type Elector = Pick<VoterClaims, "voterKey" | "district" | "guardian">;

/** What a document or a signed card shows, as programs see it described: which of the facts are asked for is the edition's policy. */
export const SHOWN = { ...OPTIONAL_FACTS, guardian: GuardianStated };

/** The same under an edition's policy: of the set of facts that was meant those of which an entry of its roll is made, and no others. */
export const shownUnder = (policy: IdentityPolicy, typed: unknown) => ({
  ...factFields(shownFactsOf(setMeant(setsOf(policy), typed))),
  guardian: GuardianStated,
});

interface Shown {
  readonly facts: Facts;
  /** With a child alone. */
  readonly guardian?: true;
}

/** Whoever votes below the edition's age has a guardian who says so. The age is the document's: it tells nothing of the roll. */
export const checkShown = (
  { guardianBelowAge }: Pick<RuleSet, "guardianBelowAge">,
  { guardian: isWithGuardian, ...facts }: Facts & { readonly guardian?: boolean | undefined },
  day: LocalDate,
): Result<Shown> => {
  const age = ageOf(facts, day);
  if (!age.ok) return age;
  const isChild = age.value !== undefined && age.value < guardianBelowAge;
  if (isChild && !isWithGuardian)
    return refused(refusal("voting/guardian", { belowAge: guardianBelowAge }, "/guardian"));
  return ok({ facts, ...(isChild && { guardian: true }) });
};

/**
 * Whoever has these facts on the roll, for a clerk who holds the document or the signed card: that proves more than the second thing the
 * roll knows, which a voter alone at a screen is asked for. A day of birth beside a number has to be the roll's, where that has one. The facts go
 * no further.
 */
export const electorOf = async (
  cycle: Pick<Cycle, "id" | "roll" | "ruleSet">,
  { facts, ...shown }: Shown,
  deps: Pick<Deps, "store" | "vault">,
): Promise<Result<Elector>> => {
  if (!cycle.roll) return refused(refusal("roll/missing", {}));
  const hashed = await voterKeysOf(deps.vault, cycle.id);
  const set = setMeant(setsOf(cycle.ruleSet.identity), facts);
  const named = personOf(set, facts);
  const id = hashed.entryId(...named.entry);
  const found = await findVoter(cycle, id, "proved", deps);
  if (!found) return refused(refusal("roll/not-listed", {}, `/${entryFactsOf(set)[0]}`));
  // The number finds the person; of a day that was keyed wrong a child would vote without its guardian.
  const isWhole =
    facts.birthDate !== undefined && factsOf(set.roll).every((fact) => facts[fact] !== undefined);
  if (isWhole && !found.isAdded) {
    const proofs = [hashed.proof(...named.proof), NO_PROOF];
    if (!(await findVoter(cycle, id, proofs, deps)))
      return refused(refusal("roll/birth-date", {}, "/birthDate"));
  }
  return ok({ voterKey: hashed.voterKey(found.person), district: found.district, ...shown });
};
