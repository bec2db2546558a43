import { z } from "zod";
import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { mayBeCancelled, Phase } from "../../shared/domain/cycle/phases.ts";
import { nextPhase, takesTwo } from "../../shared/domain/cycle/schedule.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { paragraphs } from "../../shared/domain/text.ts";
import type { Instant } from "../../shared/domain/time.ts";
import { asStaff } from "../../shared/platform/actor.ts";
import { audited, type Deed } from "../../shared/platform/audited.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { readiness } from "../../shared/platform/readiness.ts";
import { wake } from "../../shared/platform/wake.ts";
import { routes } from "../routes.ts";

export const Transition = z.strictObject({ to: Phase, reason: paragraphs(1000) }).meta({ id: "Transition" });
export type Transition = z.infer<typeof Transition>;

/** Names the move that was proposed: a proposal that changed meanwhile is not accepted unseen. */
export const AcceptedTransition = z.strictObject({ to: Phase }).meta({ id: "AcceptedTransition" });

interface OnCycle {
  readonly by: Deed;
  readonly cycle: Cycle;
}

/**
 * Whether a move was made or asked for already. Staff who ask for the sealing after the close say that every batch of cards is in, whatever was
 * asked for before it.
 */
const isNoted = ({ phase, requested, calendar }: Cycle, to: Phase, now: Instant): boolean => {
  if (phase === to) return true;
  const closedAt = entryOf(calendar, "voting")?.endsAt ?? "";
  const isFromBeforeTheClose = to === "sealed" && (requested?.at ?? "") < closedAt && closedAt <= now;
  return requested?.to === to && !isFromBeforeTheClose;
};

const checkMove = async (cycle: Cycle, to: Phase, deps: Deps): Promise<void> => {
  const isNext = nextPhase(cycle) === to;
  if (!isNext && !(to === "cancelled" && mayBeCancelled(cycle.phase)))
    throw new Refused(refusal("cycle/move-not-allowed", { from: cycle.phase, to }, "/to"));
  const blockers = isNext ? await readiness(cycle, to, deps) : [];
  if (blockers.length > 0) throw new Refused(refusal("cycle/blocked", { blockers }));
};

/**
 * Notes a move, which the state machine makes at once; one that takes two people is proposed, and nothing moves yet. A move that was made or
 * asked for already is not noted twice.
 */
export const requestTransition = async (
  { by, cycle, move }: OnCycle & { readonly move: Transition },
  deps: Deps,
): Promise<void> => {
  const { to, reason } = move;
  if (!isNoted(cycle, to, by.receivedAt)) {
    await checkMove(cycle, to, deps);
    const { id, name } = asStaff(by.actor);
    const isProposal = takesTwo(cycle, to, by.receivedAt);
    const pending = cycle.proposedMove;
    if (isProposal && pending?.by === id && pending.to === to && pending.reason === reason) return;
    const facts = { from: cycle.phase, to, ...(isProposal && { people: 2 }) };
    const record = audited({ ...by, route: routes.postTransition }, cycle.id, { reason, facts });
    const noted = isProposal
      ? { proposedMove: { to, reason, by: id, name, at: by.receivedAt } }
      : { requested: { to, reason, by: name, at: by.receivedAt } };
    accept(await deps.store.cycles.change(cycle, noted, [record]));
    if (isProposal) return;
  }
  await wake(cycle, deps);
};

/** Another person accepts a proposed move: it is made at once. */
export const acceptTransition = async (
  { by, cycle, to }: OnCycle & { readonly to: Phase },
  deps: Deps,
): Promise<void> => {
  const { id, name } = asStaff(by.actor);
  const { proposedMove: pending, requested: made } = cycle;
  const isDone = pending === undefined && (cycle.phase === to || made?.to === to);
  if (!isDone) {
    if (pending?.to !== to)
      throw new Refused(refusal("request/changed-since", { version: cycle.version }, "/to"));
    if (pending.by === id) throw new Refused(refusal("identity/same-person", {}));
    await checkMove(cycle, to, deps);
    const { reason } = pending;
    const requested = { to, reason, by: `${pending.name}, ${name}`, at: by.receivedAt };
    const facts = { from: cycle.phase, to };
    const record = audited({ ...by, route: routes.postTransitionAcceptance }, cycle.id, { reason, facts });
    accept(await deps.store.cycles.change(cycle, { requested }, [record], ["proposedMove"]));
  }
  await wake(cycle, deps);
};
