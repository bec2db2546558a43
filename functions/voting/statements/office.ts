import { z } from "zod";
import { audited } from "../../../shared/acts/audited.ts";
import { actOn, cycleOf } from "../../../shared/acts/cycle-of.ts";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { CycleId, StatementId } from "../../../shared/domain/ids.ts";
import { accept, Refused } from "../../../shared/domain/result.ts";
import { formState } from "../../../shared/pages/components/form-state.ts";
import { link } from "../../../shared/pages/layout.ts";
import { statementCaseView } from "../../../shared/pages/statements/office.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type StaffRequest } from "../../../shared/platform/endpoint.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { seeOther, view } from "../../../shared/platform/http.ts";
import { detailOf } from "../../../shared/platform/problem.ts";
import { routes } from "../../routes.ts";
import { isDue } from "./add-to-roll.ts";
import {
  StatementDecision as Decision,
  decideStatement,
  type StatementDecision,
} from "./decide-statement.ts";
import { lineOf } from "./office-list.ts";
import { standingOf } from "./standing.ts";
import { dataOf, statementOf } from "./statement-data.ts";

const Path = z.object({ cycleId: CycleId, statementId: StatementId });

const page = async (
  request: StaffRequest<z.infer<typeof Path>>,
  deps: Deps,
  state = formState(request.words),
) => {
  const { params, actor, language, receivedAt } = request;
  const cycle = await cycleOf(params.cycleId, deps);
  const statement = accept(await statementOf(cycle.id, params.statementId, deps));
  // A person's data is on this page, so that opening it leaves a record.
  accept(
    await deps.store.table.write([
      audited({ ...request, route: routes.getStatement }, cycle.id, { facts: { statement: statement.id } }),
    ]),
  );
  const person = await dataOf(statement, deps);
  const due = isDue(cycle, statement);
  const found = await deps.store.pending.standing(cycle.id, "add-to-roll", statement.id);
  const proposal = found && receivedAt < found.until ? found : undefined;
  return statementCaseView(
    {
      ...frameOf(request),
      path: pathTo("officeStatement", { cycleId: cycle.id, statementId: statement.id }),
    },
    {
      ...lineOf(cycle, statement, language),
      reason: statement.reason,
      person,
      standing: person && due ? await standingOf(cycle, statement, person.facts, deps) : undefined,
      proposal: due ? proposal : undefined,
      decision: !due ? undefined : !proposal ? "first" : proposal.by === actor.id ? "by-another" : "last",
    },
    state,
  );
};

export const getOfficeStatement = endpoint(routes.getOfficeStatement, {
  summary: "One statement, with the decision that is due",
  params: Path,
  handle: async (request, deps) => view(await page(request, deps)),
});

const DecisionForm = z.object({
  result: z.enum(["accepted", "rejected"]).optional(),
  reason: z.string().max(1200).default(""),
});

/** The form as a decision; what is missing is told beside its field. */
const decisionOf = (
  { result, reason }: z.infer<typeof DecisionForm>,
  { words }: StaffRequest,
): StatementDecision | { readonly field: string; readonly text: string } => {
  const w = words.identity.office;
  if (result === undefined) return { field: "result", text: w.noResult };
  const read = Decision.safeParse(result === "accepted" ? { result } : { result, reason });
  return read.success ? read.data : { field: "reason", text: w.noReason };
};

export const postOfficeStatement = endpoint(routes.postOfficeStatement, {
  summary: "Decide a statement",
  params: Path,
  body: DecisionForm,
  handle: async (request, deps) => {
    const { params, body, words } = request;
    const again = async (fault: { field: string; text: string }, status: number) =>
      view(await page(request, deps, formState(words, { typed: body, faults: [fault] })), status);
    const decision = decisionOf(body, request);
    if ("field" in decision) return again(decision, 422);
    try {
      await actOn(
        params.cycleId,
        (cycle) => decideStatement({ by: request, cycle, id: params.statementId, decision }, deps),
        deps,
      );
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.code === "thing/not-found") throw error;
      return again({ field: "main", text: detailOf(error.refusal, words) }, 409);
    }
    return seeOther(link(frameOf(request), pathTo("officeStatements")));
  },
});
