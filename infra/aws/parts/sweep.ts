import { Duration } from "aws-cdk-lib";
import { Rule, RuleTargetInput, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";

/** The minute's sweep: what a lost stream record or a stopped execution left lying is picked up. */
export const sweepEveryMinute = (scope: Construct, id: string, fn: IFunction, failures: IQueue): Rule =>
  new Rule(scope, id, {
    description: `${id}: every minute, what was left lying is picked up`,
    schedule: Schedule.rate(Duration.minutes(1)),
    targets: [
      new LambdaFunction(fn, {
        event: RuleTargetInput.fromObject({ sweep: true }),
        deadLetterQueue: failures,
        // The next sweep comes in a minute and does the same.
        retryAttempts: 0,
        maxEventAge: Duration.minutes(1),
      }),
    ],
  });
