import { z } from "zod";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { audited, type Deed } from "../../shared/platform/audited.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { isPair } from "../../shared/platform/seal.ts";
import { wake } from "../../shared/platform/wake.ts";
import { routes } from "../routes.ts";

export const CountKey = z
  .strictObject({ privateKey: z.string().regex(/^[\w-]{43}$/) })
  .meta({ id: "CountKey" });

/** Hands the commission's private key to the count alone: it never touches the database. Only after the ballot box is sealed. */
export const handOverCountKey = async (
  { by, cycle, privateKey }: { readonly by: Deed; readonly cycle: Cycle; readonly privateKey: string },
  deps: Deps,
): Promise<void> => {
  if (cycle.phase !== "sealed" && cycle.phase !== "counting")
    throw new Refused(refusal("cycle/wrong-phase", { phase: cycle.phase, needed: ["sealed", "counting"] }));
  if (!cycle.keys || !(await isPair(cycle.keys.ballots, privateKey)))
    throw new Refused(refusal("count/key-wrong", {}, "/privateKey"));
  // Collected ballots need no key any more: it would lie about.
  if (await deps.store.counts.get(cycle.id)) return;
  await deps.vault.handOverCountKey(cycle.id, privateKey);
  const record = audited({ ...by, route: routes.postCountKey }, cycle.id);
  accept(await deps.store.cycles.change(cycle, { countKeyGivenAt: by.receivedAt }, [record]));
  await wake(cycle, deps);
};
