import type { Settings } from "../../aws/settings.ts";

/** How much a stage lets through. */
export interface StageRates {
  readonly throttle: Settings["throttle"];
  readonly reserved?: Partial<NonNullable<Settings["reserved"]>>;
}

/**
 * The stage `local`: the most that a stage may let through (`settings.ts`), since one machine is one address and one person tries it, a rehearsal
 * or a measurement many. Everything is counted all the same, and rows of the route table have the limits that they have on AWS.
 */
export const LOCAL_RATES: StageRates = {
  throttle: { rate: 10_000, burst: 5_000, perAddress: 1_000_000, perPath: 100_000 },
  reserved: { voting: 10_000 },
};
