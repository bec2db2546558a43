import type { SharesContest } from "./contest.ts";
import { doubleDouble, type Fraction } from "./fraction.ts";
import { forgetPaid, nothingPaid, type Paid } from "./paid.ts";
import type { Supporters } from "./supporters.ts";

/** Half a unit in the last place of 1: the greatest relative error of one operation on doubles. */
export const ROUNDING = 2 ** -53;

/**
 * One run of the method, with one share. Arrays are made once and used again by every run of a contest.
 *
 * The supporters of a project stand in two parts: from its start those who can pay in full as far as is known (rich),
 * up to `richEnds`; then those who certainly cannot (poor), who may have nothing left. A price never falls and money
 * never grows, so that a supporter moves only from the first part to the second.
 */
export interface Run {
  readonly contest: SharesContest;
  readonly supporters: Supporters;
  /** What the price per point of each project is divided by to compare it: the utility of one point. */
  readonly bases: Float64Array;
  /** For each project the groups it is in; `null` where no group is. */
  readonly groupsOf: readonly (readonly number[])[] | null;
  readonly groupRoom: Int32Array;
  /** The same for the parts of the pool, with the money that each has left. */
  readonly partsOf: readonly (readonly number[])[] | null;
  readonly partLeft: Float64Array;
  share: Fraction;
  shareHigh: number;
  /**
   * What a voter of each ballot has left, within `moneyError`; exactly 0 for those with nothing left. With `moneyLow`
   * added it is within `moneyLowError`.
   */
  readonly money: Float64Array;
  readonly moneyLow: Float64Array;
  moneyError: number;
  moneyLowError: number;
  /** A certain lower bound on the price of each project: grosze per point, and per utility. */
  readonly floors: Float64Array;
  readonly floorPrices: Float64Array;
  /** An upper bound on the price per utility of projects found affordable in this round. */
  readonly ceilingPrices: Float64Array;
  readonly richEnds: Uint32Array;
  /** Σ weight · strength of the rich. */
  readonly rich: Float64Array;
  /** The projects that can still be bought, by `floorPrices`. */
  readonly queue: Int32Array;
  queued: number;
  /** The purchases: the project, and `rich` at that time. */
  readonly bought: Int32Array;
  rounds: number;
  readonly richAt: Float64Array;
  /** The price per point of the last purchase: `price` + `priceLow`, within `priceError`. */
  price: number;
  priceLow: number;
  priceError: number;
  /** The number of each bought project among the purchases, else -1. */
  readonly roundOf: Int32Array;
  /** The ballots whose money ended with a purchase they could not pay in full: of round `r` up to `spentEnds[r + 1]`. */
  readonly spent: Int32Array;
  readonly spentEnds: Uint32Array;
  /** The exact prices of the first purchases, as numerators over one denominator; the share likewise. */
  exactPrices: bigint[];
  exactShare: bigint;
  denominator: bigint;
  /** Their product is the denominator. */
  factors: number[];
  readonly paid: Paid;
  /** How often doubles did not decide. */
  arbitrations: number;
  /** Scratch: Σ weight · strength of some ballots by what they bought. */
  readonly counters: Float64Array;
  costGrosze: number;
}

export const runOf = (contest: SharesContest, supporters: Supporters, bases: Float64Array): Run => {
  const projects = contest.costsGrosze.length;
  const ballots = contest.ballots.weights.length;
  const { groups = [], parts = [] } = contest;
  return {
    contest,
    supporters,
    bases,
    groupsOf: groups.length === 0 ? null : membershipOf(projects, groups),
    groupRoom: new Int32Array(groups.length),
    partsOf: parts.length === 0 ? null : membershipOf(projects, parts),
    partLeft: new Float64Array(parts.length),
    share: { numerator: 0n, denominator: 1n },
    shareHigh: 0,
    money: new Float64Array(ballots),
    moneyLow: new Float64Array(ballots),
    moneyError: 0,
    moneyLowError: 0,
    floors: new Float64Array(projects),
    floorPrices: new Float64Array(projects),
    ceilingPrices: new Float64Array(projects),
    richEnds: new Uint32Array(projects),
    rich: new Float64Array(projects),
    queue: new Int32Array(projects),
    queued: 0,
    bought: new Int32Array(projects),
    rounds: 0,
    richAt: new Float64Array(projects),
    price: 0,
    priceLow: 0,
    priceError: 0,
    roundOf: new Int32Array(projects),
    spent: new Int32Array(ballots),
    spentEnds: new Uint32Array(projects + 1),
    exactPrices: [],
    exactShare: 0n,
    denominator: 1n,
    factors: [],
    paid: nothingPaid(ballots),
    arbitrations: 0,
    counters: new Float64Array(projects),
    costGrosze: 0,
  };
};

const membershipOf = (
  projects: number,
  groups: readonly { readonly projects: readonly number[] }[],
): number[][] => {
  const membership = Array.from({ length: projects }, (): number[] => []);
  groups.forEach((group, index) => {
    for (const project of new Set(group.projects)) membership[project]?.push(index);
  });
  return membership;
};

/** Makes the run ready for the first purchase at this share. */
export const startRun = (run: Run, share: Fraction): void => {
  const { supporters, contest, bases } = run;
  run.share = share;
  const [high, low] = doubleDouble(share.numerator, share.denominator);
  run.shareHigh = high;
  run.money.fill(high);
  run.moneyLow.fill(low);
  run.moneyError = high * ROUNDING * 2;
  run.moneyLowError = high * ROUNDING * ROUNDING * 16;
  run.roundOf.fill(-1);
  run.rounds = 0;
  run.spentEnds[0] = 0;
  run.exactPrices = [];
  forgetPaid(run.paid);
  run.exactShare = share.numerator;
  run.denominator = share.denominator;
  run.factors = [Number(share.denominator)];
  run.costGrosze = 0;
  for (let group = 0; group < run.groupRoom.length; group += 1) {
    run.groupRoom[group] = contest.groups?.[group]?.atMost ?? 0;
  }
  for (let part = 0; part < run.partLeft.length; part += 1) {
    run.partLeft[part] = contest.parts?.[part]?.budgetGrosze ?? 0;
  }
  run.queued = 0;
  for (let p = 0; p < contest.costsGrosze.length; p += 1) {
    const total = supporters.totals[p] as number;
    const cost = contest.costsGrosze[p] as number;
    if (contest.takesPart[p] !== 1 || total === 0) continue;
    // Not even all the money of its supporters is enough.
    if (supporters.strengths === null && cost > total * run.shareHigh * (1 + 8 * ROUNDING)) continue;
    const end = supporters.starts[p + 1] as number;
    run.richEnds[p] = end;
    run.rich[p] = total;
    run.floors[p] = (cost / total) * (1 - 4 * ROUNDING);
    run.floorPrices[p] =
      cost === 0 ? 0 : ((run.floors[p] as number) / (bases[p] as number)) * (1 - 2 * ROUNDING);
    run.ceilingPrices[p] = 0;
    insert(run, p);
  }
};

/** Whether its groups leave room for a project, and its parts of the pool money. */
export const hasRoom = ({ contest, groupsOf, groupRoom, partsOf, partLeft }: Run, project: number): boolean =>
  (groupsOf === null ||
    (groupsOf[project] as readonly number[]).every((group) => (groupRoom[group] as number) > 0)) &&
  (partsOf === null ||
    (partsOf[project] as readonly number[]).every(
      (part) => (partLeft[part] as number) >= (contest.costsGrosze[project] as number),
    ));

/** Puts a project last in the queue and moves it to where its bound belongs. */
const insert = (run: Run, project: number): void => {
  const { queue, floorPrices } = run;
  const price = floorPrices[project] as number;
  let at = run.queued;
  for (; at > 0; at -= 1) {
    const before = queue[at - 1] as number;
    if ((floorPrices[before] as number) <= price) break;
    queue[at] = before;
  }
  queue[at] = project;
  run.queued += 1;
};

/** Puts the queue in order again, without the projects marked by a bound of infinity or bought, or without room. */
export const tidyQueue = (run: Run): void => {
  const { queue, floorPrices, roundOf } = run;
  const waiting = run.queued;
  run.queued = 0;
  for (let at = 0; at < waiting; at += 1) {
    const project = queue[at] as number;
    if (roundOf[project] !== -1 || floorPrices[project] === Number.POSITIVE_INFINITY) continue;
    if (!hasRoom(run, project)) continue;
    insert(run, project);
  }
};
