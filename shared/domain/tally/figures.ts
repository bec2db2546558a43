import { z } from "zod";
import { Grosze } from "../money.ts";
import { ballotCount, type Election } from "./election.ts";
import { supportersOf } from "./shares/supporters.ts";

/** What an outcome means for those who voted. Exact sums; averages are for the reader to take. */
export const Figures = z
  .strictObject({
    /** Ballots that name at least one funded project. */
    served: z.int().min(0),
    /** Funded projects on a ballot, added up over all ballots. */
    fundedChoices: z.int().min(0),
    /** What the funded projects on a ballot cost, on average over all ballots, in whole grosze. */
    averageCostGrosze: Grosze,
  })
  .meta({ id: "OutcomeFigures" });
export type Figures = z.infer<typeof Figures>;

export const figuresOf = ({ projects, ballots }: Election, selected: readonly string[]): Figures => {
  const funded = new Set(selected);
  // A project that was given no points, or fewer, was not chosen.
  const supporters = supportersOf(ballots, projects.length, { positiveOnly: true, byPoints: false });
  const isServed = new Uint8Array(ballots.weights.length);
  let [served, fundedChoices, cost] = [0, 0, 0n];
  for (const [project, { id, costGrosze }] of projects.entries()) {
    if (!funded.has(id)) continue;
    const end = supporters.starts[project + 1] as number;
    for (let at = supporters.starts[project] as number; at < end; at += 1) {
      const ballot = supporters.ballots[at] as number;
      if (isServed[ballot] === 1) continue;
      isServed[ballot] = 1;
      served += supporters.weights[ballot] as number;
    }
    const choices = supporters.totals[project] as number;
    fundedChoices += choices;
    cost += BigInt(costGrosze) * BigInt(choices);
  }
  const voters = ballotCount(ballots);
  return { served, fundedChoices, averageCostGrosze: voters === 0 ? 0 : Number(cost / BigInt(voters)) };
};
