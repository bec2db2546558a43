import { Duration } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { accept } from "../reasons.ts";

/** The end of the line for events that were tried in vain; an alarm watches that it is empty. */
export const failuresQueue = (scope: Construct, id: string): Queue => {
  const queue = new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  accept(queue, {
    "AwsSolutions-SQS3": "It is itself the dead-letter queue.",
    "Serverless-SQSRedrivePolicy": "It is itself the dead-letter queue.",
  });
  return queue;
};
