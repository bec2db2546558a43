import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { type Result, refused } from "../../shared/domain/result.ts";
import { type OtherWay, otherWays } from "../../shared/domain/voting/other-ways.ts";
import type { Deps } from "../../shared/platform/deps.ts";

type Edition = Pick<Cycle, "id" | "ruleSet">;

/** The ways beside codes that this edition has, here. */
export const otherWaysIn = async (
  { id, ruleSet }: Edition,
  { store, eid }: Pick<Deps, "store" | "eid">,
): Promise<OtherWay[]> => {
  const { points } = await store.votingPoints.get(id);
  return otherWays(ruleSet.identity, { hasEid: eid !== undefined, hasPoints: points.length > 0 });
};

/** What came of a request that a limit may have turned away: the refusal then names the other ways. */
export const namingOtherWays = async <T>(
  outcome: Result<T>,
  edition: Edition,
  deps: Pick<Deps, "store" | "eid">,
): Promise<Result<T>> => {
  if (outcome.ok) return outcome;
  const { refusal: met } = outcome;
  switch (met.code) {
    case "request/too-many":
      return refused(refusal(met.code, { ...met.facts, ways: await otherWaysIn(edition, deps) }));
    case "voting/no-more-codes":
      return refused(refusal(met.code, { ...met.facts, ways: await otherWaysIn(edition, deps) }));
    default:
      return outcome;
  }
};
