import type { Utility } from "../rule.ts";
import { raiseShare } from "./add-one.ts";
import { buy } from "./buy.ts";
import { type Payments, type SharesContest, VOTERS_LIMIT } from "./contest.ts";
import { heldBy, settle } from "./exact.ts";
import {
  type Denominator,
  denominatorOf,
  dividedBy,
  type Fraction,
  fraction,
  fractionOver,
} from "./fraction.ts";
import { type Choice, chooseProject } from "./round.ts";
import { hasRoom, type Run, runOf, startRun } from "./run.ts";
import { supportersOf } from "./supporters.ts";

export interface EqualSharesOptions {
  readonly utility: Utility;
  /** A voter's share of the pool: exact, or whole units (the rest is lost). */
  readonly share: "exact" | { readonly unitGrosze: number };
  /** Raises the share by the unit up to the last outcome that the pool can pay. */
  readonly addOne: { readonly unitGrosze: number; readonly stopsWhenExhaustive: boolean } | null;
}

interface SharesPurchase {
  readonly project: number;
  /** ρ: grosze for one unit of utility. */
  readonly price: Fraction;
  readonly payments: Payments;
  /** Projects with exactly this price, which come later in precedence. */
  readonly tiedWith: readonly number[];
}

export interface EqualSharesOutcome {
  /** In the order bought. */
  readonly purchases: readonly SharesPurchase[];
  readonly costGrosze: number;
  /** What every voter had: grosze. */
  readonly share: Fraction;
  /** Each project that takes part, has supporters and was not bought: the money that these have left together. */
  readonly unfunded: readonly {
    readonly project: number;
    readonly heldGrosze: Fraction;
    readonly shutOut: boolean;
  }[];
  /** How many shares were tried by the definition; 1 without Add1. */
  readonly runs: number;
  /** The first share whose outcome was too dear, and what that would have cost. */
  readonly tooDear: { readonly share: Fraction; readonly costGrosze: number } | null;
  /** How often prices or payments were too near to each other for doubles, and exact numbers decided. */
  readonly arbitrations: number;
}

/** The Method of Equal Shares (Peters, Pierczyński, Skowron 2021), exact; `docs/counting.md` defines it. */
export const equalShares = (contest: SharesContest, options: EqualSharesOptions): EqualSharesOutcome => {
  if (contest.voters > VOTERS_LIMIT) throw new RangeError(`more than ${VOTERS_LIMIT} voters`);
  const { utility } = options;
  const byPoints = utility === "points" || utility === "points-times-cost";
  const byCost = utility === "cost" || utility === "points-times-cost";
  const supporters = supportersOf(contest.ballots, contest.costsGrosze.length, {
    positiveOnly: true,
    byPoints,
  });
  const bases = Float64Array.from(contest.costsGrosze, (cost) => (byCost ? cost : 1));
  const run = runOf(contest, supporters, bases);
  const first = firstShare(contest, options);
  if (options.addOne === null) {
    return { ...outcomeAt(run, first), runs: 1, tooDear: null, arbitrations: run.arbitrations };
  }

  const { share, runs, tooDear } = raiseShare(run, first, options.addOne);
  const dear = tooDear === null ? null : { share: tooDear, costGrosze: costAt(run, tooDear) };
  const outcome = share === null ? nothingAt(run, first) : outcomeAt(run, share);
  return { ...outcome, runs, tooDear: dear, arbitrations: run.arbitrations };
};

const firstShare = ({ budgetGrosze, voters }: SharesContest, { share }: EqualSharesOptions): Fraction => {
  if (voters === 0) return fraction(0n, 1n);
  const [budget, n] = [BigInt(budgetGrosze), BigInt(voters)];
  if (share === "exact") return fraction(budget, n);
  const unit = BigInt(share.unitGrosze);
  return fraction((budget / (n * unit)) * unit, 1n);
};

const costAt = (run: Run, share: Fraction): number => {
  const choice: Choice = { tied: [], even: [] };
  startRun(run, share);
  for (;;) {
    const project = chooseProject(run, 0, choice);
    if (project < 0) return run.costGrosze;
    buy(run, project, choice.even);
  }
};

type Outcome = Pick<EqualSharesOutcome, "purchases" | "costGrosze" | "share" | "unfunded">;

const nothingAt = (run: Run, share: Fraction): Outcome => {
  startRun(run, share);
  return { purchases: [], costGrosze: 0, share, unfunded: unfundedIn(run) };
};

const outcomeAt = (run: Run, share: Fraction): Outcome => {
  const choice: Choice = { tied: [], even: [] };
  const payers: Payers[] = [];
  startRun(run, share);
  for (;;) {
    const project = chooseProject(run, 0, choice);
    if (project < 0) break;
    payers.push(payersOf(run, project, choice.tied));
    buy(run, project, choice.even);
  }
  settle(run);
  const over = denominatorOf(run.factors);
  const purchases = payers.map((each, round) => purchaseOf(run, { ...each, round, over }));
  return { purchases, costGrosze: run.costGrosze, share, unfunded: unfundedIn(run) };
};

interface Payers {
  readonly full: number;
  readonly rest: number;
  readonly nothing: number;
  readonly tiedWith: readonly number[];
}

/** Who is about to pay for a project, in numbers of ballots. What costs nothing is paid in full by all who have money. */
const payersOf = (run: Run, project: number, tiedWith: readonly number[]): Payers => {
  const { starts, totals, strengths } = run.supporters;
  const [start, end] = [starts[project] as number, starts[project + 1] as number];
  const isFree = run.contest.costsGrosze[project] === 0;
  const richEnd = isFree ? end : (run.richEnds[project] as number);
  const all = strengths === null ? (totals[project] as number) : castBy(run, start, end, false);
  const full =
    strengths === null && !isFree ? (run.rich[project] as number) : castBy(run, start, richEnd, true);
  const rest = castBy(run, richEnd, end, true);
  return { full, rest, nothing: all - full - rest, tiedWith };
};

/** How many voters cast the ballots of supporters, from entry to entry: all, or those who have money. */
const castBy = ({ supporters, money }: Run, from: number, to: number, haveMoney: boolean): number => {
  const { ballots, weights } = supporters;
  let sum = 0;
  for (let at = from; at < to; at += 1) {
    const ballot = ballots[at] as number;
    if (!haveMoney || money[ballot] !== 0) sum += weights[ballot] as number;
  }
  return sum;
};

const purchaseOf = (
  run: Run,
  { round, over, tiedWith, ...numbers }: Payers & { readonly round: number; readonly over: Denominator },
): SharesPurchase => {
  const project = run.bought[round] as number;
  const cost = BigInt(run.contest.costsGrosze[project] as number);
  const each = run.exactPrices[round] as bigint;
  const paidInFull = cost === 0n ? 0n : each * BigInt(run.richAt[round] as number);
  const base = cost === 0n ? 1 : (run.bases[project] as number);
  const fullGrosze = fractionOver(each, over);
  return {
    project,
    price: dividedBy(fullGrosze, base),
    payments: {
      ...numbers,
      fullGrosze,
      restGrosze: fractionOver(cost * run.denominator - paidInFull, over),
    },
    tiedWith,
  };
};

const unfundedIn = (run: Run): EqualSharesOutcome["unfunded"] => {
  const { starts, totals } = run.supporters;
  const { takesPart } = run.contest;
  const projects = [...totals.keys()].filter(
    (project) => takesPart[project] === 1 && totals[project] !== 0 && run.roundOf[project] === -1,
  );
  const over = denominatorOf(run.factors);
  return projects.map((project) => {
    const held = heldBy(run, starts[project] as number, starts[project + 1] as number);
    return { project, heldGrosze: fractionOver(held, over), shutOut: !hasRoom(run, project) };
  });
};
