import { Duration } from "aws-cdk-lib";
import { Rule, RuleTargetInput, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";

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

/** The minute's sweep: what a lost stream record or a stopped execution left lying is picked up. */
export const sweepEveryMinute = sweepEvery(Duration.minutes(1));

/** For what changes elsewhere and has to be asked for. */
export const sweepEveryFiveMinutes = sweepEvery(Duration.minutes(5));
