import type { Definition, Json } from "./asl.ts";
import type { Failure } from "./failures.ts";

export type Status = "RUNNING" | "SUCCEEDED" | "FAILED" | "ABORTED";

export interface Execution {
  readonly arn: string;
  readonly machineArn: string;
  readonly name: string;
  /** The workflow as it was when the execution started. */
  readonly definition: Definition;
  /** JSON text, compared as text when the same name is started again. */
  readonly input: string;
  readonly status: Status;
  /** Milliseconds since 1970, as all times here. */
  readonly startedAt: number;
  readonly stoppedAt: number | null;
  readonly output: string | null;
  readonly error: string | null;
  readonly cause: string | null;
}

/** What the work of a state came to. */
export type Answer = { readonly result: Json } | { readonly failure: Failure };

/**
 * Where one line of an execution stands: the execution's own line, or an iteration of a Map.
 * `ready`: its state is being worked on, and is worked on again after a crash. `hold`: the function has the token and the
 * answer is awaited. `retry`, `wait`: until `dueAt`. `map`: until its iterations are done. `queued`, `done`: an iteration
 * before and after its turn.
 */
export type Mode = "ready" | "hold" | "retry" | "wait" | "map" | "queued" | "done";

export interface Branch {
  readonly id: number;
  readonly execution: string;
  readonly parent: number | null;
  /** Index of the item, for an iteration. */
  readonly place: number;
  /** The Map states around it, outermost first. */
  readonly scope: readonly string[];
  readonly state: string;
  readonly enteredAt: number;
  readonly input: Json;
  readonly mode: Mode;
  /** Grows with every change: what was worked out for an earlier turn is void. */
  readonly turn: number;
  /** Retries made so far, for each retrier of the state. */
  readonly tries: readonly number[];
  readonly dueAt: number | null;
  readonly token: string | null;
  readonly answer: Answer | null;
}

export type Change = Partial<
  Pick<Branch, "state" | "enteredAt" | "input" | "mode" | "tries" | "dueAt" | "token" | "answer">
>;

/** A line of an execution's history: what happened to which state, and when. */
export interface HistoryEvent {
  readonly id: number;
  /** AWS's type, `TaskStateEntered` … */
  readonly type: string;
  readonly at: number;
  readonly name: string | null;
  readonly error: string | null;
  readonly cause: string | null;
}
