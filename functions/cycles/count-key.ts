import { z } from "zod";
import { audited, type Deed } from "../../shared/acts/audited.ts";
import { actOn, cycleOf } from "../../shared/acts/cycle-of.ts";
import { readiness } from "../../shared/acts/readiness.ts";
import { wake } from "../../shared/acts/wake.ts";
import { base32 } from "../../shared/domain/base32.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { accepted } from "../../shared/platform/http.ts";
import { isPair } from "../../shared/platform/seal.ts";
import { routes } from "../routes.ts";
import { StaffCycle, staffCycle } from "./views.ts";

export const CountKey = z
  .strictObject({ privateKey: z.string().regex(/^[\w-]{43}$/) })
  .meta({ id: "CountKey" });

/** Whether there is or will be something to open with the key. Where there is not, it would lie about. */
const takesKey = ({ phase }: Cycle): boolean => phase === "sealed" || phase === "counting";

/** Hands the commission's private key to the count alone: it never touches the database. Only after the ballot box is sealed. */
export const handOverCountKey = async (
  { by, cycle, privateKey }: { readonly by: Deed; readonly cycle: Cycle; readonly privateKey: string },
  deps: Deps,
): Promise<void> => {
  const { store, vault, system } = deps;
  // A count in which something differs is done again, once that is mended.
  const isCollected = async () => (await store.counts.get(cycle.id))?.differences.length === 0;
  if (!takesKey(cycle))
    throw new Refused(refusal("cycle/wrong-phase", { phase: cycle.phase, needed: ["sealed", "counting"] }));
  if (!cycle.keys || !isPair(cycle.keys.ballots, privateKey))
    throw new Refused(refusal("count/key-wrong", {}, "/privateKey"));
  if (await isCollected()) return;
  // The count begins with the key: while anything else is in its way, the key would lie about.
  const blockers = (await readiness(cycle, "counting", deps)).filter(
    ({ what }) => what !== "needs-count-key",
  );
  if (blockers.length > 0) throw new Refused(refusal("cycle/blocked", { blockers }));
  // First its name: a key that no cycle names would lie where nobody looks.
  const given = { countKeyGivenAt: by.receivedAt, countKeyId: base32(system.random(10)).toLowerCase() };
  const record = audited({ ...by, route: routes.postCountKey }, cycle.id);
  const named = accept(await store.cycles.change(cycle, given, [record]));
  await vault.handOverCountKey(named, privateKey);
  if (cycle.countKeyGivenAt) await vault.dropCountKey(cycle);
  // While it was on its way the edition may have been called off, the ballots opened, or the key looked for and asked for again.
  const now = await cycleOf(cycle.id, deps);
  const isAwaited = takesKey(now) && now.countKeyId === named.countKeyId;
  if (!isAwaited || (await isCollected())) await vault.dropCountKey(named);
  if (!isAwaited) throw new Refused(refusal("request/changed-since", { version: now.version }));
  await wake(named, deps);
};

export const postCountKey = endpoint(routes.postCountKey, {
  summary: "Hand the commission's private key over for the count",
  description:
    "Only after the ballot box is sealed. The key goes to the count alone, never into the database, and is dropped when it is done.",
  params: z.object({ cycleId: CycleId }),
  body: CountKey,
  replies: { 202: StaffCycle },
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    await actOn(
      cycleId,
      (cycle) => handOverCountKey({ by: request, cycle, privateKey: request.body.privateKey }, deps),
      deps,
    );
    return accepted(await staffCycle(await cycleOf(cycleId, deps), deps));
  },
});
