import type { SQLInputValue, StatementSync } from "node:sqlite";
import { openDatabase } from "./database.ts";
import type { Failure } from "./failures.ts";
import type { Branch, Change, Execution, HistoryEvent, Mode, Status } from "./records.ts";

/** Called after each commit with what was written down: AWS's event type, the execution's name, the state, the error. */
export type Log = (event: string, facts: Readonly<Record<string, string>>) => void;

type Row = Record<string, unknown>;

const branchOf = (row: Row): Branch =>
  ({
    ...row,
    scope: JSON.parse(String(row.scope)),
    input: JSON.parse(String(row.input)),
    tries: JSON.parse(String(row.tries)),
    answer: row.answer === null ? null : JSON.parse(String(row.answer)),
  }) as unknown as Branch;

/** Remembers what was made of a text: a ledger has few statements and definitions, and asks for them at each step. */
const once = <T>(make: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text) ?? make(text);
    known.set(text, found);
    return found;
  };
};

/** A new line: the execution's own, or an iteration. */
type NewBranch = Pick<Branch, "execution" | "parent" | "place" | "scope" | "state" | "input"> & {
  readonly mode: Extract<Mode, "ready" | "queued">;
};

/** Everything that is known of executions, in one SQLite file. Changes are made inside `commit`. */
export const openLedger = (path: string, now: () => number, log: Log) => {
  const database = openDatabase(path);
  const prepare = once((sql): StatementSync => database.prepare(sql));
  const definitionOf = once((text) => JSON.parse(text));
  const executionOf = (row: Row): Execution =>
    ({ ...row, definition: definitionOf(String(row.definition)) }) as unknown as Execution;
  const told: [string, Readonly<Record<string, string>>][] = [];
  const branches = (sql: string, ...values: SQLInputValue[]) =>
    prepare(`SELECT * FROM branches ${sql}`)
      .all(...values)
      .map(branchOf);

  return {
    close: () => database.close(),

    /** One transaction; then the log is told of its events. Returns what `change` returns. */
    commit: <T>(change: () => T): T => {
      database.exec("BEGIN IMMEDIATE");
      told.length = 0;
      let value: T;
      try {
        value = change();
        database.exec("COMMIT");
      } catch (error) {
        database.exec("ROLLBACK");
        throw error;
      }
      for (const [event, facts] of told.splice(0)) log(event, facts);
      return value;
    },

    execution: (arn: string): Execution | undefined => {
      const row = prepare("SELECT * FROM executions WHERE arn = ?").get(arn);
      return row && executionOf(row);
    },

    /** Newest first. */
    executions: (machineArn: string, status: string | undefined): Execution[] =>
      prepare(
        "SELECT * FROM executions WHERE machineArn = ? AND status = coalesce(?, status) ORDER BY startedAt DESC, rowid DESC",
      )
        .all(machineArn, status ?? null)
        .map(executionOf),

    addExecution: (execution: Pick<Execution, "arn" | "machineArn" | "name" | "definition" | "input">) =>
      prepare(
        `INSERT INTO executions (arn, machineArn, name, definition, input, status, startedAt)
         VALUES (?, ?, ?, ?, ?, 'RUNNING', ?)`,
      ).run(
        execution.arn,
        execution.machineArn,
        execution.name,
        JSON.stringify(execution.definition),
        execution.input,
        now(),
      ),

    /** Ends a running execution: its lines and their tokens are void. */
    endExecution: (
      arn: string,
      status: Status,
      end: { readonly output?: string; readonly error?: string; readonly cause?: string },
    ) => {
      prepare(
        "UPDATE executions SET status = ?, stoppedAt = ?, output = ?, error = ?, cause = ? WHERE arn = ?",
      ).run(status, now(), end.output ?? null, end.error ?? null, end.cause ?? null, arn);
      prepare("DELETE FROM branches WHERE execution = ?").run(arn);
    },

    ready: () => branches("WHERE mode = 'ready' ORDER BY id"),
    due: () => branches("WHERE dueAt <= ? ORDER BY dueAt, id", now()),
    branch: (id: number) => branches("WHERE id = ?", id)[0],
    iterations: (parent: number) => branches("WHERE parent = ? ORDER BY place", parent),
    holding: (token: string) => branches("WHERE token = ?", token)[0],

    /** Whether a line is still where the caller saw it. */
    stands: ({ id, turn }: Branch) => branches("WHERE id = ? AND turn = ?", id, turn).length === 1,

    nextDueAt: (): number | undefined =>
      (prepare("SELECT min(dueAt) AS at FROM branches").get() as { at: number | null }).at ?? undefined,

    addBranch: ({ execution, parent, place, scope, state, input, mode }: NewBranch): Branch => {
      const { lastInsertRowid } = prepare(
        `INSERT INTO branches (execution, parent, place, scope, state, enteredAt, input, mode, turn, tries)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, '[]')`,
      ).run(execution, parent, place, JSON.stringify(scope), state, now(), JSON.stringify(input), mode);
      return branches("WHERE id = ?", lastInsertRowid)[0] as Branch;
    },

    dropIterations: (parent: number) => prepare("DELETE FROM branches WHERE parent = ?").run(parent),

    /** Changes a line if it still stands where the caller saw it; otherwise undefined, and nothing is written. */
    move: (branch: Branch, change: Change): Branch | undefined => {
      const to = { ...branch, ...change };
      const row = prepare(
        `UPDATE branches SET state = ?, enteredAt = ?, input = ?, mode = ?, tries = ?, dueAt = ?, token = ?, answer = ?,
           turn = turn + 1 WHERE id = ? AND turn = ? RETURNING *`,
      ).get(
        to.state,
        to.enteredAt,
        JSON.stringify(to.input),
        to.mode,
        JSON.stringify(to.tries),
        to.dueAt,
        to.token,
        to.answer && JSON.stringify(to.answer),
        branch.id,
        branch.turn,
      );
      return row && branchOf(row);
    },

    /** Tokens are remembered for good: a spent one is told from one that never was. */
    rememberToken: (token: string) => prepare("INSERT INTO tokens VALUES (?)").run(token),
    knowsToken: (token: string) => prepare("SELECT 1 FROM tokens WHERE token = ?").get(token) !== undefined,

    note: (execution: string, type: string, name: string | null, failure?: Failure) => {
      prepare(
        `INSERT INTO events SELECT ?, coalesce(max(id), 0) + 1, ?, ?, ?, ?, ? FROM events WHERE execution = ?`,
      ).run(execution, type, now(), name, failure?.error ?? null, failure?.cause ?? null, execution);
      told.push([type, { execution, ...(name === null ? {} : { state: name }), ...failure }]);
    },

    history: (arn: string) =>
      prepare("SELECT id, type, at, name, error, cause FROM events WHERE execution = ? ORDER BY id").all(
        arn,
      ) as unknown as HistoryEvent[],
  };
};

export type Ledger = ReturnType<typeof openLedger>;
