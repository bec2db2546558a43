import type { App } from "aws-cdk-lib";
import { Aws, RemovalPolicy, Stack } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { PUBLIC_FILES } from "../../../shared/platform/public-files.ts";
import { tables } from "../../../shared/store/shape.ts";
import { neverChanged } from "../constructs/never-changed.ts";
import { teller } from "../constructs/outputs.ts";
import { table } from "../constructs/table.ts";
import type { Place } from "../place.ts";
import { accept } from "../reasons.ts";

export interface Kept {
  readonly main: Table;
  readonly ballots: Table;
  readonly files: Bucket;
  readonly filesArn: string;
}

const filesBucket = (stack: Stack): Bucket => {
  const bucket = new Bucket(stack, "Files", {
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  // By the account: the distribution stands in a stack that needs this one.
  bucket.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal("cloudfront.amazonaws.com")],
      actions: ["s3:GetObject"],
      resources: [bucket.arnForObjects(PUBLIC_FILES)],
      conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
    }),
  );
  accept(bucket, {
    "AwsSolutions-S1":
      "Only our own functions reach the bucket, and their logs say when, and CloudFront what is public; a log of the bucket would repeat them.",
  });
  return bucket;
};

const siteSecret = (stack: Stack, secretName: string): void => {
  const secret = new Secret(stack, "SiteSecret", {
    secretName,
    description: "Signs tokens, codes and links in mails",
    // The vault reads it as base 64: 64 letters and digits carry more than the 256 bits that it wants.
    generateSecretString: { excludePunctuation: true, passwordLength: 64 },
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  accept(secret, {
    "AwsSolutions-SMG4":
      "A new value breaks every link already mailed; docs/deploy.md says when and how it is replaced by hand.",
  });
};

/** What outlives every deployment. It changes rarely, and nothing in it goes when a stack goes. */
export const dataStack = (app: App, { names, home, settings: { protect } }: Place): Kept => {
  const stack = new Stack(app, "data", {
    env: home,
    stackName: names.stack("data"),
    description: "Rynek: tables, files and the site's secret",
    terminationProtection: protect,
  });
  siteSecret(stack, names.siteSecret);
  const main = table(stack, "Main", tables.main, { protect });
  const ballots = table(stack, "Ballots", tables.ballots, {
    protect,
    resourcePolicy: neverChanged(names.roleArn("voting")),
  });
  const files = filesBucket(stack);
  const tell = teller(stack);
  tell("MainTable", "Everything but ballots", main.tableName);
  tell("BallotsTable", "Sealed ballots", ballots.tableName);
  tell("FilesBucket", "Files of counts and results", files.bucketName);
  return {
    main,
    ballots,
    files,
    filesArn: stack.exportValue(files.bucketArn, { name: names.filesArnExport }),
  };
};
