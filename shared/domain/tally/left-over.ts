import { z } from "zod";
import { Grosze } from "../money.ts";
import { RollOver } from "../pool/roll-over.ts";
import { ballotGroups } from "./ballot-groups.ts";
import { ballotRow, putChoice } from "./ballot-row.ts";
import { type Ballots, ballotCount, type Election, type Project } from "./election.ts";
import { greedy } from "./greedy.ts";
import { queueOf, queueWithout } from "./queue.ts";
import type { CountingRule } from "./rule.ts";
import type { Tally } from "./tally.ts";
import type { TieInputs } from "./ties/lot.ts";

/** A pool that was counted, with what it was counted from. */
export interface CountedPool {
  readonly pool: string;
  readonly kind: "citywide" | "district";
  readonly election: Election;
  readonly rule: CountingRule;
  readonly ties: TieInputs;
  readonly tally: Tally;
  /** Of the district; a citywide pool has none of its own. */
  readonly eligible: number;
}

/** What the money that pools left over was used for in this very edition. */
export const LeftOver = z
  .strictObject({
    policy: RollOver,
    amountGrosze: Grosze,
    funded: z.array(z.strictObject({ pool: z.string(), id: z.string(), costGrosze: Grosze })),
    leftGrosze: Grosze,
  })
  .meta({ id: "LeftOver" });
export type LeftOver = z.infer<typeof LeftOver>;

type Funded = LeftOver["funded"][number];

/** Spends what the pools left over, after all are counted. Nothing that a pool funded itself is touched. */
export const spendLeftOver = (pools: readonly CountedPool[], policy: RollOver): LeftOver => {
  const amountGrosze = pools.reduce((sum, { tally }) => sum + tally.leftGrosze, 0);
  const funded = fundedBy(pools, policy, amountGrosze);
  const cost = funded.reduce((sum, { costGrosze }) => sum + costGrosze, 0);
  return { policy, amountGrosze, funded, leftGrosze: amountGrosze - cost };
};

const fundedBy = (pools: readonly CountedPool[], policy: RollOver, amountGrosze: number): Funded[] => {
  switch (policy) {
    // The next edition's money, or spent already: the citywide pool was counted with it.
    case "same-pool-next-edition":
    case "citywide-now":
      return [];
    case "best-of-all":
      return bestOfAll(pools, amountGrosze);
    case "highest-turnout":
      return byTurnout(pools, amountGrosze);
  }
};

/** Down each district's list in turn, the one with the highest turnout first; of equal ones that with more voters, then by id. */
const byTurnout = (pools: readonly CountedPool[], amountGrosze: number): Funded[] => {
  const districts = pools.filter(({ kind }) => kind === "district").toSorted(turnoutFirst);
  const funded: Funded[] = [];
  let left = amountGrosze;
  for (const { pool, election, rule, ties, tally } of districts) {
    const queue = queueOf(election, rule, ties);
    const before = queue
      .flatMap(({ runs }) => runs.flatMap(({ order }) => order))
      .filter(({ project }) => tally.selected.includes(project.id));
    const { turns } = greedy(election, rule, {
      queue: queueWithout(queue, new Set(before)),
      fill: { kind: "skip" },
      start: { balanceGrosze: left, funded: before },
    });
    for (const { contender, move } of turns) {
      if (move !== "fund") continue;
      const { id, costGrosze } = contender.project;
      funded.push({ pool, id, costGrosze });
      left -= costGrosze;
    }
  }
  return funded;
};

const turnoutFirst = (a: CountedPool, b: CountedPool): number => {
  const [votersA, votersB] = [ballotCount(a.election.ballots), ballotCount(b.election.ballots)];
  const difference = BigInt(votersB) * BigInt(a.eligible) - BigInt(votersA) * BigInt(b.eligible);
  return Number(difference > 0n) - Number(difference < 0n) || votersB - votersA || (a.pool < b.pool ? -1 : 1);
};

/** One list of everything that no pool funded, in the order of the first pool's rule, which all have in common. */
const bestOfAll = (pools: readonly CountedPool[], amountGrosze: number): Funded[] => {
  const [first] = pools;
  if (!first) return [];
  const open = new Set(
    pools.flatMap(({ tally }) =>
      tally.lines
        .filter(({ outcome }) => outcome !== "funded" && STAYS_OUT.every((out) => out !== outcome))
        .map(({ id }) => id),
    ),
  );
  const election: Election = {
    budgetGrosze: amountGrosze,
    ...joined(pools, open),
    groups: pools.flatMap(({ election: { groups = [] } }) => groups),
  };
  const rule: CountingRule = { ...first.rule, threshold: null, fill: { kind: "skip" } };
  const { turns } = greedy(election, rule, {
    queue: queueOf(election, rule, first.ties),
    fill: { kind: "skip" },
  });
  const home = new Map(
    pools.flatMap(({ pool, election: { projects } }) => projects.map(({ id }) => [id, pool])),
  );
  return turns.flatMap(({ contender: { project }, move }) =>
    move === "fund"
      ? [{ pool: home.get(project.id) ?? "", id: project.id, costGrosze: project.costGrosze }]
      : [],
  );
};

const STAYS_OUT = ["below-minimum", "excluded", "withdrawn"] as const;

/** The ballots of all pools over one list of the projects that are still open. */
const joined = (
  pools: readonly CountedPool[],
  open: ReadonlySet<string>,
): { readonly projects: Project[]; readonly ballots: Ballots } => {
  const projects = pools.flatMap(({ election }) => election.projects.filter(({ id }) => open.has(id)));
  const places = new Map(projects.map(({ id }, place) => [id, place]));
  const groups = ballotGroups();
  const row = ballotRow(projects.length);
  for (const { election } of pools) {
    const { offsets, projects: chosen, points, weights } = election.ballots;
    for (let ballot = 0; ballot < weights.length; ballot += 1) {
      row.length = 0;
      for (let at = offsets[ballot] as number; at < (offsets[ballot + 1] as number); at += 1) {
        const place = places.get(election.projects[chosen[at] as number]?.id ?? "");
        if (place !== undefined) putChoice(row, place, points[at] as number);
      }
      groups.add(row, weights[ballot] as number);
    }
  }
  return { projects, ballots: groups.finish() };
};
