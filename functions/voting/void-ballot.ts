import type { Deed } from "../../shared/acts/audited.ts";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import type { TakesTwo } from "../../shared/acts/takes-two.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { Refused } from "../../shared/domain/result.ts";
import type { VoidCase } from "../../shared/domain/voting/void.ts";

/** After the close, while the commission still has its key: nobody can be pressed to vote any more, and nothing is counted yet. */
export const mayDecide = ({ phase, countKeyGivenAt }: Cycle): boolean =>
  phase === "sealed" && countKeyGivenAt === undefined;

export const checkTime = (cycle: Cycle): void => {
  if (cycle.phase !== "sealed")
    throw new Refused(refusal("cycle/wrong-phase", { phase: cycle.phase, needed: ["sealed"] }));
  if (!mayDecide(cycle)) throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
};

export const decisionOf = ({ actor, receivedAt }: Deed): VoidCase["proposed"] => ({
  by: actor.id,
  name: actor.name,
  at: receivedAt,
});

/**
 * That one vote be left out of the count. Accepted, its sealed link is shown to the commission; otherwise the case is closed, and the vote stays
 * in the count. Each is written with a change of the cycle, which the start of the count would get in the way of.
 */
export const voidBallot: TakesTwo<"void-ballot"> = {
  names: {
    propose: "postVoid",
    accept: "postVoidAcceptance",
    refuse: "postVoidRefusal",
    withdraw: "postVoidWithdrawal",
  },
  facts: ({ proposal: { voidId, grounds } }) => ({ case: voidId, reason: grounds }),
  isAboutResident: true,
  run: async ({ proposal: { cycleId, voidId } }, by, deps) => {
    const cycle = await cycleOf(cycleId, deps);
    checkTime(cycle);
    const { cycles, voids } = deps.store;
    return [await voids.accept(cycle, voidId, decisionOf(by)), await cycles.changing(cycle, {})];
  },
  drop: async ({ proposal: { cycleId, voidId } }, ended, deps) => {
    const cycle = await cycleOf(cycleId, deps);
    const { cycles, voids } = deps.store;
    const declined = ended && { by: ended.by, name: ended.byName, at: ended.at, why: ended.reason ?? "" };
    return [await voids.decline(cycle, voidId, declined), await cycles.changing(cycle, {})];
  },
};
