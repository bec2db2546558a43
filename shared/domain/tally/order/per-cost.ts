import type { Contender } from "../contender.ts";

/** More support for each złoty first, compared as fractions. What costs nothing goes before everything else. */
const perCost =
  (support: (contender: Contender) => number) =>
  (a: Contender, b: Contender): number => {
    const [costA, costB] = [a.project.costGrosze, b.project.costGrosze];
    if (costA === 0 || costB === 0) return Number(costB === 0) - Number(costA === 0);
    const difference = BigInt(support(b)) * BigInt(costA) - BigInt(support(a)) * BigInt(costB);
    return Number(difference > 0n) - Number(difference < 0n);
  };

export const byPointsPerCost = perCost(({ score }) => score);

export const byVotesPerCost = perCost(({ votes }) => votes);
