import { z } from "zod";
import { audited } from "../../../shared/acts/audited.ts";
import { actOn, cycleOf } from "../../../shared/acts/cycle-of.ts";
import { PoolId } from "../../../shared/domain/cycle/cycle.ts";
import { CycleId, StatementId } from "../../../shared/domain/ids.ts";
import { accept } from "../../../shared/domain/result.ts";
import { Instant } from "../../../shared/domain/time.ts";
import { Datum } from "../../../shared/domain/voting/identity-policy.ts";
import { type Statement, StatementState } from "../../../shared/domain/voting/statement.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type Request } from "../../../shared/platform/endpoint.ts";
import { accepted, json, type Reply } from "../../../shared/platform/http.ts";
import { cursorOf, listOf, PageQuery, pageOf } from "../../../shared/platform/lists.ts";
import { routes } from "../../routes.ts";
import { isDue } from "./add-to-roll.ts";
import { decideStatement, StatementDecision } from "./decide-statement.ts";
import { type Filing, fileStatement } from "./file-statement.ts";
import { VoterStatement } from "./read-statement.ts";
import { rejectMany, StatementRejections } from "./reject-many.ts";
import { standingOf } from "./standing.ts";
import { dataOf, statementOf } from "./statement-data.ts";

const InCycle = z.object({ cycleId: CycleId });
const OneStatement = InCycle.extend({ statementId: StatementId });

const StatementFiled = z.object({ statement: StatementId }).meta({
  id: "StatementFiled",
  description: "The answer goes to the given address; it does not say whether the person is on the roll",
});

const StatementView = z
  .object({
    id: StatementId,
    state: StatementState.meta({
      description: "`awaiting-second`: one person accepted what was filed online, another has to confirm it",
    }),
    district: PoolId,
    filedAt: Instant,
    channel: z.enum(["web", "desk"]),
    decidedAt: Instant.nullable(),
    reason: z.string().nullable(),
    /** Which addition to the roll it became. */
    addition: z.int().nullable(),
  })
  .meta({
    id: "Statement",
    description: "A statement without the person; who it is about is read one at a time",
  });

const statementView = (one: Statement): z.infer<typeof StatementView> => ({
  id: one.id,
  state: one.state,
  district: one.district,
  filedAt: one.filedAt,
  channel: one.filedBy === undefined ? "web" : "desk",
  decidedAt: one.decidedAt ?? null,
  reason: one.reason ?? null,
  addition: one.addition ?? null,
});

const filing = { params: InCycle, body: VoterStatement, replies: { 202: StatementFiled } };

const filed = async (
  request: Omit<Filing, "cycleId" | "typed"> & Pick<Request<z.infer<typeof InCycle>>, "params" | "body">,
  deps: Deps,
): Promise<Reply> => {
  const { cycleId } = request.params;
  const { id } = accept(await fileStatement({ ...request, cycleId, typed: request.body }, deps));
  return accepted({ statement: id });
};

export const postStatement = endpoint(routes.postStatement, {
  summary: "State that you live in the city, when you are not on the roll",
  description:
    "The same answer whether or not the person is on the roll. Staff decide; the person is told by mail.",
  ...filing,
  handle: (request, deps) => filed({ ...request, admit: request.admit.statement }, deps),
});

export const postStaffStatement = endpoint(routes.postStaffStatement, {
  summary: "Take in a statement at the desk",
  description: "Whoever takes it in does not decide it.",
  ...filing,
  handle: ({ admit: _, ...request }, deps) => filed(request, deps),
});

export const getStatements = endpoint(routes.getStatements, {
  summary: "Statements of an edition",
  params: InCycle,
  query: PageQuery,
  replies: { 200: listOf(StatementView, "Statements") },
  handle: async ({ params, query }, deps) => {
    const { id } = await cycleOf(params.cycleId, deps);
    const { items, next } = await deps.store.statements.list(id, pageOf(query));
    return json({ items: items.map(statementView), next: cursorOf(next) });
  },
});

export const getStatement = endpoint(routes.getStatement, {
  summary: "One statement, with the person it is about",
  description:
    "Reading it leaves a record. Each datum of the person goes at its own time after the decision; the person is null once all are gone.",
  params: OneStatement,
  replies: {
    200: StatementView.extend({
      person: z.object({ facts: z.record(z.string(), z.string()), email: z.string().nullable() }).nullable(),
      roll: z
        .object({ isListed: z.boolean(), differs: z.array(Datum) })
        .nullable()
        .meta({
          description:
            "Whether the person is on the roll already, and which facts differ from it (what proves is one hash: of several such facts at least one differs). Acceptance replaces how a listed person is recognised. Null where no decision is due any more",
        }),
    }).meta({ id: "StatementWithPerson" }),
  },
  handle: async (request, deps) => {
    const { cycleId, statementId } = request.params;
    const cycle = await cycleOf(cycleId, deps);
    const statement = accept(await statementOf(cycleId, statementId, deps));
    accept(
      await deps.store.table.write([
        audited({ ...request, route: routes.getStatement }, cycleId, { facts: { statement: statementId } }),
      ]),
    );
    const data = await dataOf(statement, deps);
    return json({
      ...statementView(statement),
      person: data ? { facts: data.facts, email: data.email ?? null } : null,
      roll: data && isDue(cycle, statement) ? await standingOf(cycle, statement, data.facts, deps) : null,
    });
  },
});

export const postStatementDecision = endpoint(routes.postStatementDecision, {
  summary: "Accept a statement, which adds to the roll, or reject it with a reason",
  description:
    "The person is told by mail. Two people stand behind every addition: whoever took the statement in at the desk does not decide it; what was filed online is accepted by one person (`awaiting-second`) and confirmed by another with the same request. A rejection needs one.",
  params: OneStatement,
  body: StatementDecision,
  replies: { 200: StatementView },
  handle: async (request, deps) => {
    const { params, body } = request;
    const decided = await actOn(
      params.cycleId,
      (cycle) => decideStatement({ by: request, cycle, id: params.statementId, decision: body }, deps),
      deps,
    );
    return json(statementView(decided));
  },
});

const StatementsRejected = z
  .object({
    items: z.array(
      z.object({
        id: StatementId,
        refused: z.string().nullable().meta({ description: "The code of what keeps this one as it was" }),
      }),
    ),
  })
  .meta({ id: "StatementsRejected" });

export const postStatementRejections = endpoint(routes.postStatementRejections, {
  summary: "Reject several statements with one reason",
  description:
    "Each as it would be alone: its own record and letter, and not by whoever stands behind it. One that cannot be rejected says why, and the others are. There is no acceptance of many.",
  params: InCycle,
  body: StatementRejections,
  replies: { 200: StatementsRejected },
  handle: async (request, deps) => {
    const { statements: ids, reason } = request.body;
    const { cycleId } = request.params;
    const rejected = await rejectMany({ by: request, cycleId, ids, reason }, deps);
    return json({ items: rejected.map(({ id, refusal }) => ({ id, refused: refusal?.code ?? null })) });
  },
});
