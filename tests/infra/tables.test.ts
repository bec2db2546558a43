import { Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { expect, test } from "vitest";
import { z } from "zod";
import { PLACES } from "../../shared/domain/upload/places.ts";
import { type TableShape, tables } from "../../shared/store/shape.ts";
import { build, calledBy, type Resource, settingsOf, trial } from "./cloud.ts";

const KeySchema = z
  .array(z.object({ AttributeName: z.string(), KeyType: z.enum(["HASH", "RANGE"]) }))
  .transform((keys) => keys.map(({ AttributeName }) => AttributeName));

const Projection = z.union([
  z.strictObject({ ProjectionType: z.literal("KEYS_ONLY") }).transform(() => "KEYS_ONLY" as const),
  z
    .strictObject({ ProjectionType: z.literal("INCLUDE"), NonKeyAttributes: z.array(z.string()) })
    .transform(({ NonKeyAttributes }) => NonKeyAttributes),
]);

const TableProperties = z.object({
  KeySchema,
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.literal("S") })),
  GlobalSecondaryIndexes: z.array(z.object({ IndexName: z.string(), KeySchema, Projection })).default([]),
  StreamSpecification: z.object({ StreamViewType: z.string() }).optional(),
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.literal(true) }).optional(),
  BillingMode: z.literal("PAY_PER_REQUEST"),
  DeletionProtectionEnabled: z.literal(true),
  PointInTimeRecoverySpecification: z.object({ PointInTimeRecoveryEnabled: z.literal(true) }),
  SSESpecification: z.object({ SSEEnabled: z.literal(true) }),
});

const shapeOf = (table: Resource): TableShape => {
  const properties = TableProperties.parse(table.Properties);
  const [partitionKey = "", sortKey] = properties.KeySchema;
  return {
    partitionKey,
    ...(sortKey && { sortKey }),
    indexes: properties.GlobalSecondaryIndexes.map((index) => ({
      name: index.IndexName,
      partitionKey: index.KeySchema[0] ?? "",
      sortKey: index.KeySchema[1] ?? "",
      projection: index.Projection,
    })),
    ...(properties.TimeToLiveSpecification && { ttl: properties.TimeToLiveSpecification.AttributeName }),
    ...(properties.StreamSpecification && {
      stream: z.literal("KEYS_ONLY").parse(properties.StreamSpecification.StreamViewType),
    }),
  };
};

const byName = () => {
  const found = trial().all("AWS::DynamoDB::Table");
  const table = (start: string) => {
    const one = found.find(([id]) => id.startsWith(start));
    if (!one) throw new Error(`no table ${start}`);
    return one[1];
  };
  return { count: found.length, main: table("Main"), ballots: table("Ballots") };
};

test("the tables in the cloud are those of the laptop", () => {
  const { count, main, ballots } = byName();
  expect(count).toBe(Object.keys(tables).length);
  expect(shapeOf(main)).toEqual(tables.main);
  expect(shapeOf(ballots)).toEqual(tables.ballots);
});

test("nothing about the ballots tells who cast what, or in which order", () => {
  const { Properties } = byName().ballots;
  for (const name of [
    "StreamSpecification",
    "GlobalSecondaryIndexes",
    "LocalSecondaryIndexes",
    "TimeToLiveSpecification",
    "KinesisStreamSpecification",
  ]) {
    expect(Properties).not.toHaveProperty(name);
  }
  expect(Properties.AttributeDefinitions).toHaveLength(1);
});

test("what is kept outlives its stack", () => {
  const kept = [
    "AWS::DynamoDB::Table",
    "AWS::S3::Bucket",
    "AWS::SecretsManager::Secret",
    "AWS::Cognito::UserPool",
  ];
  for (const type of kept) {
    const all = trial().all(type);
    expect(all.length, type).toBeGreaterThan(0);
    for (const [id, resource] of all) {
      expect(resource, id).toMatchObject({
        // What a first deployment made and could not finish goes with it, and does not stand in the way of the second.
        DeletionPolicy: expect.stringMatching(/^Retain/),
        UpdateReplacePolicy: "Retain",
      });
    }
  }
});

/** Names that stay taken when their stack is gone, and why they are given all the same. */
const NAMED: Readonly<Record<string, string>> = {
  "rynek-dev-staff": "names of user pools need not differ",
};

test("what outlives its stack has no name that the next one would want", () => {
  const names = ["TableName", "BucketName", "Name", "UserPoolName", "LogGroupName"];
  const taken = trial()
    .everything()
    .filter(([, { DeletionPolicy = "Delete" }]) => DeletionPolicy !== "Delete")
    .flatMap(([, { Properties }]) => names.flatMap((name) => Properties?.[name] ?? []));
  expect(taken.filter((name) => !Object.hasOwn(NAMED, String(name)))).toEqual([]);
});

test("a first deployment protects nothing: what it could not finish can be taken back", () => {
  const first = build(settingsOf("dev"));
  for (const [id, { Properties }] of first.all("AWS::DynamoDB::Table"))
    expect(Properties, id).toMatchObject({ DeletionProtectionEnabled: false });
  for (const [id, { Properties }] of first.all("AWS::Cognito::UserPool"))
    expect(Properties, id).toMatchObject({ DeletionProtection: "INACTIVE" });
  const isProtected = first.app.node.children.map(
    (stack) => Stack.isStack(stack) && stack.terminationProtection,
  );
  expect(isProtected).not.toContain(true);
});

test("files are private and travel by TLS only; what is made here is versioned, what comes in is gone once it is removed", () => {
  for (const [id, { Properties }] of trial().all("AWS::S3::Bucket")) {
    const versioning = id.startsWith("Uploads") ? undefined : { Status: "Enabled" };
    expect(Properties?.VersioningConfiguration, id).toEqual(versioning);
    expect(Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
  }
  expect(JSON.stringify(trial().all("AWS::S3::BucketPolicy"))).toContain('"aws:SecureTransport":"false"');
});

test("what comes in is told of once it lies in quarantine, and lies there for a day at most", () => {
  const [uploads] = trial()
    .all("AWS::S3::Bucket")
    .filter(([id]) => id.startsWith("Uploads"));
  expect(uploads?.[1]).toMatchObject({
    DeletionPolicy: "RetainExceptOnCreate",
    Properties: {
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      LifecycleConfiguration: {
        Rules: [{ Prefix: PLACES.quarantine, ExpirationInDays: 1, Status: "Enabled" }],
      },
    },
  });
  const [rule] = trial()
    .all("AWS::Events::Rule")
    .filter(
      ([, { Properties }]) =>
        Properties.EventPattern !== undefined && "detail-type" in (Properties.EventPattern as object),
    )
    .filter(([id]) => id.startsWith("Arrivals"));
  const called = calledBy(trial(), "rynek-dev");
  const { Targets } = z
    .looseObject({
      Targets: z.array(
        z.object({
          Arn: z.object({ Ref: z.string() }),
          InputTransformer: z.looseObject({ InputTemplate: z.string() }),
        }),
      ),
    })
    .parse(rule?.[1].Properties);
  const [target] = Targets;
  expect(called.get(target?.Arn.Ref ?? "")).toBe("arrivals");
  expect(target?.InputTransformer.InputTemplate).toContain('"arrived"');
  expect(JSON.stringify(rule?.[1].Properties.EventPattern)).toContain(`"prefix":"${PLACES.quarantine}"`);
});

test("the stack that holds the tables is not deleted by one command", () => {
  const stacks = trial().app.node.children.filter((child) => Stack.isStack(child));
  const holding = stacks.filter(
    (stack) => Object.keys(Template.fromStack(stack).findResources("AWS::DynamoDB::Table")).length > 0,
  );
  expect(holding.map(({ node, terminationProtection }) => [node.id, terminationProtection])).toEqual([
    ["data", true],
  ]);
});
