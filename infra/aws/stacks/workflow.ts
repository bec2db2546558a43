import { readFileSync } from "node:fs";
import { type App, RemovalPolicy, Stack } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from "aws-cdk-lib/aws-stepfunctions";
import type { Place } from "../place.ts";
import { accept } from "../reasons.ts";
import type { Api } from "./api.ts";

/** The very files that the local run plays. */
export const CYCLE_ASL = new URL("../../../functions/workflows/cycle.asl.json", import.meta.url);
export const ROLL_ASL = new URL("../../../functions/workflows/roll.asl.json", import.meta.url);

interface Machine {
  readonly id: "Cycle" | "Roll";
  readonly name: string;
  readonly asl: URL;
  /** The functions that it calls, by their names in the file. */
  readonly calls: Readonly<Record<string, IFunction>>;
  /** What an execution that began before there were aliases calls until it ends. */
  readonly still?: readonly IFunction[];
}

const stateMachine = (
  stack: Stack,
  { names, settings }: Place,
  { id, name, asl, calls, still = [] }: Machine,
): StateMachine => {
  const role = new Role(stack, `${id}Role`, { assumedBy: new ServicePrincipal("states.amazonaws.com") });
  role.addToPolicy(
    new PolicyStatement({
      actions: ["lambda:InvokeFunction"],
      resources: [...Object.values(calls), ...still].map(({ functionArn }) => functionArn),
    }),
  );
  accept(role, {
    "AwsSolutions-IAM5[Resource::*]":
      "Log delivery and X-Ray, which Step Functions sets up for itself, take no ARN.",
  });
  return new StateMachine(stack, id, {
    stateMachineName: name,
    stateMachineType: StateMachineType.STANDARD,
    definitionBody: DefinitionBody.fromString(readFileSync(asl, "utf8")),
    definitionSubstitutions: Object.fromEntries(
      Object.entries(calls).map(([called, { functionArn }]) => [called, functionArn]),
    ),
    role,
    tracingEnabled: true,
    logs: {
      destination: new LogGroup(stack, `${id}Log`, {
        logGroupName: `/aws/vendedlogs/${names.prefix}/${id.toLowerCase()}`,
        retention: settings.logRetentionDays,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      level: LogLevel.ALL,
      // Inputs hold pointers only, and still: what is not logged cannot leak.
      includeExecutionData: false,
    },
  });
};

/** What carries a cycle through its phases, and what reads a roll. */
export interface Machines {
  readonly cycle: StateMachine;
  readonly roll: StateMachine;
}

export const workflowStack = (app: App, place: Place, api: Api): Machines => {
  const stack = new Stack(app, "workflow", {
    env: place.home,
    stackName: place.names.stack("workflow"),
    description: "Rynek: the state machines of a cycle and of a roll",
  });
  const { functions, live } = api;
  const roll = stateMachine(stack, place, {
    id: "Roll",
    name: place.names.rollMachine,
    asl: ROLL_ASL,
    calls: { VotingFunction: live.voting },
  });
  const cycle = stateMachine(stack, place, {
    id: "Cycle",
    name: place.names.machine,
    asl: CYCLE_ASL,
    calls: { WorkflowFunction: live.workflow, CountFunction: live.count },
    still: [functions.workflow, functions.count],
  });
  return { cycle, roll };
};
