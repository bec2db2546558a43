import { z } from "zod";
import { audited, type Deed } from "../../shared/acts/audited.ts";
import { readiness } from "../../shared/acts/readiness.ts";
import { wake } from "../../shared/acts/wake.ts";
import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { mayBeCancelled, Phase } from "../../shared/domain/cycle/phases.ts";
import { nextPhase, standingProposal, takesTwo } from "../../shared/domain/cycle/schedule.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { paragraphs } from "../../shared/domain/text.ts";
import { Instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { routes } from "../routes.ts";

export const Transition = z.strictObject({ to: Phase, reason: paragraphs(1000) }).meta({ id: "Transition" });
export type Transition = z.infer<typeof Transition>;

/** Names the proposal: one that took its place meanwhile is not accepted unseen. */
export const ProposedTransition = z
  .strictObject({ to: Phase, proposedAt: Instant })
  .meta({ id: "ProposedTransition", description: "`to` and `at` of `proposedMove`" });
export type ProposedTransition = z.infer<typeof ProposedTransition>;

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

/** What two people have called off is not undone by a move that takes one. */
const checkMove = async (cycle: Cycle, to: Phase, deps: Deps): Promise<void> => {
  const isNext = nextPhase(cycle) === to;
  const isCalledOff = cycle.requested?.to === "cancelled";
  if (isCalledOff || !(isNext || (to === "cancelled" && mayBeCancelled(cycle.phase))))
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
    const { id, name } = by.actor;
    const isProposal = takesTwo(cycle, to, by.receivedAt);
    const pending = standingProposal(cycle, by.receivedAt);
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

interface Proposed extends OnCycle {
  readonly proposal: ProposedTransition;
}

/** The proposal of a cycle that is meant, if it is that one and still stands. */
const meant = ({ by, cycle, proposal: { to, proposedAt } }: Proposed): NonNullable<Cycle["proposedMove"]> => {
  const standing = standingProposal(cycle, by.receivedAt);
  if (standing?.to === to && standing.at === proposedAt) return standing;
  throw new Refused(refusal("request/changed-since", { version: cycle.version }, "/to"));
};

/** Another person accepts a proposed move: it is made at once. */
export const acceptTransition = async (asked: Proposed, deps: Deps): Promise<void> => {
  const { by, cycle } = asked;
  const { to } = asked.proposal;
  const { id, name } = by.actor;
  const isDone = cycle.proposedMove === undefined && (cycle.phase === to || cycle.requested?.to === to);
  if (!isDone) {
    const pending = meant(asked);
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

/** Takes a proposed move back, or turns it down: nobody can accept it any more. */
export const withdrawTransition = async (asked: Proposed, deps: Deps): Promise<void> => {
  const { by, cycle } = asked;
  if (cycle.proposedMove === undefined) return;
  const { to, reason } = meant(asked);
  const facts = { from: cycle.phase, to };
  const record = audited({ ...by, route: routes.postTransitionWithdrawal }, cycle.id, { reason, facts });
  accept(await deps.store.cycles.change(cycle, {}, [record], ["proposedMove"]));
};
