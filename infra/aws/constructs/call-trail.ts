import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Trail } from "aws-cdk-lib/aws-cloudtrail";
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { accept } from "../reasons.ts";

const KEPT_DAYS = 731;

/**
 * The record of calls to AWS, without which no rule hears of them. Management events alone: a record of single writes would name a marker and
 * a ballot in one line. Of every region: whom a role trusts is changed in us-east-1, wherever the rest stands.
 */
export const callTrail = (scope: Construct): Trail => {
  const bucket = new Bucket(scope, "Calls", {
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    lifecycleRules: [{ expiration: Duration.days(KEPT_DAYS) }],
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  accept(bucket, {
    "AwsSolutions-S1": "The bucket is itself a log, which CloudTrail alone writes and signs.",
  });
  return new Trail(scope, "Trail", { bucket, isMultiRegionTrail: true, enableFileValidation: true });
};
