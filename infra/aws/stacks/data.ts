import type { App } from "aws-cdk-lib";
import { Aws, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { type ITable, Table } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectLockRetention,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { cityNamed } from "../../../shared/cities/cities.ts";
import { PUBLIC_FILES } from "../../../shared/platform/public-files.ts";
import type { SecretName } from "../../../shared/platform/secret-names.ts";
import { type TableName, type TableShape, tables } from "../../../shared/store/shape.ts";
import { nightlyCopies } from "../constructs/copies.ts";
import { neverChanged } from "../constructs/never-changed.ts";
import { teller } from "../constructs/outputs.ts";
import { restoreRole } from "../constructs/restore-role.ts";
import { table } from "../constructs/table.ts";
import { uploadsBucket } from "../constructs/uploads-bucket.ts";
import type { Place } from "../place.ts";
import { accept } from "../reasons.ts";

export interface Kept {
  readonly main: ITable;
  readonly ballots: ITable;
  readonly files: Bucket;
  readonly filesArn: string;
  /** Files that come in. */
  readonly uploads: Bucket;
  readonly uploadsArn: string;
  readonly secrets: Readonly<Record<SecretName, Secret>>;
}

/** With days, what a count or a publication has put is there for so long, whoever wants it gone: a later one lies beside it. */
const filesBucket = (stack: Stack, lockedDays: number | undefined): Bucket => {
  const bucket = new Bucket(stack, "Files", {
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    // A package goes up in parts; of a publication that was cut short they would lie there for ever.
    lifecycleRules: [{ id: "cut-short", abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    ...(lockedDays && {
      objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(lockedDays)),
    }),
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

/** What each secret makes, for whoever looks at the list of them. */
const MAKES: Readonly<Record<SecretName, string>> = {
  names: "Names under which things are stored; never exchanged",
  sessions: "Sessions and drafts in browsers",
  codes: "Codes of voters, proofs of keys",
  links: "Links in letters",
  signing: "The city's signature under checkpoints and packages",
  canary: "The canary's hidden votes: ids, made-up voters and their codes",
};

/** The secrets of the deployment. Their names are AWS's: what is kept after a stack has gone does not stand in the way of the next one. */
const secretsOf = (stack: Stack): Kept["secrets"] => {
  const made = Object.entries(MAKES).map(([name, description]) => {
    const secret = new Secret(stack, `${name[0]?.toUpperCase()}${name.slice(1)}Secret`, {
      description,
      // The vault reads it as base 64: 64 letters and digits carry more than the 256 bits that it wants.
      generateSecretString: { excludePunctuation: true, passwordLength: 64 },
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    accept(secret, {
      "AwsSolutions-SMG4":
        name === "names"
          ? "What is stored is found by what it makes: another value would lose it."
          : "npm run rotate exchanges it with an overlap, when somebody decides so: docs/secrets.md.",
    });
    return [name, secret];
  });
  return Object.fromEntries(made);
};

/** Tables that were restored, in the place of those that the stack made, which stay as they are. */
const restoredTables = (stack: Stack, { names, settings }: Place, made: Record<TableName, Table>) => {
  const { restored } = settings;
  if (!restored) return made;
  // Other stacks take these from here until they are deployed, which is after this one.
  for (const { tableArn, tableName, tableStreamArn } of Object.values(made))
    for (const value of [tableArn, tableName, tableStreamArn]) if (value) stack.exportValue(value);
  const named = (id: string, table: TableName): ITable =>
    Table.fromTableAttributes(stack, id, {
      tableName: names.restoredTable(restored.label, table),
      globalIndexes: (tables[table] as TableShape).indexes.map(({ name }) => name),
      ...(table === "main" && { tableStreamArn: restored.mainStream }),
    });
  return { main: named("RestoredMain", "main"), ballots: named("RestoredBallots", "ballots") };
};

/** What outlives every deployment. It changes rarely, and nothing in it goes when a stack goes. */
export const dataStack = (app: App, place: Place): Kept => {
  const { names, home, settings } = place;
  const { protect, restorers, copies, publishedLockedDays } = settings;
  const stack = new Stack(app, "data", {
    env: home,
    stackName: names.stack("data"),
    description: "Rynek: tables, files and secrets",
    terminationProtection: protect,
  });
  const made = {
    main: table(stack, "Main", tables.main, { protect }),
    ballots: table(stack, "Ballots", tables.ballots, {
      protect,
      resourcePolicy: neverChanged({
        casting: names.roleArn("voting"),
        ...(restorers && { restoring: names.restoreRoleArn }),
      }),
    }),
  };
  const { main, ballots } = restoredTables(stack, place, made);
  if (restorers) restoreRole(stack, { names, tables: [made.main, made.ballots, main, ballots], restorers });
  if (copies) nightlyCopies(stack, { copies, zone: cityNamed(settings.city).zone, tables: [main, ballots] });
  const files = filesBucket(stack, publishedLockedDays);
  const tell = teller(stack);
  tell("MainTable", "Everything but ballots", main.tableName);
  tell("BallotsTable", "Sealed ballots", ballots.tableName);
  tell(
    "Restore",
    "Restores both tables to new ones; put in a moment",
    `npm run restore -- -c stage=${settings.stage} --main ${main.tableName} --ballots ${ballots.tableName} --at MOMENT`,
  );
  const uploads = uploadsBucket(stack);
  tell("FilesBucket", "Files of counts and results", files.bucketName);
  tell("UploadsBucket", "Files that come in, and pictures made of them", uploads.bucketName);
  return {
    main,
    ballots,
    files,
    secrets: secretsOf(stack),
    filesArn: stack.exportValue(files.bucketArn, { name: names.filesArnExport }),
    uploads,
    uploadsArn: stack.exportValue(uploads.bucketArn, { name: names.uploadsArnExport }),
  };
};
