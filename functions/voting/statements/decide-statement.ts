import { z } from "zod";
import { audited, type Deed } from "../../../shared/acts/audited.ts";
import { lapse } from "../../../shared/acts/lapse.ts";
import { propose } from "../../../shared/acts/propose.ts";
import { settle } from "../../../shared/acts/settle.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import type { StatementId } from "../../../shared/domain/ids.ts";
import type { PendingAct } from "../../../shared/domain/office/pending.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { accept, Refused } from "../../../shared/domain/result.ts";
import { paragraphs } from "../../../shared/domain/text.ts";
import type { Statement } from "../../../shared/domain/voting/statement.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { routes } from "../../routes.ts";
import { addToRoll, rejection, undecidedIn } from "./add-to-roll.ts";
import { statementOf } from "./statement-data.ts";

/** The person reads the reason: a rejection without one does not exist. */
export const StatementDecision = z
  .discriminatedUnion("result", [
    z.strictObject({ result: z.literal("accepted") }),
    z.strictObject({ result: z.literal("rejected"), reason: paragraphs(1000) }),
  ])
  .meta({ id: "StatementDecision" });
export type StatementDecision = z.infer<typeof StatementDecision>;

interface Deciding {
  readonly by: Deed;
  readonly cycle: Cycle;
  readonly id: StatementId;
  readonly decision: StatementDecision;
}

/** The word of another person than proposed the addition; one that somebody else was faster with is decided anew. */
const settleAddition = async (
  act: PendingAct<"add-to-roll">,
  { by, cycle, decision }: Deciding,
  deps: Deps,
): Promise<void> => {
  const answer =
    decision.result === "accepted"
      ? ({ how: "accept" } as const)
      : ({ how: "refuse", reason: decision.reason } as const);
  try {
    await settle(addToRoll, { act, by, ...answer }, deps);
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.code !== "pending/settled") throw error;
    throw new Refused(refusal("request/changed-since", { version: cycle.version }));
  }
};

/** The first word about what nobody stands behind: an acceptance waits for another person's, a rejection is the last. */
const decideAlone = async (
  statement: Statement,
  { by, cycle, decision }: Deciding,
  deps: Deps,
): Promise<void> => {
  const { statements, table } = deps.store;
  const { id: statementId } = statement;
  const { id: cycleId, edition } = cycle;
  if (decision.result === "accepted") {
    const proposal = { cycleId, edition, statementId };
    const also = [await statements.acceptFirst(statement)];
    await propose(addToRoll, { kind: "add-to-roll", proposal, by, also }, deps);
    return;
  }
  const { reason } = decision;
  // A reason may tell of the person: it stands on the statement alone, and goes with it.
  const facts = { statement: statementId, result: decision.result };
  const record = audited({ ...by, route: routes.postStatementDecision }, cycleId, { facts });
  const rejected = { by: by.actor.id, at: by.receivedAt, reason };
  accept(await table.write([...(await rejection(cycle, statement, rejected, deps)), record]));
};

/**
 * Accepts a statement or rejects it with a reason: once, and not by whoever stands behind it already. The first acceptance of one that nobody
 * stands behind is a proposal. The decision, its record, the addition to the roll and the letter are one transaction.
 */
export const decideStatement = async (asked: Deciding, deps: Deps): Promise<Statement> => {
  const { by, cycle, id } = asked;
  const statement = await undecidedIn(cycle, id, deps);
  let act = await deps.store.pending.standing(cycle.id, "add-to-roll", id);
  if (act && act.until <= by.receivedAt) {
    accept(await lapse(addToRoll, act, deps));
    act = undefined;
  }
  if (act) await settleAddition(act, asked, deps);
  else await decideAlone(statement, asked, deps);
  return accept(await statementOf(cycle.id, id, deps));
};
