import type { Figures, Meter } from "../../shared/platform/meter.ts";
import type { ServicePromise } from "../../shared/platform/promises.ts";

export interface LocalMeter extends Meter {
  /** The sums of what was noted of each promise, and how often it was noted, since the house was opened. */
  readonly sums: () => ReadonlyMap<ServicePromise, Figures>;
}

/** Keeps sums in memory, where tests and `npm run doctor` read them. */
export const localMeter = (): LocalMeter => {
  const sums = new Map<ServicePromise, Record<string, number>>();
  return {
    note: async (promise, figures) => {
      const sum = sums.get(promise) ?? {};
      for (const [name, value] of Object.entries(figures)) sum[name] = (sum[name] ?? 0) + value;
      sums.set(promise, sum);
    },
    sums: () => sums,
  };
};
