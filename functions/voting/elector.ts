import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import type { LocalDate } from "../../shared/domain/time.ts";
import type { Facts } from "../../shared/domain/voting/facts.ts";
import { entryFactsOf, type IdentityPolicy, personOf } from "../../shared/domain/voting/identity-policy.ts";
import type { VoterClaims } from "../../shared/platform/actor.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { voterKeysOf } from "../../shared/platform/voter-keys.ts";
import { findVoter } from "./find-voter.ts";
import { ageOf, factFields } from "./identity.ts";

export type Elector = Pick<VoterClaims, "voterKey" | "district">;

/** The facts that a document or a signed card shows, under an edition's policy: those of which an entry of its roll is made. */
export const shownUnder = (policy: IdentityPolicy) => factFields(entryFactsOf(policy));

/** What a document or a card shows is of somebody who may be alive. */
export const checkShown = (facts: Facts, day: LocalDate): Result<Facts> => {
  const age = ageOf(facts, day);
  return age.ok ? ok(facts) : age;
};

/**
 * Whoever has these facts on the roll, for a clerk who holds the document or the signed card: that proves more than the second thing the
 * roll knows, which a voter alone at a screen is asked for. The facts go no further.
 */
export const electorOf = async (
  cycle: Pick<Cycle, "id" | "roll" | "ruleSet">,
  facts: Facts,
  deps: Pick<Deps, "store" | "vault">,
): Promise<Result<Elector>> => {
  if (!cycle.roll) return refused(refusal("roll/missing", {}));
  const { identity } = cycle.ruleSet;
  const hashed = await voterKeysOf(deps.vault, cycle.id);
  const id = hashed.entryId(...personOf(identity, facts).entry);
  const district = await findVoter(cycle, id, "proved", deps);
  return district === undefined
    ? refused(refusal("roll/not-listed", {}, `/${entryFactsOf(identity)[0]}`))
    : ok({ voterKey: hashed.voterKey(id), district });
};
