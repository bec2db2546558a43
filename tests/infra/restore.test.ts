import { Stack, Stage } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { guardPolicy } from "../../infra/aws/ballots-guard.ts";
import { build, type Cloud, completion, settingsOf } from "./cloud.ts";
import { PolicyDocument, permissions } from "./permissions.ts";

const restorers = ["anna", "bogdan"].map((name) => `arn:aws:iam::111111111111:user/${name}`);
const restored = {
  label: "20270910-100000z",
  mainStream:
    "arn:aws:dynamodb:eu-central-1:111111111111:table/rynek-prod-restored-20270910-100000z-main/stream/2027-09-10T11:00:00.000",
};
const copies = { account: "444444444444", vault: "rynek-prod-1", alarmAddress: "kopie@example.org" };
const named = (table: string): string => `rynek-prod-restored-${restored.label}-${table}`;

const plain = build(settingsOf("prod", completion));
const full = build(
  settingsOf("prod", { ...completion, restorers, restored, copies, publishedLockedDays: 1825 }),
);

/** What the one resource of a kind is made with. */
const propertiesOf = (found: ReturnType<Cloud["all"]>) => {
  const [one, ...others] = found;
  if (!one || others.length > 0) throw new Error(`${found.length} found`);
  return one[1].Properties;
};

const ballotsPolicy = (cloud: Cloud) => {
  const tables = cloud.all("AWS::DynamoDB::Table").filter(([id]) => id.startsWith("Ballots"));
  return JSON.stringify(propertiesOf(tables).ResourcePolicy);
};

test("what copies, restores and locks leaves no finding of cdk-nag without a reason", () => {
  const onTrial = build(settingsOf("dev", { restorers, copies: { vault: "rynek-dev-1", days: 7 } }));
  for (const { app } of [full, onTrial])
    for (const pack of [new AwsSolutionsChecks(app), new ServerlessChecks(app)])
      expect(pack.validateScope(app).violations.map(({ ruleName }) => ruleName)).toEqual([]);
});

describe("who restores tables", () => {
  const roleOf = (cloud: Cloud) =>
    cloud.all("AWS::IAM::Role").filter(([, { Properties }]) => Properties.RoleName === "rynek-prod-restore");

  test("is nobody, until a stage names people; and the guard of ballots knows no such role", () => {
    expect(roleOf(plain)).toEqual([]);
    expect(ballotsPolicy(plain)).not.toContain("restore");
    expect(ballotsPolicy(full).match(/role\/rynek-prod-restore/g)).toHaveLength(2);
  });

  test("takes the role in person, with a second factor", () => {
    expect(propertiesOf(roleOf(full)).AssumeRolePolicyDocument).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Action: "sts:AssumeRole",
          Effect: "Allow",
          Principal: { AWS: restorers },
          Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
        },
      ],
    });
  });

  test("writes items of restored tables and of no other", () => {
    const [[id] = [""]] = roleOf(full);
    const writes = /:(?:PutItem|UpdateItem|DeleteItem|BatchWriteItem|UpdateTable|PutResourcePolicy)$/;
    const statements = permissions(full).get(id) ?? [];
    const writing = statements.filter(({ Action }) => Action.some((action) => writes.test(action)));
    expect(writing).toHaveLength(1);
    for (const resource of writing[0]?.Resource ?? [])
      expect(resource).toMatch(/:table\/rynek-prod-restored-\*-\*/);
    const elsewhere = statements.filter((one) => one !== writing[0]).flatMap(({ Action }) => Action);
    expect(elsewhere.sort()).toEqual(["dynamodb:DescribeTable", "dynamodb:RestoreTableToPointInTime"]);
  });

  test("leaves to a restored table of ballots a guard that knows no exception but the vote", () => {
    const arn = `arn:aws:dynamodb:eu-central-1:111111111111:table/${named("ballots")}`;
    const casting = "arn:aws:iam::111111111111:role/rynek-prod-voting";
    const { Statement } = PolicyDocument.parse(guardPolicy(arn, { casting }));
    expect(Statement.map(({ Sid, Condition }) => [Sid, Condition])).toEqual([
      ["NobodyChangesABallot", undefined],
      ["OnlyTheVotePutsABallot", { ArnNotEquals: { "aws:PrincipalArn": [casting] } }],
    ]);
    const made = PolicyDocument.parse(JSON.parse(ballotsPolicy(plain)).PolicyDocument);
    expect(Statement.map(({ Sid, Action }) => [Sid, [...Action].sort()])).toEqual(
      made.Statement.map(({ Sid, Action }) => [Sid, [...Action].sort()]),
    );
  });
});

describe("restored tables", () => {
  const environments = (cloud: Cloud) =>
    cloud
      .properties(
        "AWS::Lambda::Function",
        z.looseObject({
          Environment: z
            .object({ Variables: z.looseObject({ MAIN_TABLE: z.unknown().optional() }) })
            .optional(),
        }),
      )
      .flatMap(({ Environment }) => (Environment?.Variables.MAIN_TABLE ? [Environment.Variables] : []));

  test("are those of every function and every grant; the first ones stay, and are in nobody's reach", () => {
    const all = environments(full);
    expect(all.length).toBeGreaterThan(8);
    for (const { MAIN_TABLE, BALLOTS_TABLE } of all)
      expect([MAIN_TABLE, BALLOTS_TABLE]).toEqual([named("main"), named("ballots")]);
    for (const [role, statements] of permissions(full)) {
      if (role.startsWith("Restore")) continue;
      for (const { Action, Resource } of statements)
        if (Action.some((action) => /^dynamodb:.*(?:Item|Query|Scan)$/.test(action)))
          for (const resource of Resource) expect(resource, role).toContain("restored");
    }
    const made = full.all("AWS::DynamoDB::Table").map(([id, { DeletionPolicy }]) => [id, DeletionPolicy]);
    expect(made).toEqual(
      plain.all("AWS::DynamoDB::Table").map(([id, { DeletionPolicy }]) => [id, DeletionPolicy]),
    );
  });

  test("wake the consumer of notices by their own stream", () => {
    const sources = full
      .all("AWS::Lambda::EventSourceMapping")
      .map(([, { Properties }]) => Properties.EventSourceArn);
    expect(sources).toEqual([restored.mainStream]);
  });

  test("are put in place by one deployment: what other stacks still take from the first ones is still told", () => {
    const exportsOf = ({ templates }: Cloud): Set<string> =>
      new Set(
        templates.flatMap((template) =>
          Object.values(template.findOutputs("*")).flatMap(({ Export }) =>
            Export ? [String(Export.Name)] : [],
          ),
        ),
      );
    const told = exportsOf(full);
    for (const name of exportsOf(plain)) expect(told).toContain(name);
  });
});

describe("copies of the tables", () => {
  const elsewhere = () => {
    const stage = full.app.node.children.find((child) => Stage.isStage(child) && child.node.id === "copies");
    const stack = stage?.node.children.find((child) => Stack.isStack(child)) as Stack;
    return { stack, template: Template.fromStack(stack) };
  };
  const lock = { MinRetentionDays: 34, MaxRetentionDays: 35, ChangeableForDays: 7 };

  test("are made where a stage says so, each midnight of the city and no oftener, and go after their days", () => {
    expect(plain.all("AWS::Backup::BackupPlan")).toEqual([]);
    const Properties = propertiesOf(full.all("AWS::Backup::BackupPlan"));
    expect(Properties.BackupPlan).toMatchObject({
      BackupPlanRule: [
        {
          ScheduleExpression: "cron(0 0 * * ? *)",
          ScheduleExpressionTimezone: "Europe/Warsaw",
          Lifecycle: { DeleteAfterDays: 35 },
          CopyActions: [{ Lifecycle: { DeleteAfterDays: 35 } }],
        },
      ],
    });
    expect(JSON.stringify(Properties)).toContain(":444444444444:backup-vault:rynek-prod-1");
    const selection = JSON.stringify(full.all("AWS::Backup::BackupSelection"));
    for (const table of ["main", "ballots"]) expect(selection).toContain(named(table));
  });

  test("lie in two vaults that nobody empties, one in an account of its own that no deployment of the house touches", () => {
    const { stack, template } = elsewhere();
    expect(stack.account).toBe("444444444444");
    const here = full.all("AWS::Backup::BackupVault").map(([, resource]) => resource);
    const there = Object.values(template.findResources("AWS::Backup::BackupVault"));
    expect([here.length, there.length]).toEqual([1, 1]);
    for (const { Properties, DeletionPolicy } of [...here, ...there]) {
      expect(Properties).toMatchObject({ BackupVaultName: "rynek-prod-1", LockConfiguration: lock });
      expect(Properties.EncryptionKeyArn).toBeDefined();
      expect(DeletionPolicy).toBe("RetainExceptOnCreate");
      const { Statement } = PolicyDocument.parse(Properties.AccessPolicy);
      expect(Statement[0]).toMatchObject({
        Effect: "Deny",
        Action: expect.arrayContaining(["backup:DeleteRecoveryPoint"]),
      });
    }
    const [policy] = there.map(({ Properties }) => JSON.stringify(Properties.AccessPolicy));
    expect(policy).toMatch(/"Action":"backup:CopyIntoBackupVault".*111111111111/);
  });

  test("wake somebody in both accounts when they are wanted gone, or taken out", () => {
    const calls = z.looseObject({
      EventPattern: z.object({
        source: z.array(z.string()),
        detail: z.object({ eventName: z.array(z.string()) }),
      }),
    });
    const rules = [
      ...full.all("AWS::Events::Rule").map(([, { Properties }]) => Properties),
      ...Object.values(elsewhere().template.findResources("AWS::Events::Rule")).map(
        ({ Properties }) => Properties,
      ),
    ].flatMap((one) => calls.safeParse(one).data ?? []);
    const ofCopies = rules.filter(({ EventPattern: { source } }) => source.includes("aws.backup"));
    expect(ofCopies).toHaveLength(2);
    for (const { EventPattern } of ofCopies)
      expect(EventPattern.detail.eventName).toEqual(
        expect.arrayContaining(["DeleteRecoveryPoint", "StartRestoreJob", "DeleteBackupVault"]),
      );
  });

  test("stand in an account that is neither the house's nor the commission's", () => {
    const of = (account: string) => () =>
      settingsOf("prod", { ...completion, copies: { ...copies, account } });
    expect(of("111111111111")).toThrow("in accounts of their own");
    expect(of("222222222222")).toThrow("in accounts of their own");
    expect(() => settingsOf("dev", { copies })).toThrow("has to know who copies into it");
  });
});

test("what is published is locked for as long as a stage says, and nothing where it says nothing", () => {
  const locks = (cloud: Cloud) =>
    cloud
      .all("AWS::S3::Bucket")
      .filter(([id]) => id.startsWith("Files"))
      .map(([, { Properties }]) => [Properties.ObjectLockEnabled, Properties.ObjectLockConfiguration]);
  expect(locks(plain)).toEqual([[undefined, undefined]]);
  expect(locks(full)).toEqual([
    [
      true,
      {
        ObjectLockEnabled: "Enabled",
        Rule: { DefaultRetention: { Mode: "COMPLIANCE", Days: 1825 } },
      },
    ],
  ]);
});
