import { Aws, Duration, RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { PLACES } from "../../../shared/domain/upload/places.ts";
import { PUBLIC_PICTURES } from "../../../shared/platform/public-files.ts";
import { accept } from "../reasons.ts";

/**
 * Files that come in. What is removed here is gone: there are no versions, and no lock as on published results. CloudFront reads the pictures that
 * were made anew, and nothing else.
 */
export const uploadsBucket = (scope: Construct): Bucket => {
  const bucket = new Bucket(scope, "Uploads", {
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    lifecycleRules: [
      {
        id: "quarantine",
        prefix: PLACES.quarantine,
        expiration: Duration.days(1),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  // The construct's own switch brings a function that may change every bucket's notifications; the property alone does the same.
  (bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
    eventBridgeConfiguration: { eventBridgeEnabled: true },
  };
  // By the account: the distribution stands in a stack that needs this one.
  bucket.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal("cloudfront.amazonaws.com")],
      actions: ["s3:GetObject"],
      resources: [bucket.arnForObjects(PUBLIC_PICTURES)],
      conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
    }),
  );
  accept(bucket, {
    "AwsSolutions-S1":
      "Tickets say who has sent what, and the journal who has read it; a log of the bucket would hold addresses of residents.",
  });
  return bucket;
};
