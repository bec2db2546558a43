import { type FillPolicy, sum } from "./fill-policy.ts";

/**
 * Takes what fits and goes on past what does not: Katowice, Warszawa, Kraków, Łódź, Częstochowa.
 * Order decides when the projects that fit one by one do not all fit together.
 */
export const skip: FillPolicy = {
  afterMisfit: "go-on",
  orderDecides: (costs, balance) => sum(costs.filter((cost) => cost <= balance)) > balance,
};
