import { type SharesContest, VOTERS_LIMIT } from "./contest.ts";
import { quotient } from "./exact.ts";
import {
  addFactor,
  commonDivisor,
  denominatorOf,
  dividedBy,
  type Fraction,
  fractionOver,
} from "./fraction.ts";
import { ROUNDING } from "./run.ts";
import { type Supporters, supportersOf } from "./supporters.ts";

/** A project at its turn. */
interface PhragmenTurn {
  readonly project: number;
  /** The load it would put on its supporters, or does: grosze a voter. */
  readonly load: Fraction;
  /** Whether what was left of the pool was enough. */
  readonly funded: boolean;
  /** Projects with exactly this load, which come later in precedence. */
  readonly tiedWith: readonly number[];
}

interface PhragmenOutcome {
  /** In order; with `stop` the last one may be the misfit that ended it. */
  readonly turns: readonly PhragmenTurn[];
  readonly costGrosze: number;
  /** Projects that a group or a part of the pool shut out before their turn. */
  readonly shutOut: readonly number[];
  /** How often loads were too near to each other for doubles, and exact numbers decided. */
  readonly arbitrations: number;
}

/**
 * All loads are those of earlier purchases: a supporter's is that of the last one bought. Held per ballot as its number,
 * from 1, with 0 for none yet; `loads` are doubles for them, `exactLoads` numerators over one denominator.
 */
interface Count {
  readonly contest: SharesContest;
  readonly supporters: Supporters;
  readonly last: Uint16Array;
  readonly loads: Float64Array;
  exactLoads: bigint[];
  denominator: bigint;
  /** Their product is the denominator. */
  readonly factors: number[];
  arbitrations: number;
  readonly counters: Float64Array;
  readonly floors: Float64Array;
}

/** Sequential Phragmén, exact; `docs/counting.md` defines it. */
export const phragmen = (contest: SharesContest, afterMisfit: "skip" | "stop"): PhragmenOutcome => {
  if (contest.voters > VOTERS_LIMIT) throw new RangeError(`more than ${VOTERS_LIMIT} voters`);
  const { costsGrosze, takesPart, precedence, groups = [], parts = [] } = contest;
  const projects = costsGrosze.length;
  const supporters = supportersOf(contest.ballots, projects, { positiveOnly: false, byPoints: false });
  const count: Count = {
    contest,
    supporters,
    last: new Uint16Array(contest.ballots.weights.length),
    loads: new Float64Array(projects + 1),
    exactLoads: [0n],
    denominator: 1n,
    factors: [],
    arbitrations: 0,
    counters: new Float64Array(projects + 1),
    floors: Float64Array.from(
      costsGrosze,
      (cost, p) => (cost / (supporters.totals[p] as number)) * (1 - 4 * ROUNDING),
    ),
  };
  const room = groups.map(({ atMost }) => atMost);
  const partLeft = parts.map(({ budgetGrosze }) => budgetGrosze);
  const fits = (project: number): boolean =>
    groups.every((group, index) => (room[index] as number) > 0 || !group.projects.includes(project)) &&
    parts.every(
      (part, index) =>
        (costsGrosze[project] as number) <= (partLeft[index] as number) || !part.projects.includes(project),
    );

  const turns: PhragmenTurn[] = [];
  const shutOut: number[] = [];
  let left = contest.budgetGrosze;
  let waiting = [...costsGrosze.keys()].filter(
    (p) => takesPart[p] === 1 && (supporters.totals[p] as number) > 0,
  );
  const { floors } = count;
  for (;;) {
    waiting = waiting.filter((project) => {
      if (fits(project)) return true;
      shutOut.push(project);
      return false;
    });
    if (waiting.length === 0) break;
    waiting.sort((a, b) => (floors[a] as number) - (floors[b] as number));
    const rivals = lowest(count, waiting);
    const place = (project: number): number => precedence[project] as number;
    const project = rivals.reduce((first, rival) => (place(rival) < place(first) ? rival : first));
    const numerator = exactLoad(count, project);
    const votes = supporters.totals[project] as number;
    const cost = costsGrosze[project] as number;
    const funded = cost <= left;
    const load = dividedBy(fractionOver(numerator, denominatorOf(count.factors)), votes);
    turns.push({ project, load, funded, tiedWith: rivals.filter((rival) => rival !== project) });
    if (!funded && afterMisfit === "stop") break;
    waiting = waiting.filter((other) => other !== project);
    if (!funded) continue;
    left -= cost;
    putLoad(count, project, numerator);
    groups.forEach((group, index) => {
      if (group.projects.includes(project)) room[index] = (room[index] as number) - 1;
    });
    parts.forEach((part, index) => {
      if (part.projects.includes(project)) partLeft[index] = (partLeft[index] as number) - cost;
    });
  }
  return { turns, costGrosze: contest.budgetGrosze - left, shutOut, arbitrations: count.arbitrations };
};

/**
 * The projects with the lowest load, by exact numbers where doubles do not tell. Loads never fall, so that the load a
 * project had when it was last looked at bounds it from below; `waiting` is in the order of these bounds.
 *
 * A load is (cost + Σ weight · load) / votes, a quotient of sums of numbers that are not negative. Each load held is
 * within 4u, u = 2^-53, of the exact one, each product within another u, and m sums add (m + 1)u at most, the quotient
 * one more: the double is within (m + 8)u of the exact load, relatively, m being the number of entries (m·u < 2^-20, so
 * that second order terms are below the 1 % added).
 */
const lowest = (count: Count, waiting: readonly number[]): readonly number[] => {
  const { supporters, floors, last, loads } = count;
  const { ballots, weights, starts, totals } = supporters;
  const { costsGrosze } = count.contest;
  let limit = Number.POSITIVE_INFINITY;
  const candidates: number[] = [];
  for (const project of waiting) {
    if ((floors[project] as number) > limit) break;
    const start = starts[project] as number;
    const end = starts[project + 1] as number;
    let sum = costsGrosze[project] as number;
    for (let at = start; at < end; at += 1) {
      const ballot = ballots[at] as number;
      sum += (weights[ballot] as number) * (loads[last[ballot] as number] as number);
    }
    const load = sum / (totals[project] as number);
    const error = (end - start + 10) * ROUNDING * 1.01;
    floors[project] = load * (1 - error);
    const ceiling = load * (1 + error);
    if (ceiling < limit) limit = ceiling;
    candidates.push(project);
  }
  const rivals = candidates.filter((project) => (floors[project] as number) <= limit);
  if (rivals.length === 1) return rivals;

  count.arbitrations += 1;
  let cheapest: number[] = [];
  let best = { numerator: 0n, votes: 1n };
  for (const project of rivals) {
    const own = { numerator: exactLoad(count, project), votes: BigInt(totals[project] as number) };
    const order = own.numerator * best.votes - best.numerator * own.votes;
    if (cheapest.length > 0 && order > 0n) continue;
    if (cheapest.length === 0 || order < 0n) cheapest = [];
    if (cheapest.length === 0) best = own;
    cheapest.push(project);
  }
  return cheapest;
};

/** The exact sum of a project's cost and its supporters' loads, as a numerator over the denominator. */
const exactLoad = (count: Count, project: number): bigint => {
  const { supporters, counters, last, exactLoads } = count;
  counters.fill(0, 0, exactLoads.length);
  const end = supporters.starts[project + 1] as number;
  for (let at = supporters.starts[project] as number; at < end; at += 1) {
    const ballot = supporters.ballots[at] as number;
    const number = last[ballot] as number;
    counters[number] = (counters[number] as number) + (supporters.weights[ballot] as number);
  }
  let sum = BigInt(count.contest.costsGrosze[project] as number) * count.denominator;
  for (let number = 1; number < exactLoads.length; number += 1) {
    const weight = counters[number] as number;
    if (weight !== 0) sum += BigInt(weight) * (exactLoads[number] as bigint);
  }
  return sum;
};

/** Funds a project: numerator / (denominator · votes) is the load of its supporters from now on. */
const putLoad = (count: Count, project: number, numerator: bigint): void => {
  const { supporters, last } = count;
  const votes = supporters.totals[project] as number;
  const divisor = commonDivisor(votes, Number(numerator % BigInt(votes)));
  const factor = BigInt(votes / divisor);
  if (factor !== 1n) {
    count.denominator *= factor;
    count.exactLoads = count.exactLoads.map((load) => load * factor);
    addFactor(count.factors, votes / divisor);
  }
  const number = count.exactLoads.length;
  const load = numerator / BigInt(divisor);
  count.exactLoads.push(load);
  count.loads[number] = quotient(load, count.denominator);
  const end = supporters.starts[project + 1] as number;
  for (let at = supporters.starts[project] as number; at < end; at += 1) {
    last[supporters.ballots[at] as number] = number;
  }
};
