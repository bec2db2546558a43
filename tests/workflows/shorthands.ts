import { localMachineArn } from "../../infra/local/states/arns.ts";
import type { Definition, State } from "../../infra/local/states/asl.ts";

/** Short hands for the small workflows of the tests. */
export const arn = localMachineArn;

export const task = (name: string, more: Partial<State> = {}): State => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Parameters: { FunctionName: name, "Payload.$": "$" },
  ...more,
});

export const hold = (name: string, more: Partial<State> = {}): State => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
  Parameters: { FunctionName: name, Payload: { "token.$": "$$.Task.Token" } },
  ...more,
});

export const machine = (States: Record<string, State>): Definition => ({
  StartAt: Object.keys(States)[0] ?? "",
  States,
});
