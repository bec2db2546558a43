import { Duration } from "aws-cdk-lib";
import { Rule, RuleTargetInput, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { FunctionName } from "../../../shared/platform/route.ts";

const sweepEvery =
  (every: Duration) =>
  (scope: Construct, id: string, fn: IFunction, failures: IQueue): Rule =>
    new Rule(scope, id, {
      description: `${id}: every ${every.toHumanString()}, what was left lying is picked up`,
      schedule: Schedule.rate(every),
      targets: [
        new LambdaFunction(fn, {
          event: RuleTargetInput.fromObject({ sweep: true }),
          deadLetterQueue: failures,
          // The next sweep comes soon and does the same.
          retryAttempts: 0,
          maxEventAge: every,
        }),
      ],
    });

/** Functions that look for what a lost stream record, a stopped execution or a passed hour left lying; the directory asks what changed elsewhere. */
export const SWEPT = {
  notices: Duration.minutes(1),
  arrivals: Duration.minutes(1),
  workflow: Duration.minutes(1),
  consultations: Duration.minutes(1),
  proposals: Duration.minutes(1),
  voting: Duration.minutes(1),
  staff: Duration.minutes(1),
  directory: Duration.minutes(5),
} as const satisfies Partial<Record<FunctionName, Duration>>;

/** Lets them look, each at its pace. */
export const sweepAll = (
  scope: Construct,
  made: Readonly<Record<FunctionName, IFunction>>,
  failures: IQueue,
): void => {
  for (const [name, every] of Object.entries(SWEPT) as [FunctionName, Duration][])
    sweepEvery(every)(scope, `Sweep-${name}`, made[name], failures);
};
