import { Topic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";

/** A topic that takes messages over TLS only. CloudWatch cannot publish to one under the managed key, and no message holds a secret. */
export const topic = (scope: Construct, id: string, displayName: string): Topic =>
  new Topic(scope, id, { displayName, enforceSSL: true });
