import { settle } from "./exact.ts";
import type { Run } from "./run.ts";

/** How many counters are held at a time. */
const COUNTERS = 2 ** 20;

/** The exact money that the supporters of each of these projects hold, as numerators over the denominator of the run. */
export const moneyHeld = (run: Run, projects: readonly number[]): bigint[] => {
  settle(run);
  const size = Math.max(1, Math.floor(COUNTERS / (run.rounds + 1)));
  const held: bigint[] = [];
  for (let first = 0; first < projects.length; first += size) {
    const some = projects.slice(first, first + size);
    const counters = countersOf(run, some);
    for (let number = 0; number < some.length; number += 1) held.push(sumOf(run, counters, number));
  }
  return held;
};

/** For each project a row of counters: the weight of its supporters who have money, and of these what paid in each round. */
const countersOf = (run: Run, projects: readonly number[]): Float64Array => {
  const { contest, money, roundOf, rounds } = run;
  const { offsets, projects: chosen, points, weights } = contest.ballots;
  const byPoints = run.supporters.strengths !== null;
  const rows = new Int32Array(roundOf.length).fill(-1);
  projects.forEach((project, row) => {
    rows[project] = row * (rounds + 1);
  });
  const counters = new Float64Array(projects.length * (rounds + 1));
  const paidFor = new Int32Array(rounds);
  const strengths = new Int32Array(rounds);
  for (let ballot = 0; ballot < weights.length; ballot += 1) {
    if (money[ballot] === 0) continue;
    const start = offsets[ballot] as number;
    const end = offsets[ballot + 1] as number;
    const weight = weights[ballot] as number;
    let paid = 0;
    for (let entry = start; entry < end; entry += 1) {
      const given = points[entry] as number;
      const round = roundOf[chosen[entry] as number] as number;
      if (round === -1 || given <= 0) continue;
      paidFor[paid] = round + 1;
      strengths[paid] = byPoints ? given : 1;
      paid += 1;
    }
    for (let entry = start; entry < end; entry += 1) {
      const row = rows[chosen[entry] as number] as number;
      if (row === -1 || (points[entry] as number) <= 0) continue;
      counters[row] = (counters[row] as number) + weight;
      for (let index = 0; index < paid; index += 1) {
        const at = row + (paidFor[index] as number);
        counters[at] = (counters[at] as number) + weight * (strengths[index] as number);
      }
    }
  }
  return counters;
};

const sumOf = (run: Run, counters: Float64Array, number: number): bigint => {
  const row = number * (run.rounds + 1);
  let sum = BigInt(counters[row] as number) * run.exactShare;
  for (let round = 0; round < run.rounds; round += 1) {
    const count = counters[row + 1 + round] as number;
    if (count !== 0) sum -= BigInt(count) * (run.exactPrices[round] as bigint);
  }
  return sum;
};
