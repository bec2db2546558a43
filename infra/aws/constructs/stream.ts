import { Duration } from "aws-cdk-lib";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { EventSourceMapping, type IFunction, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import type { IQueue } from "aws-cdk-lib/aws-sqs";

/**
 * Wakes a consumer when the table is written. It works from the pending index, not from the records, so a record that is lost or expires
 * costs a minute at most: the sweep comes by anyway.
 */
export const wakeOnWrites = (
  fn: IFunction,
  live: IFunction,
  { table, failures }: { readonly table: ITable; readonly failures: IQueue },
): EventSourceMapping => {
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: [
        "dynamodb:DescribeStream",
        "dynamodb:GetRecords",
        "dynamodb:GetShardIterator",
        "dynamodb:ListStreams",
      ],
      resources: [table.tableStreamArn ?? ""],
    }),
  );
  return new EventSourceMapping(fn, "Wake", {
    target: live,
    eventSourceArn: table.tableStreamArn,
    startingPosition: StartingPosition.LATEST,
    batchSize: 1000,
    maxBatchingWindow: Duration.seconds(1),
    maxRecordAge: Duration.hours(1),
    retryAttempts: 3,
    bisectBatchOnError: true,
    // What goes with its term needs nobody to be told.
    filters: [{ pattern: JSON.stringify({ eventName: ["INSERT", "MODIFY"] }) }],
    onFailure: new SqsDlq(failures),
  });
};
