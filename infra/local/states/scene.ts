import { machineName } from "./arns.ts";
import { type Json, type State, stateOf } from "./asl.ts";
import type { Context } from "./evaluate.ts";
import type { Ledger } from "./ledger.ts";
import type { Branch, Execution } from "./records.ts";
import type { MovableClock } from "./timer.ts";

/** What the driver and the work of states share. */
export interface Engine {
  readonly ledger: Ledger;
  readonly clock: MovableClock;
  /** Runs a Lambda function: its name or ARN and the event it gets. */
  readonly invoke: (functionName: string, payload: Json) => Promise<unknown>;
  /** Commits a change and goes on with the lines that it returns. */
  readonly apply: (change: () => Branch[]) => void;
}

/** A line of an execution in the state where it stands. */
export interface Scene {
  readonly execution: Execution;
  readonly branch: Branch;
  readonly state: State;
  /** The state's input as it came in, before InputPath. */
  readonly input: Json;
  readonly context: Context;
}

/** Notes that a line has entered the state where it stands. */
export const noteEntered = (ledger: Ledger, { execution, scope, state }: Branch) => {
  const { definition } = ledger.execution(execution) as Execution;
  ledger.note(execution, `${stateOf(definition, scope, state).Type}StateEntered`, state);
};

export const sceneOf = (execution: Execution, branch: Branch): Scene => ({
  execution,
  branch,
  state: stateOf(execution.definition, branch.scope, branch.state),
  input: branch.input,
  context: {
    Run: {
      Id: execution.arn,
      Name: execution.name,
      Input: JSON.parse(execution.input),
      StartTime: new Date(execution.startedAt).toISOString(),
    },
    StateMachine: { Id: execution.machineArn, Name: machineName(execution.machineArn) },
    State: {
      Name: branch.state,
      EnteredTime: new Date(branch.enteredAt).toISOString(),
      RetryCount: branch.tries.reduce((sum, tries) => sum + tries, 0),
    },
    ...(branch.token === null ? {} : { Task: { Token: branch.token } }),
  },
});
