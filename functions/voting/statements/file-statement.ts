import { audited } from "../../../shared/acts/audited.ts";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { newPending } from "../../../shared/acts/propose.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { isBefore } from "../../../shared/domain/cycle/phases.ts";
import type { CycleId } from "../../../shared/domain/ids.ts";
import { notice } from "../../../shared/domain/notice/notice.ts";
import { dueBy, workOfStatement } from "../../../shared/domain/office/edition-work.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { type Result, refused } from "../../../shared/domain/result.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import type { FactSet } from "../../../shared/domain/voting/identity-policy.ts";
import type { Statement } from "../../../shared/domain/voting/statement.ts";
import type { Admit } from "../../../shared/platform/admit.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import type { Request } from "../../../shared/platform/endpoint.ts";
import { sealData } from "../../../shared/platform/sealed-data.ts";
import { noticeWrite } from "../../../shared/store/notices.ts";
import type { STATEMENT } from "../../admissions.ts";
import { routes } from "../../routes.ts";
import { ageOf } from "../identity.ts";
import { namingOtherWays } from "../turned-away.ts";
import { readStatement } from "./read-statement.ts";

export type Filing = Pick<
  Request,
  "actor" | "route" | "receivedAt" | "newId" | "fingerprint" | "language"
> & {
  readonly cycleId: CycleId;
  readonly typed: unknown;
  /** Of which set of facts the form was; else what was typed tells. */
  readonly set?: FactSet;
  /** What it takes from online; at the desk there is nothing to take. */
  readonly admit?: Admit<typeof STATEMENT>;
};

/** The edition whose statements are open: from its roll on until the vote is over. */
export const cycleForStatements = async (cycleId: CycleId, deps: Deps): Promise<Result<Cycle>> => {
  const cycle = await cycleOf(cycleId, deps);
  if (!cycle.ruleSet.identity.statement) return refused(refusal("thing/not-found", {}));
  if (cycle.phase === "cancelled" || !isBefore(cycle.phase, "sealed"))
    return refused(refusal("cycle/locked", { phase: cycle.phase }));
  return cycle.roll ? { ok: true, value: cycle } : refused(refusal("roll/missing", {}));
};

/**
 * Files the statement of somebody who is not on the roll. Whether they are is not looked at: the answer would tell. What it says of the person
 * is sealed; in clear there is only a district.
 */
export const fileStatement = async (request: Filing, deps: Deps): Promise<Result<Statement>> => {
  const { store, vault } = deps;
  const { actor, receivedAt, language, cycleId, typed, admit } = request;
  const open = await cycleForStatements(cycleId, deps);
  if (!open.ok) return open;
  const { ruleSet } = open.value;
  const read = readStatement(ruleSet, typed, request.set);
  if (!read.ok) return read;
  const { facts, district, email } = read.value;
  const aged = ageOf(facts, dayOf(receivedAt));
  if (!aged.ok) return aged;

  if (admit) {
    const admitted = await admit({ edition: open.value, contact: email });
    if (!admitted.ok) return namingOtherWays(admitted, open.value, deps);
  }
  const id = request.newId("stm");
  const filing: Statement = {
    id,
    cycleId,
    state: "filed",
    district,
    filedAt: receivedAt,
    ...(actor.kind === "staff" && { filedBy: actor.id }),
    fingerprint: request.fingerprint,
  };
  return store.statements.file(
    filing,
    {
      sealed: sealData(await vault.cycleKey(cycleId, "statements"), { facts, email, language }),
      // Whoever takes it in proposes the addition: that is what waits.
      work: actor.kind === "staff" ? undefined : workOfStatement(filing, open.value),
    },
    [
      noticeWrite(
        `statement-filed/${id}`,
        notice("statement/filed", email, language, {
          edition: open.value.edition,
          statement: id,
          decidedBy: dueBy("decide-statement", open.value) ?? null,
        }),
        receivedAt,
      ),
      ...(actor.kind === "staff"
        ? [
            ...(await store.pending.propose(
              newPending({
                kind: "add-to-roll",
                proposal: { cycleId, edition: open.value.edition, statementId: id },
                by: { ...request, actor },
              }),
              undefined,
            )),
            audited({ ...request, actor, route: routes.postStaffStatement }, cycleId, {
              facts: { statement: id },
            }),
          ]
        : []),
    ],
  );
};
