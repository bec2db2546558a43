import type { VoterKeys } from "../../../shared/acts/voter-keys.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { type Claim, claimsOf } from "../../../shared/domain/voting/fact-sets.ts";
import type { Facts } from "../../../shared/domain/voting/facts.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { type FoundVoter, findVoter } from "../find-voter.ts";

interface Claimed {
  /** The set of facts by which they stated themselves. */
  readonly stated: Claim & Required<Pick<Claim, "proof">>;
  /** The entry of each set of facts that is whole, that one's first. */
  readonly ids: readonly Uint8Array[];
  /** Who is on the roll by one of them, an earlier addition counting as the roll. */
  readonly found: FoundVoter | undefined;
}

/** Whom the facts of a statement name, by whatever set of them the roll knows somebody. */
export const claimedIn = async (
  cycle: Cycle,
  facts: Facts,
  hashed: VoterKeys,
  deps: Pick<Deps, "store">,
): Promise<Claimed> => {
  const claims = claimsOf(cycle.ruleSet.identity, facts);
  const [stated] = claims;
  if (!stated?.proof) throw new Error("a statement that names nobody");
  const ids = claims.map(({ entry }) => hashed.entryId(...entry));
  const found = await Promise.all(ids.map((id) => findVoter(cycle, id, "proved", deps)));
  return { stated: { ...stated, proof: stated.proof }, ids, found: found.find((one) => one !== undefined) };
};
