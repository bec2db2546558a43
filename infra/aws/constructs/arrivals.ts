import { EventField, Rule, RuleTargetInput } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { PLACES } from "../../../shared/domain/upload/places.ts";

/** Tells a function of each file that comes to quarantine. An event that is lost costs a minute: the sweep comes by anyway. */
export const tellOfArrivals = (
  scope: Construct,
  live: IFunction,
  { uploads, failures }: { readonly uploads: IBucket; readonly failures: IQueue },
): Rule =>
  new Rule(scope, "Arrivals", {
    description: "A file has come to quarantine: it is looked at",
    eventPattern: {
      source: ["aws.s3"],
      detailType: ["Object Created"],
      detail: {
        bucket: { name: [uploads.bucketName] },
        object: { key: [{ prefix: PLACES.quarantine }] },
      },
    },
    targets: [
      new LambdaFunction(live, {
        event: RuleTargetInput.fromObject({ arrived: EventField.fromPath("$.detail.object.key") }),
        deadLetterQueue: failures,
      }),
    ],
  });
