import { z } from "zod";
import { sha256Hex } from "../../shared/domain/canonical.ts";
import { type Cycle, PoolId, poolOf } from "../../shared/domain/cycle/cycle.ts";
import { ProjectId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { line } from "../../shared/domain/text.ts";
import { audited, type Deed } from "../../shared/platform/audited.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { wake } from "../../shared/platform/wake.ts";
import { routes } from "../routes.ts";

/** What settles the ties of a pool: draws held in public, with their protocols, or the seed that was committed before the vote. */
export const NewDraw = z
  .strictObject({
    pool: PoolId,
    draws: z
      .array(z.strictObject({ order: z.array(ProjectId).min(2).max(300), protocol: line(300) }))
      .max(100)
      .default([]),
    seed: line(200).optional(),
  })
  .meta({ id: "NewDraw" });
export type NewDraw = z.infer<typeof NewDraw>;

/** Enters what settles the ties of a pool; the pool is then counted again. */
export const enterDraw = async (
  { by, cycle, drawn }: { readonly by: Deed; readonly cycle: Cycle; readonly drawn: NewDraw },
  deps: Deps,
): Promise<void> => {
  const { pool, draws, seed } = drawn;
  if (cycle.phase !== "counting")
    throw new Refused(refusal("cycle/wrong-phase", { phase: cycle.phase, needed: ["counting"] }));
  if (!poolOf(cycle, pool)) throw new Refused(refusal("ballot/pool", { pool }, "/pool"));
  if (seed !== undefined && sha256Hex(seed) !== cycle.lotCommitment)
    throw new Refused(refusal("request/not-valid", { issues: [{ pointer: "/seed", rule: "format" }] }));
  const protocols = draws.map(({ protocol }) => protocol).join("; ");
  const record = audited({ ...by, route: routes.postDraw }, cycle.id, { facts: { pool, protocols } });
  const stored = { pool, draws, ...(seed !== undefined && { seed }) };
  accept(await deps.store.counts.saveDraws(cycle.id, stored, record));
  await wake(cycle, deps);
};
