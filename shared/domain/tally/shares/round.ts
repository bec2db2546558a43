import { comparePrices, type ExactPrice, exactPrice, quotient } from "./exact.ts";
import { AFFORDABLE, DEARER, searchPrice, UNAFFORDABLE } from "./filter.ts";
import { ROUNDING, type Run, tidyQueue } from "./run.ts";

/** No project is affordable. */
export const NOTHING = -1;
/** More than one project may be at or below the margin. */
export const UNDECIDED = -2;

/** The next purchase: the others at exactly its price, and the ballots that pay in full and have nothing left then. */
export interface Choice {
  tied: readonly number[];
  even: readonly number[];
}

const NONE: readonly number[] = [];

/**
 * The project to be bought next, or NOTHING. With a `margin`, a price per utility, it is UNDECIDED unless all others are
 * certainly dearer than that. Projects are looked at by their lower bounds, up to the first that is above the lowest
 * upper bound of a price.
 */
export const chooseProject = (run: Run, margin: number, choice: Choice): number => {
  const { queue, floorPrices, ceilingPrices } = run;
  choice.tied = NONE;
  choice.even = NONE;
  tidyQueue(run);
  if (run.queued > 0 && floorPrices[queue[0] as number] === 0) return chooseFree(run, choice);

  let exact: Map<number, ExactPrice> | null = null;
  let limit = Number.POSITIVE_INFINITY;
  let best = NOTHING;
  let rivals: number[] | null = null;
  for (let at = 0; at < run.queued; at += 1) {
    const project = queue[at] as number;
    const most = limit > margin ? limit : margin;
    if ((floorPrices[project] as number) > most) break;
    const verdict = searchPrice(run, project, most);
    if (verdict === DEARER) continue;
    if (verdict === UNAFFORDABLE) {
      floorPrices[project] = Number.POSITIVE_INFINITY;
      continue;
    }
    if (verdict !== AFFORDABLE) {
      const price = exactPrice(run, project);
      if (price === null) {
        floorPrices[project] = Number.POSITIVE_INFINITY;
        continue;
      }
      exact ??= new Map();
      exact.set(project, price);
      bound(run, project, price);
    }
    if (best === NOTHING) best = project;
    else {
      rivals ??= [best];
      rivals.push(project);
    }
    if ((ceilingPrices[project] as number) < limit) limit = ceilingPrices[project] as number;
  }
  if (rivals !== null) {
    const most = limit > margin ? limit : margin;
    rivals = rivals.filter((project) => (floorPrices[project] as number) <= most);
    best = rivals[0] as number;
    if (rivals.length > 1) {
      if (margin > 0) return UNDECIDED;
      exact ??= new Map();
      best = arbitrate(run, rivals, exact, choice);
    }
  }
  choice.even = exact?.get(best)?.even ?? NONE;
  return best;
};

/** Replaces the bounds of a project by those of its exact price. */
const bound = (run: Run, project: number, price: ExactPrice): void => {
  const base = run.bases[project] as number;
  const each = quotient(price.numerator, run.denominator * price.rich);
  run.floors[project] = each * (1 - 4 * ROUNDING);
  run.floorPrices[project] = (each / base) * (1 - 8 * ROUNDING);
  run.ceilingPrices[project] = (each / base) * (1 + 8 * ROUNDING);
};

/** The cheapest of the rivals by exact prices, of equal ones the first in precedence. */
const arbitrate = (
  run: Run,
  rivals: readonly number[],
  exact: Map<number, ExactPrice>,
  choice: Choice,
): number => {
  const { precedence } = run.contest;
  const priced = rivals.map((project) => {
    const price = exact.get(project) ?? exactPrice(run, project);
    if (price === null) throw new Error("an affordable project proved unaffordable");
    exact.set(project, price);
    return { project, price, base: BigInt(run.bases[project] as number) };
  });
  let cheapest = priced.slice(0, 1);
  for (const rival of priced.slice(1)) {
    const order = comparePrices(rival, cheapest[0] as (typeof priced)[0]);
    if (order < 0) cheapest = [rival];
    else if (order === 0) cheapest.push(rival);
  }
  const tied = cheapest.map(({ project }) => project);
  return firstOf(tied, precedence, choice);
};

/** What costs nothing is affordable at the price 0, before all else. */
const chooseFree = (run: Run, choice: Choice): number => {
  const tied = [...run.queue.subarray(0, run.queued)].filter((project) => run.floorPrices[project] === 0);
  return firstOf(tied, run.contest.precedence, choice);
};

const firstOf = (tied: readonly number[], precedence: Int32Array | Uint32Array, choice: Choice): number => {
  const place = (project: number): number => precedence[project] as number;
  const first = tied.reduce((best, project) => (place(project) < place(best) ? project : best));
  choice.tied = tied.filter((project) => project !== first);
  return first;
};
