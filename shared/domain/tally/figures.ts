import { z } from "zod";
import { Grosze } from "../money.ts";
import type { Ballots, Election } from "./election.ts";

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
  const costs = projects.map(({ id, costGrosze }) => (funded.has(id) ? costGrosze : -1));
  let [voters, served, fundedChoices, cost] = [0, 0, 0, 0n];
  for (let ballot = 0; ballot < ballots.weights.length; ballot += 1) {
    const weight = ballots.weights[ballot] as number;
    const { choices, costGrosze } = fundedOn(ballots, ballot, costs);
    voters += weight;
    if (choices > 0) served += weight;
    fundedChoices += choices * weight;
    cost += BigInt(costGrosze) * BigInt(weight);
  }
  return { served, fundedChoices, averageCostGrosze: voters === 0 ? 0 : Number(cost / BigInt(voters)) };
};

/** A project that was given no points, or fewer, was not chosen. */
const fundedOn = ({ offsets, projects, points }: Ballots, ballot: number, costs: readonly number[]) => {
  let [choices, costGrosze] = [0, 0];
  for (let entry = offsets[ballot] as number; entry < (offsets[ballot + 1] as number); entry += 1) {
    const cost = costs[projects[entry] as number] as number;
    if (cost < 0 || (points[entry] as number) <= 0) continue;
    choices += 1;
    costGrosze += cost;
  }
  return { choices, costGrosze };
};
