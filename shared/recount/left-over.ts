import { ballotsCast, type Candidate, candidatesOf } from "./candidate.ts";
import type { PlainContest, PlainGroup, Recount } from "./contest.ts";
import { exclusionsOf } from "./groups.ts";
import { runsOf } from "./order.ts";

/** A pool that was recounted, with what it was recounted from. */
export interface RecountedPool {
  readonly pool: string;
  readonly contest: PlainContest;
  readonly recount: Recount;
  /** The people whose turnout its ballots are; null for a pool that no money goes to by turnout. */
  readonly electorate: number | null;
}

/** What is bought with what pools left, in the order of buying; costs in grosze. */
interface Bought {
  readonly pool: string;
  readonly id: string;
  readonly costGrosze: number;
}

/** Whether money left over may still buy it: no decision, minimum or reserve stands against it. */
export const mayBeBought = ({ outcomes, toppedUp }: Recount, id: string): boolean =>
  id !== toppedUp && ["did-not-fit", "not-reached", "lost-lot"].includes(outcomes[id] ?? "");

/** What is left for others, in grosze: nothing where the rest went into a project that was topped up. */
export const freeOf = (
  { budgetGrosze }: Pick<PlainContest, "budgetGrosze">,
  { costGrosze, toppedUp }: Recount,
): number => (toppedUp === null ? budgetGrosze - costGrosze : 0);

const leftOf = (pools: readonly RecountedPool[]): bigint =>
  pools.reduce((sum, { contest, recount }) => sum + BigInt(freeOf(contest, recount)), 0n);

/** What every shopping tour of an edition knows: its groups, and whoever is funded by now. */
interface Tour {
  readonly groups: readonly PlainGroup[];
  readonly funded: Set<string>;
}

const tourOf = (pools: readonly RecountedPool[], groups: readonly PlainGroup[]): Tour => ({
  groups,
  funded: new Set(pools.flatMap(({ recount }) => recount.selected)),
});

const isFull = ({ projects, rule }: PlainGroup, funded: ReadonlySet<string>): boolean =>
  projects.filter((id) => funded.has(id)).length >= (rule === "best-wins" ? 1 : rule.atMost);

/** Down the order once, skipping what does not fit and what a group shuts out. */
const buyDown = (
  open: readonly Candidate[],
  { rule, ties = {} }: PlainContest,
  { money, tour: { groups, funded } }: { readonly money: bigint; readonly tour: Tour },
): Candidate[] => {
  const isShut = ({ id }: Candidate): boolean =>
    groups.some((group) => group.projects.includes(id) && isFull(group, funded));
  const runs = runsOf(
    open.filter((candidate) => !isShut(candidate)),
    { order: rule.order, ties: rule.ties, chance: ties },
  );
  const { excluded } = exclusionsOf(groups, runs);
  const bought: Candidate[] = [];
  let left = money;
  for (const candidate of runs.flatMap(({ members }) => members)) {
    if (excluded.has(candidate) || candidate.cost > left || isShut(candidate)) continue;
    bought.push(candidate);
    funded.add(candidate.id);
    left -= candidate.cost;
  }
  return bought;
};

const boughtFor = (pool: string, { id, cost }: Candidate): Bought => ({ pool, id, costGrosze: Number(cost) });

/** One list of all that no pool funded, under the rule of the first pool. */
export const bestOfAll = (pools: readonly RecountedPool[], groups: readonly PlainGroup[]): Bought[] => {
  const [first] = pools;
  if (!first) return [];
  const home = new Map<string, string>();
  const open: Candidate[] = [];
  for (const { pool, contest, recount } of pools)
    for (const candidate of candidatesOf(contest)) {
      if (!mayBeBought(recount, candidate.id)) continue;
      home.set(candidate.id, pool);
      open.push({ ...candidate, place: open.length });
    }
  return buyDown(open, first.contest, { money: leftOf(pools), tour: tourOf(pools, groups) }).map((one) =>
    boughtFor(home.get(one.id) ?? "", one),
  );
};

interface Ranked {
  readonly of: RecountedPool;
  readonly ballots: bigint;
  readonly people: bigint;
}

/** The list that the larger part of its people filled in first; then the one with more ballots; then by id. */
const turnoutFirst = (one: Ranked, other: Ranked): number => {
  const [a, b] = [one.ballots, other.ballots];
  const share = a * other.people - b * one.people;
  if (share !== 0n) return share > 0n ? -1 : 1;
  if (a !== b) return a > b ? -1 : 1;
  return one.of.pool < other.of.pool ? -1 : 1;
};

/** On down the lists of districts and areas, the highest turnout first. */
export const byTurnout = (pools: readonly RecountedPool[], groups: readonly PlainGroup[]): Bought[] => {
  const tour = tourOf(pools, groups);
  const all: Bought[] = [];
  let money = leftOf(pools);
  const ranked = pools.flatMap((of): Ranked[] =>
    of.electorate === null ? [] : [{ of, ballots: ballotsCast(of.contest), people: BigInt(of.electorate) }],
  );
  for (const { of } of ranked.sort(turnoutFirst)) {
    const { pool, contest, recount } = of;
    const open = candidatesOf(contest).filter(({ id }) => mayBeBought(recount, id));
    const bought = buyDown(open, contest, { money, tour });
    for (const { cost } of bought) money -= cost;
    all.push(...bought.map((one) => boughtFor(pool, one)));
  }
  return all;
};
