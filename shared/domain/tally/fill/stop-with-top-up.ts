import type { FillPolicy } from "./fill-policy.ts";

/** Ends at the first project that does not fit, which a reserve pays for when `percent` of its cost is left (Poznań: 80). */
export const stopWithTopUp = (percent: number): FillPolicy => ({
  afterMisfit: "end",
  topsUp: (cost, balance) => BigInt(balance) * 100n >= BigInt(cost) * BigInt(percent),
});
