import { Duration } from "aws-cdk-lib";
import { Rule, RuleTargetInput, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { FunctionName } from "../../../shared/platform/route.ts";

const EVERY = Duration.minutes(5);

/** Lets the canary vote, and its vote of the day be there: whatever of it was cut off is gone on with five minutes later. */
export const canary = (
  scope: Construct,
  made: Readonly<Record<FunctionName, IFunction>>,
  failures: IQueue,
): Rule =>
  new Rule(scope, "Canary", {
    description: `Canary: every ${EVERY.toHumanString()}, a made-up voter votes`,
    schedule: Schedule.rate(EVERY),
    targets: (["workflow", "canary"] as const).map(
      (name) =>
        new LambdaFunction(made[name], {
          event: RuleTargetInput.fromObject({ task: name === "workflow" ? "open-probe" : "vote" }),
          deadLetterQueue: failures,
          retryAttempts: 0,
          maxEventAge: EVERY,
        }),
    ),
  });
