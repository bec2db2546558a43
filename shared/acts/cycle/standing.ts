import { entryOf } from "../../domain/cycle/calendar.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import type { PendingId } from "../../domain/ids.ts";
import { lapsesAt, type PendingAct } from "../../domain/office/pending.ts";
import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { idFrom } from "../../platform/system.ts";
import { meansMove } from "./move-cycle.ts";

/**
 * What was kept on the cycle itself before proposals were acts of their own: it is taken over as the cycle was read, once. Whoever was faster
 * has done it.
 */
const takeOver = async (cycle: Cycle, { store, system }: Pick<Deps, "store" | "system">): Promise<void> => {
  const { id: cycleId, edition, phase: from, calendar, proposedMove, extension } = cycle;
  if (!proposedMove && !extension) return;
  const former = ({ by, name, at }: Record<"by" | "name", string> & { readonly at: Instant }) => ({
    id: idFrom("pnd", system.random(10)) as PendingId,
    by,
    byName: name,
    at,
    state: "proposed" as const,
  });
  const acts: PendingAct[] = [];
  if (proposedMove) {
    const { to, reason, at } = proposedMove;
    const proposal = { cycleId, edition, from, to, reason };
    acts.push({ ...former(proposedMove), kind: "move-cycle", until: lapsesAt("move-cycle", at), proposal });
  }
  const before = entryOf(calendar, "voting")?.endsAt;
  if (extension && before !== undefined) {
    const { endsAt, reason } = extension;
    const proposal = { cycleId, edition, before, endsAt, reason };
    // It did not lapse before the vote ended.
    acts.push({ ...former(extension), kind: "extend-vote", until: before, proposal });
  }
  const writes = await Promise.all(acts.map((act) => store.pending.propose(act, undefined)));
  await store.cycles.change(cycle, {}, writes.flat(), ["proposedMove", "extension"]);
};

interface OnCycle {
  readonly move: PendingAct<"move-cycle"> | undefined;
  readonly extension: PendingAct<"extend-vote"> | undefined;
}

/** What is proposed for an edition's course and can still be accepted. */
export const standingOn = async (
  cycle: Cycle,
  now: Instant,
  deps: Pick<Deps, "store" | "system">,
): Promise<OnCycle> => {
  await takeOver(cycle, deps);
  const found: { move?: PendingAct<"move-cycle">; extension?: PendingAct<"extend-vote"> } = {};
  for (const act of await deps.store.pending.on(cycle.id, ["move-cycle", "extend-vote"])) {
    if (act.kind === "move-cycle" && meansMove(cycle, act, now)) found.move = act;
    if (act.kind === "extend-vote" && cycle.phase === "voting" && now < act.until) found.extension = act;
  }
  return { move: found.move, extension: found.extension };
};
