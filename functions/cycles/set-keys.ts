import { type CommissionKeys, type Cycle, isLocked } from "../../shared/domain/cycle/cycle.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { audited, type Deed } from "../../shared/platform/audited.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { routes } from "../routes.ts";

/** Sets the public keys that ballots will be sealed to, until the vote opens. */
export const setKeys = async (
  { by, cycle, keys }: { readonly by: Deed; readonly cycle: Cycle; readonly keys: CommissionKeys },
  deps: Deps,
): Promise<Cycle> => {
  if (isLocked(cycle) && cycle.phase !== "ballot-frozen")
    throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
  const facts = { ballots: keys.ballots, links: keys.links };
  const record = audited({ ...by, route: routes.putKeys }, cycle.id, { facts });
  return accept(await deps.store.cycles.change(cycle, { keys }, [record]));
};
