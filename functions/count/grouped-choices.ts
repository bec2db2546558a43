import type { BallotPaper } from "../../shared/domain/voting/ballot-paper.ts";
import type { PoolChoices } from "../../shared/domain/voting/pool-choices.ts";

/** The choices of one pool with how often each was made, sorted: equal ballots are one line, and no order of casting is left. */
export const groupedChoices = (papers: readonly BallotPaper[], pool: string): PoolChoices => {
  const groups = new Map<string, number>();
  for (const { sections } of papers) {
    const section = sections.find(([id]) => id === pool);
    if (!section) continue;
    const choices = JSON.stringify(section[1].toSorted(([one], [other]) => (one < other ? -1 : 1)));
    groups.set(choices, (groups.get(choices) ?? 0) + 1);
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([choices, count]) => ({ choices: JSON.parse(choices), count }));
};
