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

/** The state machines: the one that carries a cycle through its phases, and the one that reads a roll. */
export interface Machine {
  /** Starts an execution by name; the same name again is the same execution. */
  readonly start: (cycleId: CycleId, name: string) => Promise<void>;
  /** Reads the file of a roll; the same import again is the same execution. */
  readonly readRoll: (importId: string) => Promise<void>;
  /** Wakes a hold. False when nothing holds on this token any more. */
  readonly wake: (token: string) => Promise<boolean>;
}

export const stateMachine = (
  arns: Readonly<Record<"cycle" | "roll", string>>,
  config: SFNClientConfig = {},
): Machine => {
  const client = new SFNClient(config);
  const begin = async (stateMachineArn: string, name: string, input: object): Promise<void> => {
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  };
  return {
    start: (cycleId, name) => begin(arns.cycle, name, { cycleId }),
    readRoll: (importId) => begin(arns.roll, importId, { importId }),
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

export const machineOnAws = (env: Environment): Machine =>
  stateMachine({ cycle: env.MACHINE_ARN, roll: env.ROLL_MACHINE_ARN });
