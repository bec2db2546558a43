import type { Cycle } from "../domain/cycle/cycle.ts";
import type { Announced } from "../domain/document/announced.ts";
import type { LeftOut } from "../domain/procedure/left-out.ts";
import type { Instant } from "../domain/time.ts";

/** What was withdrawn and merged by the moment of a list that the office made. */
export interface GoneBy {
  readonly issuedAt: Instant;
  readonly madeBy?: string | undefined;
  readonly leftOut: readonly LeftOut[];
}

const poolsOf = ({ pools }: Cycle, gone: readonly LeftOut[]): Announced["pools"] =>
  pools.map(({ id }) => ({
    id,
    projects: gone.flatMap(({ id: project, number, title, pool, costGrosze, at, into }) =>
      pool === id
        ? [{ id: project, number, title, costGrosze, gone: { at, ...(into !== undefined && { into }) } }]
        : [],
    ),
  }));

/** The list of what was withdrawn, or merged: a version with each list of the office by which there is more of it, or less. */
const listOf = (cycle: Cycle, status: LeftOut["status"], moments: readonly GoneBy[]): Announced[] => {
  const versions: Announced[] = [];
  let before = "";
  for (const { issuedAt, madeBy, leftOut } of moments) {
    const gone = leftOut.filter((one) => one.status === status);
    const now = gone.map(({ id, at }) => `${id} ${at}`).join();
    if (now === before) continue;
    before = now;
    const version = versions.length + 1;
    versions.push({ list: status, version, issuedAt, madeBy, cycle, pools: poolsOf(cycle, gone) });
  }
  return versions;
};

/** Lists of their own of what was withdrawn and of what was merged, made together with each list that the office publishes. */
export const listsOfGone = (cycle: Cycle, moments: readonly GoneBy[]): Announced[] =>
  (["withdrawn", "merged"] as const).flatMap((status) => listOf(cycle, status, moments));
