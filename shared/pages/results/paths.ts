import type { CycleId } from "../../domain/ids.ts";

export const resultsPath = (cycleId: CycleId): string => `/wyniki/${cycleId}`;
export const poolPath = (cycleId: CycleId, pool: string): string => `/wyniki/${cycleId}/${pool}`;
export const whatIfPath = (cycleId: CycleId, pool: string): string =>
  `${poolPath(cycleId, pool)}/inna-zasada`;

/** Files of the published results; they have no language. */
export const filesOf = (cycleId: CycleId) => ({
  json: `/v1/cycles/${cycleId}/results`,
  csv: `/v1/cycles/${cycleId}/results.csv`,
  package: `/v1/cycles/${cycleId}/results/package.zip`,
  pb: (pool: string): string => `/v1/cycles/${cycleId}/results/${pool}.pb`,
});
