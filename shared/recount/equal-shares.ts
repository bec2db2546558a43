import type { Utility } from "../domain/tally/rule.ts";
import type { Candidate } from "./candidate.ts";
import { type Count, costOf } from "./count.ts";
import { type Fraction, fraction, leastCommonMultiple, reduced } from "./fraction.ts";
import { isShutOut } from "./groups.ts";
import { nextTurn } from "./turns.ts";
import type { Voters } from "./voters.ts";

/** Voters of one ballot as supporters of a project, with what each of them has from it. */
interface Supporters {
  /** Which voters, as a place in the list of all. */
  readonly at: number;
  readonly count: bigint;
  readonly utility: bigint;
}

export type Support = ReadonlyMap<Candidate, readonly Supporters[]>;

/** Who supports the projects that take part. Points of 0 or less are no support. */
export const supportOf = (
  candidates: Iterable<Candidate>,
  voters: readonly Voters[],
  utility: Utility,
): Support =>
  new Map(
    [...candidates].map((candidate) => {
      const supporters = voters.flatMap(({ count, points }, at): Supporters[] => {
        const given = points.get(candidate.id) ?? 0n;
        return given > 0n ? [{ at, count, utility: utilityOf(utility, candidate, given) }] : [];
      });
      return [candidate, supporters];
    }),
  );

const utilityOf = (utility: Utility, { cost }: Candidate, points: bigint): bigint => {
  if (utility === "cost") return cost;
  if (utility === "cardinality") return 1n;
  return utility === "points" ? points : points * cost;
};

/** What each voter has, by place in the list of voters, as whole numbers of one part of a grosz: `1 / parts`. */
interface Purses {
  readonly parts: bigint;
  readonly money: readonly bigint[];
}

/** The least price at which the supporters pay a project in full; null when they have not the money. */
const priceOf = (
  { cost }: Candidate,
  supporters: readonly Supporters[],
  { parts, money }: Purses,
): Fraction | null => {
  if (supporters.length === 0) return null;
  if (cost === 0n) return fraction(0n, 1n);
  const of = ({ at }: Supporters): bigint => money[at] ?? 0n;
  const total = supporters.reduce((sum, each) => sum + each.count * of(each), 0n);
  if (total < cost * parts) return null;
  let rich = supporters;
  let paidByPoor = 0n;
  for (;;) {
    const missing = cost * parts - paidByPoor;
    const weight = rich.reduce((sum, { count, utility }) => sum + count * utility, 0n);
    const isPoor = (each: Supporters): boolean => of(each) * weight < missing * each.utility;
    const { poor = [], others = [] } = Object.groupBy(rich, (each) => (isPoor(each) ? "poor" : "others"));
    if (poor.length === 0) return fraction(missing, weight * parts);
    paidByPoor = poor.reduce((sum, each) => sum + each.count * of(each), paidByPoor);
    rich = others;
  }
};

/** What is in the purses once each supporter has paid the price times the utility, or all they had. */
const paid = (purses: Purses, supporters: readonly Supporters[], price: Fraction): Purses => {
  const utilities = new Set(supporters.map(({ utility }) => utility));
  const dues = new Map(
    [...utilities].map((utility) => [utility, reduced(fraction(price.top * utility, price.bottom))]),
  );
  const parts = [...dues.values()].reduce(
    (all, { bottom }) => leastCommonMultiple(all, bottom),
    purses.parts,
  );
  const finer = parts / purses.parts;
  const money = purses.money.map((amount) => amount * finer);
  for (const { at, utility } of supporters) {
    const due = dues.get(utility) ?? price;
    const rest = (money[at] ?? 0n) - due.top * (parts / due.bottom);
    money[at] = rest > 0n ? rest : 0n;
  }
  return { parts, money };
};

export interface Shares {
  /** In the order of funding. */
  readonly funded: readonly Candidate[];
  readonly undecided: boolean;
}

/**
 * The Method of Equal Shares, each voter beginning with the share, in grosze. Ends early once more than the pool is spent.
 * A price is kept until a supporter pays for something else; who cannot pay it now never will, as money only gets less.
 */
export const equalShares = (
  { pool, groups, byTies }: Count,
  { voters, support }: { readonly voters: readonly Voters[]; readonly support: Support },
  share: Fraction,
): Shares => {
  const funded = new Set<Candidate>();
  const prices = new Map<Candidate, Fraction | null>();
  let purses: Purses = { parts: share.bottom, money: voters.map(() => share.top) };
  let undecided = false;
  const current = (candidate: Candidate): Fraction | null => {
    if (funded.has(candidate) || isShutOut(groups, candidate, funded)) return null;
    const known = prices.get(candidate);
    if (known !== undefined) return known;
    const price = priceOf(candidate, support.get(candidate) ?? [], purses);
    prices.set(candidate, price);
    return price;
  };
  while (costOf(funded) <= pool) {
    const turn = nextTurn(byTies, current);
    if (!turn) break;
    const payers = support.get(turn.candidate) ?? [];
    purses = paid(purses, payers, turn.price);
    funded.add(turn.candidate);
    undecided ||= turn.undecided.length > 0;
    const paying = new Set(payers.map(({ at }) => at));
    for (const [candidate, price] of prices)
      if (price && support.get(candidate)?.some(({ at }) => paying.has(at))) prices.delete(candidate);
  }
  return { funded: [...funded], undecided };
};
