import { z } from "zod";
import { sha256Hex } from "../../shared/domain/canonical.ts";
import { PoolId, poolOf } from "../../shared/domain/cycle/cycle.ts";
import { CycleId, ProjectId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { line } from "../../shared/domain/text.ts";
import { audited } from "../../shared/platform/audited.ts";
import { cycleOf } from "../../shared/platform/cycle-of.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { accepted } from "../../shared/platform/http.ts";
import { wake } from "../../shared/platform/wake.ts";
import { routes } from "../routes.ts";
import { StaffCycle, staffCycle } from "./views.ts";

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

export const postDraw = endpoint(routes.postDraw, {
  summary: "Enter the draw that settles a tie, with its protocol",
  params: z.object({ cycleId: CycleId }),
  body: NewDraw,
  replies: { 202: StaffCycle },
  handle: async (request, deps) => {
    const { params, body } = request;
    const cycle = await cycleOf(params.cycleId, deps);
    if (cycle.phase !== "counting")
      throw new Refused(refusal("cycle/wrong-phase", { phase: cycle.phase, needed: ["counting"] }));
    if (!poolOf(cycle, body.pool)) throw new Refused(refusal("ballot/pool", { pool: body.pool }, "/pool"));
    if (body.seed !== undefined && sha256Hex(body.seed) !== cycle.lotCommitment) {
      throw new Refused(refusal("request/not-valid", { issues: [{ pointer: "/seed", rule: "format" }] }));
    }
    const drawn = { pool: body.pool, draws: body.draws, ...(body.seed !== undefined && { seed: body.seed }) };
    const protocols = body.draws.map(({ protocol }) => protocol).join("; ");
    accept(
      await deps.store.counts.saveDraws(
        cycle.id,
        drawn,
        audited(request, cycle.id, { facts: { pool: body.pool, protocols } }),
      ),
    );
    await wake(cycle, deps);
    return accepted(await staffCycle(await cycleOf(cycle.id, deps), deps));
  },
});
