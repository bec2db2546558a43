import { z } from "zod";
import { audited, type Deed } from "../../shared/acts/audited.ts";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import { readiness } from "../../shared/acts/readiness.ts";
import { wake } from "../../shared/acts/wake.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { accepted } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { StaffCycle, staffCycle } from "./views.ts";

/** Signs the result under this digest. Two different people must; whoever signs again after that changes nothing. */
export const signResult = async (
  { by, cycle, digest }: { readonly by: Deed; readonly cycle: Cycle; readonly digest: string | null },
  deps: Deps,
): Promise<void> => {
  const { receivedAt } = by;
  const actor = by.actor;
  const count = await deps.store.counts.get(cycle.id);
  if (cycle.phase !== "counting")
    throw new Refused(refusal("cycle/wrong-phase", { phase: cycle.phase, needed: ["counting"] }));
  if (!count?.digest)
    throw new Refused(refusal("cycle/blocked", { blockers: await readiness(cycle, "results", deps) }));
  if (count.digest !== digest)
    throw new Refused(refusal("request/changed-since", { version: cycle.version }, "/digest"));
  const already = count.signOffs.some(({ by: signer }) => signer === actor.id);
  if (already && count.signOffs.length === 1) throw new Refused(refusal("identity/same-person", {}));
  if (already) return;
  const signOff = { by: actor.id, name: actor.name, at: receivedAt, digest };
  const record = audited({ ...by, route: routes.postSignOff }, cycle.id, { facts: { digest } });
  accept(await deps.store.counts.signOff(count, signOff, record));
  await wake(cycle, deps);
};

/** The digest is what is signed: it stands for every tally of the count. */
const NewSignOff = z
  .strictObject({
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable()
      .describe("As the cycle shows it: null while the votes are being counted, and then refused with 409"),
  })
  .meta({ id: "NewSignOff" });

export const postSignOff = endpoint(routes.postSignOff, {
  summary: "Sign the result of the count; two different people must",
  params: z.object({ cycleId: CycleId }),
  body: NewSignOff,
  replies: { 202: StaffCycle },
  handle: async (request, deps) => {
    const cycle = await cycleOf(request.params.cycleId, deps);
    await signResult({ by: request, cycle, digest: request.body.digest }, deps);
    return accepted(await staffCycle(await cycleOf(cycle.id, deps), deps));
  },
});
