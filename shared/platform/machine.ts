import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  type SFNClientConfig,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import type { CycleId } from "../domain/ids.ts";
import type { Environment } from "./env.ts";

/** The state machine that carries a cycle through its phases. */
export interface Machine {
  /** Starts an execution by name; the same name again is the same execution. */
  readonly start: (cycleId: CycleId, name: string) => Promise<void>;
  /** Wakes a hold. False when nothing holds on this token any more. */
  readonly wake: (token: string) => Promise<boolean>;
}

export const stateMachine = (arn: string, config: SFNClientConfig = {}): Machine => {
  const client = new SFNClient(config);
  return {
    start: async (cycleId, name) => {
      try {
        await client.send(
          new StartExecutionCommand({ stateMachineArn: arn, name, input: JSON.stringify({ cycleId }) }),
        );
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },
    wake: async (token) => {
      try {
        await client.send(new SendTaskSuccessCommand({ taskToken: token, output: "{}" }));
        return true;
      } catch (error) {
        if (
          error instanceof TaskTimedOut ||
          error instanceof TaskDoesNotExist ||
          error instanceof InvalidToken
        )
          return false;
        throw error;
      }
    },
  };
};

export const machineOnAws = (env: Environment): Machine => stateMachine(env.MACHINE_ARN);
