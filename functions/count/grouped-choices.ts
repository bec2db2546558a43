import type { BallotContent } from "../../shared/domain/voting/ballot-content.ts";
import type { PoolChoices } from "../../shared/domain/voting/pool-choices.ts";

/**
 * Gathers the choices of each pool with how often each was made: equal ballots are one line, and no order of casting is left. What it holds grows
 * with the distinct choices, not with the ballots.
 */
export const choiceGroups = (pools: readonly string[]) => {
  const groups = new Map(pools.map((pool) => [pool, new Map<string, number>()]));
  return {
    add: ({ sections }: BallotContent): void => {
      for (const [pool, choices] of sections) {
        const group = groups.get(pool);
        const key = JSON.stringify(choices.toSorted(([one], [other]) => (one < other ? -1 : 1)));
        group?.set(key, (group.get(key) ?? 0) + 1);
      }
    },
    of: (pool: string): PoolChoices =>
      [...(groups.get(pool) ?? [])]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([choices, count]) => ({ choices: JSON.parse(choices), count })),
  };
};
