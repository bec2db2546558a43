import { z } from "zod";
import type { CycleId, StatementId } from "../domain/ids.ts";
import { stateAfter } from "../domain/lifecycle.ts";
import type { Work } from "../domain/office/work.ts";
import { type Refusal, refusal } from "../domain/refusals.ts";
import { ok, type Result } from "../domain/result.ts";
import { epochSeconds, Instant } from "../domain/time.ts";
import { isUndecided, STATEMENT_STAGES, Statement } from "../domain/voting/statement.ts";
import { keys } from "./keys.ts";
import type { QueryOptions } from "./reads.ts";
import type { Table } from "./table.ts";
import { WAITS_NO_MORE, waits } from "./work.ts";
import { type Attributes, create, leaving, put, remove, update, type Write } from "./write.ts";

const Data = z.object({ sealed: z.string(), keptUntil: Instant.optional() });

const movedOn = (met: Attributes | undefined): Refusal => {
  const found = Statement.safeParse(met).data;
  if (!found) return refusal("thing/not-found", {});
  return isUndecided(found)
    ? refusal("request/changed-since", { version: 0 })
    : refusal("statement/decided", { state: found.state });
};

/** A part of what a statement says of the person, as it is kept after the decision. */
export interface StatementPart {
  /** Which part it is. */
  readonly days: number;
  readonly sealed: string;
  readonly keptUntil: Instant;
}

/** Statements of residents who are not on the roll. The person's data are items of their own, so that each can go alone. */
export const openStatements = (table: Table) => ({
  /** Files a statement once: the same filing again finds its first self. */
  file: async (
    statement: Statement,
    { sealed, work }: { readonly sealed: string; readonly work: Work | undefined },
    also: readonly Write[] = [],
  ): Promise<Result<Statement>> => {
    const { cycleId, id } = statement;
    const outcome = await table.write([
      create({
        key: keys.statement(cycleId, id),
        item: { ...statement, ...(work && waits(work)) },
        otherwise: () => refusal("request/key-reused", {}),
      }),
      put({ key: keys.statementData(cycleId, id, ""), item: { sealed } }),
      ...also,
    ]);
    if (outcome.ok) return ok(statement);
    const made = await table.get(keys.statement(cycleId, id), Statement);
    return made?.fingerprint === statement.fingerprint ? ok(made) : outcome;
  },

  get: (cycleId: CycleId, id: StatementId): Promise<Statement | undefined> =>
    table.get(keys.statement(cycleId, id), Statement),

  /** The sealed data, whole or what is left of it: the table removes what is over a little later. */
  data: async (cycleId: CycleId, id: StatementId, now: Instant): Promise<string[]> => {
    const { pk, sk = "" } = keys.statementData(cycleId, id, "");
    const { items } = await table.query(pk, Data, { prefix: sk, consistent: true });
    return items.flatMap(({ sealed, keptUntil }) =>
      keptUntil === undefined || keptUntil > now ? [sealed] : [],
    );
  },

  list: (cycleId: CycleId, options: Omit<QueryOptions, "prefix"> = {}) => {
    const { pk, sk } = keys.statement(cycleId, "");
    return table.query(pk, Statement, { ...options, prefix: sk ?? "" });
  },

  undecided: async (cycleId: CycleId): Promise<number> => {
    const { pk, sk } = keys.statement(cycleId, "");
    const { items } = await table.query(pk, Statement, { prefix: sk ?? "", consistent: true });
    return items.filter(isUndecided).length;
  },

  /** The first of two acceptances: what waits from here on is its proposal. */
  acceptFirst: ({ cycleId, id }: Statement): Write =>
    update({
      key: keys.statement(cycleId, id),
      set: { state: stateAfter(STATEMENT_STAGES, "accept-first") },
      remove: WAITS_NO_MORE,
      when: leaving(STATEMENT_STAGES, "accept-first"),
      otherwise: movedOn,
    }),

  /** Nobody stands behind it any more. */
  standBack: ({ cycleId, id }: Statement, work: Work | undefined): Write =>
    update({
      key: keys.statement(cycleId, id),
      set: { state: stateAfter(STATEMENT_STAGES, "stand-back"), ...(work && waits(work)) },
      when: leaving(STATEMENT_STAGES, "stand-back"),
      otherwise: movedOn,
    }),

  /** A decision, on a statement that has none and stands as it was read. Of the person's data only these parts are left, each with its end. */
  decide: (
    { cycleId, id, state }: Statement,
    set: Required<Pick<Statement, "state" | "decidedAt" | "decidedBy">> & Partial<Statement>,
    parts: readonly StatementPart[],
  ): Write[] => [
    update({
      key: keys.statement(cycleId, id),
      set,
      remove: WAITS_NO_MORE,
      when: { text: "#state = :read", values: { read: state } },
      otherwise: movedOn,
    }),
    remove({ key: keys.statementData(cycleId, id, ""), when: { text: "attribute_exists(#pk)" } }),
    ...parts.map(({ days, sealed, keptUntil }) =>
      put({
        key: keys.statementData(cycleId, id, days),
        item: { sealed, keptUntil, expiresAtSeconds: epochSeconds(keptUntil) },
      }),
    ),
  ],
});
