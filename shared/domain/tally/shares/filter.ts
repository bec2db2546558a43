import { ROUNDING, type Run } from "./run.ts";

/** What doubles can say of a project's price. */
export const DEARER = 0;
export const AFFORDABLE = 1;
export const UNAFFORDABLE = 2;
const UNCERTAIN = 3;

/**
 * Looks for the price of a project in doubles, from below, and gives up as soon as it is certainly above `limit` (a
 * price per utility). Leaves a lower bound in `floors` and `floorPrices`; if AFFORDABLE, an upper bound in
 * `ceilingPrices`, and the supporters parted exactly into poor and rich.
 *
 * Why that is certain. Let `b` be exact money and `b'` the double held for it, `u` = 2^-53, `d` = `moneyError`.
 *
 * 1. |b' - b| ≤ d for all who have money left; who has none is held as 0. At the start b' is the share rounded. A
 *    purchase at the price α, held as a' with |a' - α| ≤ uα + ε (ε the error of the double double, see `buy`), takes
 *    s·α from the rich, where sα ≤ b ≤ share: rounding a', the product and the difference adds at most
 *    3u(1 + 4u)·share + s·ε < 4u·share + s·ε, which is what `buy` adds to d.
 * 2. Poor means sα > b for certain: a supporter becomes poor only when b' < s·floor - d, thus b < s·floor ≤ sα (2u·share
 *    of slack is added to d for the rounding of s·floor - d, which is below the share if it matters). It stays so, as
 *    α never falls while money never grows.
 * 3. For any set P of supporters with rich rest R, cost = Σ min(b, sα) ≤ Σ_P wb + α·Σ_R ws, so that
 *    α ≥ (cost - Σ_P wb) / Σ_R ws. The divisor is a sum of integers below 2^53, hence exact. The sum S' over the poor, m
 *    terms each rounded once as a product and at most m times in sums, is off by at most (m + 1)u(1 + mu)·S + d·Σ_P w,
 *    and Σ_P w ≤ Σ ws - rich; `error` is more than that, as mu < 2^-20. So (cost - S' - error) / rich, less 8u of itself for its three
 *    roundings, is a lower bound (Newton's step from below on a concave function).
 * 4. If every rich supporter has b' ≥ s(α' + η) + d, where |α' - α₀| ≤ η for the exact α₀ = (cost - Σ_P wb) / Σ_R ws,
 *    then b ≥ sα₀ for the rich, and by 2 and 3 b < s·floor ≤ sα₀ for the poor: α₀ solves the equation, and it is the
 *    only solution because the rich make the sum grow there. Hence α = α₀ ≤ α' + η.
 * 5. If nobody is rich, everybody pays all: S' + error < cost proves that the money does not suffice, also later.
 *
 * Everything else is UNCERTAIN, and `exact.ts` decides. Comparisons of prices divide a bound by the utility of a point,
 * a double within u (a cost is an integer below 2^53 and exact), and give 2u for it.
 */
export const searchPrice = (run: Run, project: number, limit: number): number => {
  const { supporters, floors, floorPrices } = run;
  const cost = run.contest.costsGrosze[project] as number;
  const base = run.bases[project] as number;
  const total = supporters.totals[project] as number;
  const slack = run.moneyError + 2 * ROUNDING * run.shareHigh;
  const end = supporters.starts[project + 1] as number;
  let sum = moneyOfPoor(run, run.richEnds[project] as number, end);
  for (;;) {
    const before = run.richEnds[project] as number;
    const floor = floors[project] as number;
    const least =
      supporters.strengths === null
        ? partEqual(run, project, floor - slack)
        : partByPoints(run, project, floor, slack);
    const richEnd = run.richEnds[project] as number;
    const rich = run.rich[project] as number;
    sum += moneyOfPoor(run, richEnd, before);
    const error = ((total - rich) * slack + (end - richEnd + 4) * ROUNDING * sum) * 1.001;
    if (rich === 0) return sum + error < cost * (1 - 4 * ROUNDING) ? UNAFFORDABLE : UNCERTAIN;

    const raised = ((cost - sum - error) / rich) * (1 - 8 * ROUNDING);
    if (raised > floor) {
      floors[project] = raised;
      floorPrices[project] = (raised / base) * (1 - 2 * ROUNDING);
    }
    if ((floorPrices[project] as number) > limit) return DEARER;
    const middle = (cost - sum) / rich;
    const eta = (error / rich + 8 * ROUNDING * middle) * 1.001;
    if (least >= middle + 2 * eta + 2 * slack) {
      run.ceilingPrices[project] = ((middle + eta) / base) * (1 + 4 * ROUNDING);
      return AFFORDABLE;
    }
    if (raised <= floor && richEnd === before) return UNCERTAIN;
  }
};

const moneyOfPoor = ({ supporters, money }: Run, from: number, to: number): number => {
  const { ballots, weights } = supporters;
  let sum = 0;
  for (let at = from; at < to; at += 1) {
    const ballot = ballots[at] as number;
    sum += (weights[ballot] as number) * (money[ballot] as number);
  }
  return sum;
};

/**
 * Makes those rich supporters poor who have less than `bar`, and returns the least money of the others. The poor stand in
 * the order in which they became so, from the end, which in the next run they mostly do again: the first loop takes them.
 */
const partEqual = (
  { supporters, money, richEnds, rich: riches }: Run,
  project: number,
  bar: number,
): number => {
  const { ballots, weights, starts } = supporters;
  const start = starts[project] as number;
  let richEnd = richEnds[project] as number;
  let rich = riches[project] as number;
  let least = Number.POSITIVE_INFINITY;
  while (richEnd > start && (money[ballots[richEnd - 1] as number] as number) < bar) {
    richEnd -= 1;
    rich -= weights[ballots[richEnd] as number] as number;
  }
  for (let at = start; at < richEnd; ) {
    const ballot = ballots[at] as number;
    const has = money[ballot] as number;
    if (has >= bar) {
      if (has < least) least = has;
      at += 1;
      continue;
    }
    rich -= weights[ballot] as number;
    richEnd -= 1;
    ballots[at] = ballots[richEnd] as number;
    ballots[richEnd] = ballot;
  }
  richEnds[project] = richEnd;
  riches[project] = rich;
  return least;
};

/** The same where what a supporter pays depends on the points: the bar is points · floor - slack, the least is per point. */
const partByPoints = (run: Run, project: number, floor: number, slack: number): number => {
  const { supporters, money, richEnds } = run;
  const { ballots, starts } = supporters;
  const strengths = supporters.strengths as Int16Array;
  let least = Number.POSITIVE_INFINITY;
  for (let at = starts[project] as number; at < (richEnds[project] as number); ) {
    const strength = strengths[at] as number;
    const has = money[ballots[at] as number] as number;
    if (has < strength * floor - slack) {
      makePoor(run, project, at);
      continue;
    }
    const each = (has - slack) / strength;
    if (each < least) least = each;
    at += 1;
  }
  return least + slack;
};

/** Moves a rich supporter to the poor. */
export const makePoor = (run: Run, project: number, at: number): void => {
  const { ballots, weights, strengths } = run.supporters;
  const last = (run.richEnds[project] as number) - 1;
  const ballot = ballots[at] as number;
  ballots[at] = ballots[last] as number;
  ballots[last] = ballot;
  let strength = 1;
  if (strengths !== null) {
    strength = strengths[at] as number;
    strengths[at] = strengths[last] as number;
    strengths[last] = strength;
  }
  run.richEnds[project] = last;
  run.rich[project] = (run.rich[project] as number) - (weights[ballot] as number) * strength;
};
