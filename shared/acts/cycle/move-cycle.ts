import { z } from "zod";
import { entryOf } from "../../domain/cycle/calendar.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import { mayBeCancelled, Phase } from "../../domain/cycle/phases.ts";
import { nextPhase, takesTwo } from "../../domain/cycle/schedule.ts";
import type { PendingAct } from "../../domain/office/pending.ts";
import { refusal } from "../../domain/refusals.ts";
import { accept, Refused } from "../../domain/result.ts";
import { paragraphs } from "../../domain/text.ts";
import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { audited, type Deed } from "../audited.ts";
import { cycleOf } from "../cycle-of.ts";
import { propose } from "../propose.ts";
import { readiness } from "../readiness.ts";
import type { TakesTwo } from "../takes-two.ts";
import { wake } from "../wake.ts";

export const Transition = z.strictObject({ to: Phase, reason: paragraphs(1000) }).meta({ id: "Transition" });
export type Transition = z.infer<typeof Transition>;

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

/** Whether a proposed move still means what it meant: one that no longer takes two would be another by now. */
export const meansMove = (
  cycle: Cycle,
  { proposal: { from, to }, until }: Pick<PendingAct<"move-cycle">, "proposal" | "until">,
  now: Instant,
): boolean => cycle.phase === from && takesTwo(cycle, to, now) && now < until;

/** A move that ends an open vote before its time, or calls off an edition in which people vote or have voted. */
export const moveCycle: TakesTwo<"move-cycle"> = {
  names: {
    propose: "postTransition",
    accept: "postTransitionAcceptance",
    refuse: "postPendingRefusal",
    withdraw: "postTransitionWithdrawal",
  },
  facts: ({ proposal: { from, to } }) => ({ from, to }),
  run: async (act, by, deps) => {
    const { cycleId, to, reason } = act.proposal;
    const cycle = await cycleOf(cycleId, deps);
    if (!meansMove(cycle, act, by.receivedAt))
      throw new Refused(refusal("request/changed-since", { version: cycle.version }, "/to"));
    await checkMove(cycle, to, deps);
    const requested = { to, reason, by: `${act.byName}, ${by.actor.name}`, at: by.receivedAt };
    return [await deps.store.cycles.changing(cycle, { requested })];
  },
  follow: async ({ proposal: { cycleId } }, deps) => await wake({ id: cycleId }, deps),
};

/**
 * Notes a move, which the state machine makes at once; one that takes two people is proposed, and nothing moves yet. A move that was made or
 * asked for already is not noted twice.
 */
export const requestTransition = async (
  { by, cycle, move }: { readonly by: Deed; readonly cycle: Cycle; readonly move: Transition },
  deps: Deps,
): Promise<void> => {
  const { to, reason } = move;
  const { id, edition, phase: from } = cycle;
  const now = by.receivedAt;
  if (!isNoted(cycle, to, now)) {
    await checkMove(cycle, to, deps);
    const { cycles } = deps.store;
    if (takesTwo(cycle, to, now)) {
      // One to end a vote means nothing after its end.
      const until = to === "sealed" ? entryOf(cycle.calendar, "voting")?.endsAt : undefined;
      const proposal = { cycleId: id, edition, from, to, reason };
      await propose(
        moveCycle,
        {
          kind: "move-cycle",
          proposal,
          by,
          until,
          also: [await cycles.changing(cycle, {}, ["proposedMove"])],
        },
        deps,
      );
      return;
    }
    const record = audited({ ...by, route: { name: moveCycle.names.propose } }, id, {
      reason,
      facts: { from, to },
    });
    const requested = { to, reason, by: by.actor.name, at: now };
    accept(await cycles.change(cycle, { requested }, [record]));
  }
  await wake(cycle, deps);
};
