import { z } from "zod";
import { Grosze } from "../money.ts";
import type { PoolKind } from "../pool/kinds.ts";
import { RollOver } from "../pool/roll-over.ts";
import { ballotGroups } from "./ballot-groups.ts";
import { ballotRow, putChoice } from "./ballot-row.ts";
import { seatsLeft } from "./carried.ts";
import { type Ballots, ballotCount, type Election, type ExclusionGroup, type Project } from "./election.ts";
import { greedy } from "./greedy.ts";
import { queueOf } from "./queue.ts";
import type { CountingRule } from "./rule.ts";
import type { Tally } from "./tally.ts";
import type { TieInputs } from "./ties/lot.ts";
import { UndecidedTie } from "./undecided.ts";

/** A pool that was counted, with what it was counted from. */
export interface CountedPool {
  readonly pool: string;
  readonly election: Election;
  readonly rule: CountingRule;
  readonly ties: TieInputs;
  readonly tally: Tally;
  /** The people of whom its ballots are the turnout; null where money does not go by it: a citywide pool. */
  readonly electorate: number | null;
}

/**
 * Of how many people the ballots of a pool are the turnout: residents of its area, as the edition has them. One that was opened without them
 * has people on the roll by district alone, and its areas stay out of it.
 */
export const electorateOf = (
  kind: PoolKind,
  { residents, onRoll }: { readonly residents: number | undefined; readonly onRoll: number },
): number | null => {
  if (kind === "citywide") return null;
  return residents ?? (kind === "district" ? onRoll : null);
};

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

/** What other pools may have of what a pool left: nothing where it went into a project that a reserve topped up. */
export const freeGrosze = ({ lines, leftGrosze }: Tally): Grosze =>
  lines.some((line) => line.outcome === "did-not-fit" && line.toppedUp) ? 0 : leftGrosze;

/** The rules of the edition by which the money is spent. */
export interface LeftOverRules {
  readonly policy: RollOver;
  /** Groups of exclusion across all pools. */
  readonly groups: readonly ExclusionGroup[];
}

/** A tie that decides what the money buys, and that only a lot can settle: one of that pool, which has none yet. */
export const LeftOverTie = UndecidedTie.extend({ pool: z.string() });
export type LeftOverTie = z.infer<typeof LeftOverTie>;

interface Shopping {
  readonly funded: readonly Funded[];
  readonly undecided: readonly LeftOverTie[];
}

const freeIn = (pools: readonly CountedPool[]): Grosze =>
  pools.reduce((sum, { tally }) => sum + freeGrosze(tally), 0);

/** The ties to draw before it is known what the money buys. While a pool has ties of its own, what it leaves is not known either. */
export const leftOverTies = (pools: readonly CountedPool[], rules: LeftOverRules): readonly LeftOverTie[] =>
  pools.some(({ tally }) => tally.undecided.length > 0)
    ? []
    : shoppingBy(pools, rules, freeIn(pools)).undecided;

/** Spends what the pools left over, after all are counted. Nothing that a pool funded itself is touched. */
export const spendLeftOver = (pools: readonly CountedPool[], rules: LeftOverRules): LeftOver => {
  const amountGrosze = freeIn(pools);
  const funded = [...shoppingBy(pools, rules, amountGrosze).funded];
  const cost = funded.reduce((sum, { costGrosze }) => sum + costGrosze, 0);
  return { policy: rules.policy, amountGrosze, funded, leftGrosze: amountGrosze - cost };
};

const shoppingBy = (
  pools: readonly CountedPool[],
  { policy, groups }: LeftOverRules,
  amountGrosze: number,
): Shopping => {
  switch (policy) {
    // The next edition's money, or spent already: the citywide pool was counted with it.
    case "same-pool-next-edition":
    case "citywide-now":
      return { funded: [], undecided: [] };
    case "best-of-all":
      return bestOfAll(pools, groups, amountGrosze);
    case "highest-turnout":
      return byTurnout(pools, groups, amountGrosze);
  }
};

const fundedIn = (pools: readonly CountedPool[]): Set<string> =>
  new Set(pools.flatMap(({ tally }) => tally.selected));

/** The projects of a pool that money left over may still buy: no decision, minimum or reserve stands against it. */
const openIn = ({ tally }: CountedPool, shut: ReadonlyMap<string, unknown>): Set<string> =>
  new Set(
    tally.lines.flatMap((line) => {
      const isOpen =
        line.outcome === "did-not-fit"
          ? !line.toppedUp
          : line.outcome === "not-reached" || line.outcome === "lost-lot";
      return isOpen && !shut.has(line.id) ? [line.id] : [];
    }),
  );

/** Down the order once, skipping what does not fit. The minimum was looked at when the pools were counted. */
const buyDown = (
  election: Election,
  { pool, rule, ties }: CountedPool,
): { readonly bought: readonly Project[]; readonly undecided: readonly LeftOverTie[] } => {
  const fill = { kind: "skip" } as const;
  const bare = { ...rule, threshold: null, fill };
  const { turns, undecided } = greedy(election, bare, { queue: queueOf(election, bare, ties), fill });
  return {
    bought: turns.flatMap(({ contender, move }) => (move === "fund" ? [contender.project] : [])),
    undecided: undecided.map((tie) => ({ ...tie, pool })),
  };
};

/** Down the list of each district and area in turn, the one with the highest turnout first; of equal ones that with more voters, then by id. */
const byTurnout = (
  pools: readonly CountedPool[],
  all: readonly ExclusionGroup[],
  amountGrosze: number,
): Shopping => {
  const funded = fundedIn(pools);
  const bought: Funded[] = [];
  const undecided: LeftOverTie[] = [];
  let left = amountGrosze;
  for (const one of pools.filter(hasTurnout).toSorted(turnoutFirst)) {
    const { out, groups } = seatsLeft(all, funded);
    const election = { budgetGrosze: left, groups, ...joined([one], openIn(one, out)) };
    const shopping = buyDown(election, one);
    undecided.push(...shopping.undecided);
    for (const { id, costGrosze } of shopping.bought) {
      bought.push({ pool: one.pool, id, costGrosze });
      funded.add(id);
      left -= costGrosze;
    }
  }
  return { funded: bought, undecided };
};

type WithTurnout = CountedPool & { readonly electorate: number };

const hasTurnout = (pool: CountedPool): pool is WithTurnout => pool.electorate !== null;

const turnoutFirst = (a: WithTurnout, b: WithTurnout): number => {
  const [votersA, votersB] = [ballotCount(a.election.ballots), ballotCount(b.election.ballots)];
  const difference = BigInt(votersB) * BigInt(a.electorate) - BigInt(votersA) * BigInt(b.electorate);
  return Number(difference > 0n) - Number(difference < 0n) || votersB - votersA || (a.pool < b.pool ? -1 : 1);
};

/** One list of everything that no pool funded, in the order of the first pool's rule, which all have in common. */
const bestOfAll = (
  pools: readonly CountedPool[],
  all: readonly ExclusionGroup[],
  amountGrosze: number,
): Shopping => {
  const [first] = pools;
  if (!first) return { funded: [], undecided: [] };
  const { out, groups } = seatsLeft(all, fundedIn(pools));
  const open = new Set(pools.flatMap((one) => [...openIn(one, out)]));
  const election = { budgetGrosze: amountGrosze, groups, ...joined(pools, open) };
  const home = new Map(
    pools.flatMap(({ pool, election: { projects } }) => projects.map(({ id }) => [id, pool])),
  );
  const { bought, undecided } = buyDown(election, first);
  return {
    funded: bought.map(({ id, costGrosze }) => ({ pool: home.get(id) ?? "", id, costGrosze })),
    undecided,
  };
};

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
