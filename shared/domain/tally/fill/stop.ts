import { type FillPolicy, sum } from "./fill-policy.ts";

/**
 * Ends at the first project that does not fit: Wrocław, Gdynia.
 * Order decides when one of the projects fits but not all of them do.
 */
export const stop: FillPolicy = {
  afterMisfit: "end",
  orderDecides: (costs, balance) => costs.some((cost) => cost <= balance) && sum(costs) > balance,
};
