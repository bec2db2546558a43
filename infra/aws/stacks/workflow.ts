import { readFileSync } from "node:fs";
import { type App, RemovalPolicy, Stack } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from "aws-cdk-lib/aws-stepfunctions";
import type { Place } from "../place.ts";
import { accept } from "../reasons.ts";
import type { Api } from "./api.ts";

/** The very file that the local run plays. */
export const CYCLE_ASL = new URL("../../../functions/workflows/cycle.asl.json", import.meta.url);

const stateMachine = (stack: Stack, { names, settings }: Place, { functions, live }: Api): StateMachine => {
  const { workflow, count } = live;
  const role = new Role(stack, "CycleRole", { assumedBy: new ServicePrincipal("states.amazonaws.com") });
  role.addToPolicy(
    new PolicyStatement({
      actions: ["lambda:InvokeFunction"],
      // What runs since before there were aliases calls the functions themselves until it ends.
      resources: [workflow, count, functions.workflow, functions.count].map(({ functionArn }) => functionArn),
    }),
  );
  accept(role, {
    "AwsSolutions-IAM5[Resource::*]":
      "Log delivery and X-Ray, which Step Functions sets up for itself, take no ARN.",
  });
  return new StateMachine(stack, "Cycle", {
    stateMachineName: names.machine,
    stateMachineType: StateMachineType.STANDARD,
    definitionBody: DefinitionBody.fromString(readFileSync(CYCLE_ASL, "utf8")),
    definitionSubstitutions: { WorkflowFunction: workflow.functionArn, CountFunction: count.functionArn },
    role,
    tracingEnabled: true,
    logs: {
      destination: new LogGroup(stack, "CycleLog", {
        logGroupName: `/aws/vendedlogs/${names.prefix}/cycle`,
        retention: settings.logRetentionDays,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      level: LogLevel.ALL,
      // Inputs hold pointers only, and still: what is not logged cannot leak.
      includeExecutionData: false,
    },
  });
};

/** What carries a cycle through its phases. */
export const workflowStack = (app: App, place: Place, api: Api): StateMachine => {
  const stack = new Stack(app, "workflow", {
    env: place.home,
    stackName: place.names.stack("workflow"),
    description: "Rynek: the state machine of a cycle",
  });
  return stateMachine(stack, place, api);
};
