import { z } from "zod";
import { audited, type Deed } from "../../shared/acts/audited.ts";
import { actOn } from "../../shared/acts/cycle-of.ts";
import { wake } from "../../shared/acts/wake.ts";
import { CommissionKeys, type Cycle, isLocked } from "../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { type Issue, notValid, refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import { isPublicKey } from "../../shared/platform/seal.ts";
import { routes } from "../routes.ts";
import { StaffCycle, staffCycle } from "./views.ts";

/** The public keys of a commission, when each can be sealed to and none is in both places: the links are held by others than the ballots. */
export const checkKeys = async (keys: CommissionKeys, at = ""): Promise<void> => {
  const issues: Issue[] = [];
  if (keys.links === keys.ballots) issues.push({ pointer: `${at}/links`, rule: "duplicate" });
  for (const name of ["ballots", "links"] as const)
    if (!(await isPublicKey(keys[name]))) issues.push({ pointer: `${at}/${name}`, rule: "format" });
  if (issues.length > 0) throw new Refused(notValid(issues));
};

/** Sets the public keys that ballots will be sealed to, until the vote opens. */
export const setKeys = async (
  { by, cycle, keys }: { readonly by: Deed; readonly cycle: Cycle; readonly keys: CommissionKeys },
  deps: Deps,
): Promise<Cycle> => {
  if (isLocked(cycle) && cycle.phase !== "ballot-frozen")
    throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
  await checkKeys(keys);
  const facts = { ballotKey: keys.ballots, linkKey: keys.links };
  const record = audited({ ...by, route: routes.putKeys }, cycle.id, { facts });
  const changed = accept(await deps.store.cycles.change(cycle, { keys }, [record]));
  await wake(changed, deps);
  return changed;
};

export const putKeys = endpoint(routes.putKeys, {
  summary: "Set the public keys that ballots will be sealed to",
  params: z.object({ cycleId: CycleId }),
  body: CommissionKeys,
  replies: { 200: StaffCycle },
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    const changed = await actOn(
      cycleId,
      (cycle) => setKeys({ by: request, cycle, keys: request.body }, deps),
      deps,
    );
    return json(await staffCycle(changed, deps));
  },
});
