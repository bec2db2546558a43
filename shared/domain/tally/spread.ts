import type { Grosze } from "../money.ts";
import type { Line } from "./line.ts";

/** How much of an outcome went to one category (or target, or neighbourhood) of projects. */
export interface Share {
  readonly name: string;
  readonly projects: number;
  readonly funded: number;
  readonly costGrosze: Grosze;
  /** Votes for its projects, funded or not: what voters asked for, beside what they got. */
  readonly votes: number;
}

/** How money and votes are spread; the dearest first. A project of several categories counts whole in each, so sums may pass the total. */
export const spreadOver = (
  lines: readonly Line[],
  categoriesOf: ReadonlyMap<string, readonly string[]>,
): Share[] => {
  const shares = new Map<string, Share>();
  for (const { id, outcome, costGrosze, votes } of lines)
    for (const name of categoriesOf.get(id) ?? []) {
      const before = shares.get(name) ?? { name, projects: 0, funded: 0, costGrosze: 0, votes: 0 };
      const isFunded = outcome === "funded";
      shares.set(name, {
        name,
        projects: before.projects + 1,
        funded: before.funded + Number(isFunded),
        costGrosze: before.costGrosze + (isFunded ? costGrosze : 0),
        votes: before.votes + votes,
      });
    }
  return [...shares.values()].sort(
    (one, other) => other.costGrosze - one.costGrosze || (one.name < other.name ? -1 : 1),
  );
};
