import { z } from "zod";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { mayBeCancelled, Phase } from "../../shared/domain/cycle/phases.ts";
import { nextPhase } from "../../shared/domain/cycle/schedule.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { paragraphs } from "../../shared/domain/text.ts";
import { audited, type Deed } from "../../shared/platform/audited.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { readiness } from "../../shared/platform/readiness.ts";
import { wake } from "../../shared/platform/wake.ts";
import { routes } from "../routes.ts";

export const Transition = z.strictObject({ to: Phase, reason: paragraphs(1000) }).meta({ id: "Transition" });
export type Transition = z.infer<typeof Transition>;

/** Notes a move, which the state machine makes at once. A move that was made or asked for already is not noted twice. */
export const requestTransition = async (
  { by, cycle, move }: { readonly by: Deed; readonly cycle: Cycle; readonly move: Transition },
  deps: Deps,
): Promise<void> => {
  const { to, reason } = move;
  const isNext = nextPhase(cycle) === to;
  if (cycle.phase !== to && cycle.requested?.to !== to) {
    if (!isNext && !(to === "cancelled" && mayBeCancelled(cycle.phase)))
      throw new Refused(refusal("cycle/move-not-allowed", { from: cycle.phase, to }, "/to"));
    const blockers = isNext ? await readiness(cycle, to, deps) : [];
    if (blockers.length > 0) throw new Refused(refusal("cycle/blocked", { blockers }));
    const requested = { ...move, by: by.actor.kind === "staff" ? by.actor.name : "", at: by.receivedAt };
    const facts = { from: cycle.phase, to };
    const record = audited({ ...by, route: routes.postTransition }, cycle.id, { reason, facts });
    accept(await deps.store.cycles.change(cycle, { requested }, [record]));
  }
  await wake(cycle, deps);
};
