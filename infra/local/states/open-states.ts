import type { Definition } from "./asl.ts";
import { ApiRefusal, type Call } from "./call.ts";
import { createDriver } from "./driver.ts";
import { executionCalls } from "./execution-calls.ts";
import { type Log, openLedger } from "./ledger.ts";
import type { Engine } from "./scene.ts";
import type { MovableClock } from "./timer.ts";
import { tokenCalls } from "./token-calls.ts";

/**
 * Step Functions on one machine: Standard workflows that live in a SQLite file and outlive the process.
 *
 * `handle` answers the AWS JSON 1.0 protocol; the host mounts it where the client's endpoint points. Nothing runs before
 * `start`, which also takes up what an earlier process left. `settle` resolves when nothing is running or due. `close` lets
 * go at once: what was running runs again after the next start, so functions must be idempotent, as on AWS.
 */
export const openStates = (place: {
  /** The SQLite file, or `:memory:`. */
  readonly path: string;
  /** The workflow of a state machine's name, substitutions filled in; undefined if there is none. */
  readonly definition: (name: string) => Definition | undefined;
  readonly invoke: Engine["invoke"];
  readonly clock: MovableClock;
  readonly log: Log;
}) => {
  const { path, definition, invoke, clock, log } = place;
  const ledger = openLedger(path, clock.now, log);
  const driver = createDriver({ ledger, clock, invoke, log });
  const calls = new Map<string, Call>(
    Object.entries({ ...executionCalls({ ledger, driver, definition }), ...tokenCalls(ledger, driver) }),
  );

  return {
    start: driver.start,
    settle: driver.settle,
    close: driver.close,

    /** When the next hold, retry or wait falls due: a clock that stops there shows every step its own time. */
    nextDueAt: ledger.nextDueAt,

    /** Answers a call by its X-Amz-Target, `AWSStepFunctions.StartExecution` …; `body` is the parsed JSON. */
    handle: async (target: string, body: unknown): Promise<{ status: number; body: object }> => {
      try {
        const answer = calls.get(target.replace(/^AWSStepFunctions\./, ""));
        if (!answer) throw new ApiRefusal("UnknownOperationException", `Not done here: ${target}`);
        return { status: 200, body: answer(body) };
      } catch (error) {
        if (!(error instanceof ApiRefusal)) throw error;
        return { status: 400, body: { __type: error.name, message: error.message } };
      }
    },
  };
};

export type States = ReturnType<typeof openStates>;
