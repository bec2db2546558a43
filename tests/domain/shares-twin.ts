import type { Utility } from "../../shared/domain/tally/rule.ts";
import type { AtMost } from "../../shared/domain/tally/shares/contest.ts";

// Equal shares and Phragmén again, slow and obvious, in fractions of big integers: voter by voter, straight from the
// definition in docs/counting.md. Shares nothing with the engine but types.

/** A contest in plain form: for each ballot the points given to projects, and how many voters cast it. */
export interface PlainContest {
  readonly costs: readonly number[];
  readonly takesPart: readonly boolean[];
  /** The projects in the order that settles ties. */
  readonly order: readonly number[];
  readonly budget: number;
  readonly ballots: readonly { readonly given: ReadonlyMap<number, number>; readonly count: number }[];
  readonly groups: readonly AtMost[];
}

export type Q = readonly [numerator: bigint, denominator: bigint];

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
export const q = (numerator: bigint | number, denominator: bigint | number = 1n): Q => {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  const by = gcd(n, d) * (d < 0n ? -1n : 1n);
  return [n / by, d / by];
};
const plus = (a: Q, b: Q): Q => q(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
const minus = (a: Q, b: Q): Q => q(a[0] * b[1] - b[0] * a[1], a[1] * b[1]);
const times = (a: Q, b: Q): Q => q(a[0] * b[0], a[1] * b[1]);
const over = (a: Q, b: Q): Q => q(a[0] * b[1], a[1] * b[0]);
const below = (a: Q, b: Q): boolean => a[0] * b[1] < b[0] * a[1];
const equal = (a: Q, b: Q): boolean => a[0] === b[0] && a[1] === b[1];
const least = (a: Q, b: Q): Q => (below(b, a) ? b : a);
const ZERO = q(0);

interface Voter {
  readonly given: ReadonlyMap<number, number>;
  money: Q;
}

export interface TwinPurchase {
  readonly project: number;
  readonly price: Q;
  readonly tiedWith: readonly number[];
  /** What each voter who supports it paid, and had before. */
  readonly paid: readonly {
    readonly voter: number;
    readonly paid: Q;
    readonly had: Q;
    readonly points: number;
  }[];
}

export interface TwinOutcome {
  readonly purchases: readonly TwinPurchase[];
  readonly cost: number;
  readonly share: Q;
  readonly held: ReadonlyMap<number, Q>;
}

const utilityOf = (contest: PlainContest, utility: Utility, project: number, points: number): Q => {
  const cost = contest.costs[project] as number;
  if (utility === "cost") return q(cost);
  if (utility === "cardinality") return q(1);
  return utility === "points" ? q(points) : q(points * cost);
};

const hasRoom = (contest: PlainContest, won: readonly number[], project: number): boolean =>
  contest.groups.every(
    ({ projects, atMost }) =>
      !projects.includes(project) || won.filter((other) => projects.includes(other)).length < atMost,
  );

const sharesAt = (contest: PlainContest, utility: Utility, share: Q): TwinOutcome => {
  const voters: Voter[] = contest.ballots.flatMap(({ given, count }) =>
    Array.from({ length: count }, () => ({ given, money: share })),
  );
  const won: number[] = [];
  const purchases: TwinPurchase[] = [];
  const supportersOf = (project: number) => voters.filter(({ given }) => (given.get(project) ?? 0) > 0);

  /** The least ρ at which the sum of what is paid reaches the cost: try every split into poor and rich. */
  const priceOf = (project: number): Q | null => {
    const cost = q(contest.costs[project] as number);
    const supporters = supportersOf(project);
    if (supporters.length === 0) return null;
    if (equal(cost, ZERO)) return ZERO;
    const offers = supporters.map(({ given, money }) => ({
      money,
      utility: utilityOf(contest, utility, project, given.get(project) as number),
    }));
    offers.sort((a, b) => (below(over(a.money, a.utility), over(b.money, b.utility)) ? -1 : 1));
    for (let poor = 0; poor < offers.length; poor += 1) {
      const paid = offers.slice(0, poor).reduce((sum, { money }) => plus(sum, money), ZERO);
      const wanted = offers.slice(poor).reduce((sum, { utility: u }) => plus(sum, u), ZERO);
      const price = over(minus(cost, paid), wanted);
      const total = offers.reduce(
        (sum, { money, utility: u }) => plus(sum, least(money, times(price, u))),
        ZERO,
      );
      if (equal(total, cost)) return price;
    }
    return null;
  };

  for (;;) {
    const open = contest.order.filter(
      (project) => contest.takesPart[project] && !won.includes(project) && hasRoom(contest, won, project),
    );
    let best: { project: number; price: Q; tiedWith: number[] } | null = null;
    for (const project of open) {
      const price = priceOf(project);
      if (price === null) continue;
      if (best === null || below(price, best.price)) best = { project, price, tiedWith: [] };
      else if (equal(price, best.price)) best.tiedWith.push(project);
    }
    if (best === null) break;
    const { project, price, tiedWith } = best;
    const paid: { voter: number; paid: Q; had: Q; points: number }[] = [];
    voters.forEach((voter, index) => {
      const points = voter.given.get(project) ?? 0;
      if (points <= 0) return;
      const pays = least(voter.money, times(price, utilityOf(contest, utility, project, points)));
      paid.push({ voter: index, paid: pays, had: voter.money, points });
      voter.money = minus(voter.money, pays);
    });
    won.push(project);
    purchases.push({ project, price, tiedWith: tiedWith.sort((a, b) => a - b), paid });
  }

  const held = new Map<number, Q>();
  for (const project of contest.costs.keys()) {
    const supporters = supportersOf(project);
    if (!contest.takesPart[project] || won.includes(project) || supporters.length === 0) continue;
    held.set(
      project,
      supporters.reduce((sum, { money }) => plus(sum, money), ZERO),
    );
  }
  const cost = won.reduce((sum, project) => sum + (contest.costs[project] as number), 0);
  return { purchases, cost, share, held };
};

export interface TwinOptions {
  readonly utility: Utility;
  readonly share: "exact" | { readonly unitGrosze: number };
  readonly addOne: { readonly unitGrosze: number; readonly stopsWhenExhaustive: boolean } | null;
}

export const sharesTwin = (
  contest: PlainContest,
  { utility, share, addOne }: TwinOptions,
): { outcome: TwinOutcome | null; runs: number; tooDear: { share: Q; cost: number } | null } => {
  const n = contest.ballots.reduce((sum, { count }) => sum + count, 0);
  let e = n === 0 ? ZERO : q(contest.budget, n);
  if (share !== "exact") {
    e = n === 0 ? ZERO : q(Math.floor(contest.budget / (n * share.unitGrosze)) * share.unitGrosze);
  }
  if (addOne === null) return { outcome: sharesAt(contest, utility, e), runs: 1, tooDear: null };

  let before: TwinOutcome | null = null;
  for (let runs = 1; ; runs += 1) {
    const outcome = sharesAt(contest, utility, e);
    if (outcome.cost > contest.budget) {
      return { outcome: before, runs, tooDear: { share: e, cost: outcome.cost } };
    }
    const won = outcome.purchases.map(({ project }) => project);
    const open = [...contest.costs.keys()].filter(
      (project) => contest.takesPart[project] && !won.includes(project) && hasRoom(contest, won, project),
    );
    const supported = open.filter((project) =>
      contest.ballots.some(({ given, count }) => count > 0 && (given.get(project) ?? 0) > 0),
    );
    const fitting = open.filter(
      (project) => (contest.costs[project] as number) <= contest.budget - outcome.cost,
    );
    if (supported.length === 0 || (addOne.stopsWhenExhaustive && fitting.length === 0)) {
      return { outcome, runs, tooDear: null };
    }
    before = outcome;
    e = plus(e, q(addOne.unitGrosze));
  }
};

export interface TwinTurn {
  readonly project: number;
  readonly load: Q;
  readonly funded: boolean;
  readonly tiedWith: readonly number[];
}

export const phragmenTwin = (contest: PlainContest, afterMisfit: "skip" | "stop"): TwinTurn[] => {
  const voters = contest.ballots.flatMap(({ given, count }) =>
    Array.from({ length: count }, () => ({ given, load: ZERO })),
  );
  const turns: TwinTurn[] = [];
  let left = contest.budget;
  for (;;) {
    const won = turns.filter(({ funded }) => funded).map(({ project }) => project);
    const open = contest.order.filter(
      (project) =>
        contest.takesPart[project] &&
        !turns.some((turn) => turn.project === project) &&
        hasRoom(contest, won, project) &&
        voters.some(({ given }) => given.has(project)),
    );
    const loadOf = (project: number): Q => {
      const supporters = voters.filter(({ given }) => given.has(project));
      const sum = supporters.reduce(
        (total, { load }) => plus(total, load),
        q(contest.costs[project] as number),
      );
      return over(sum, q(supporters.length));
    };
    let best: { project: number; load: Q; tiedWith: number[] } | null = null;
    for (const project of open) {
      const load = loadOf(project);
      if (best === null || below(load, best.load)) best = { project, load, tiedWith: [] };
      else if (equal(load, best.load)) best.tiedWith.push(project);
    }
    if (best === null) return turns;
    const { project, load, tiedWith } = best;
    const funded = (contest.costs[project] as number) <= left;
    turns.push({ project, load, funded, tiedWith: tiedWith.sort((a, b) => a - b) });
    if (!funded && afterMisfit === "stop") return turns;
    if (!funded) continue;
    left -= contest.costs[project] as number;
    for (const voter of voters) if (voter.given.has(project)) voter.load = load;
  }
};
