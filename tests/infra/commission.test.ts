import { readFileSync } from "node:fs";
import { Stack, Stage } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { expect, test } from "vitest";
import { z } from "zod";
import { build, completion, settingsOf, trial } from "./cloud.ts";
import { PolicyDocument } from "./permissions.ts";

interface Found {
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}

const PURPOSES = ["ballots", "links"] as const;
type Purpose = (typeof PURPOSES)[number];

const vaultsOf = ({ app }: ReturnType<typeof build>): Stack[] =>
  app.node.children
    .filter((child) => Stage.isStage(child))
    .flatMap((stage) => stage.node.children.filter((child) => Stack.isStack(child)));

const live = build(settingsOf("prod", completion));
const templates = new Map(vaultsOf(live).map((stack) => [stack.node.id, Template.fromStack(stack)]));
const all = (purpose: Purpose, type: string): [string, Found][] =>
  Object.entries((templates.get(purpose)?.findResources(type) ?? {}) as Record<string, Found>);

const arnOf = (id: string) => ({ "Fn::GetAtt": [id, "Arn"] });

test("the commission's vaults stand apart, each in its account: a deployment of everything leaves them alone", () => {
  const stacks = live.app.node.children.filter((child) => Stack.isStack(child));
  expect(stacks.map(({ account }) => account)).toEqual(stacks.map(() => completion.account));
  expect(JSON.stringify(live.templates.map((template) => template.toJSON()))).not.toMatch(/share-\d/);
  expect(vaultsOf(live).map(({ node, account, region }) => [node.id, account, region])).toEqual([
    ["ballots", "222222222222", "eu-central-1"],
    ["links", "333333333333", "eu-central-1"],
  ]);
  // On trial they are made without anybody's account.
  expect(vaultsOf(trial()).map(({ node }) => node.id)).toEqual([...PURPOSES]);
});

test("a vault holds the shares of one key, empty and kept, and a share has no other key than the vault's", () => {
  for (const purpose of PURPOSES) {
    const secrets = all(purpose, "AWS::SecretsManager::Secret");
    const [[key] = ["none"], ...others] = all(purpose, "AWS::KMS::Key");
    expect(others).toEqual([]);
    expect(secrets.map(([, { Properties, DeletionPolicy }]) => ({ ...Properties, DeletionPolicy }))).toEqual(
      completion.commission[purpose].holders.map((_, index) => ({
        // No name that would still be taken when the stack is put up again.
        Description: expect.stringContaining(`rynek-prod/${purpose}/share-${index + 1}: `),
        KmsKeyId: arnOf(key),
        DeletionPolicy: "RetainExceptOnCreate",
      })),
    );
    const told = Object.entries(templates.get(purpose)?.findOutputs("*") ?? {}).flatMap(([id, { Value }]) =>
      id.startsWith("SecretOfShare") ? [Value] : [],
    );
    expect(told).toEqual(secrets.map(([id]) => ({ Ref: id })));
  }
});

test("the role of a share is taken by one named person with a second factor, and by nobody else", () => {
  for (const purpose of PURPOSES) {
    const roles = all(purpose, "AWS::IAM::Role");
    expect(
      roles.map(([id, { Properties }]) => [
        id.slice(0, 12),
        Properties.RoleName,
        Properties.AssumeRolePolicyDocument,
      ]),
    ).toEqual(
      completion.commission[purpose].holders.map((holder, index) => [
        `Share${index + 1}Holder`,
        `rynek-prod-${purpose}-share-${index + 1}`,
        {
          Version: "2012-10-17",
          Statement: [
            {
              Action: "sts:AssumeRole",
              Effect: "Allow",
              Principal: { AWS: holder },
              Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
            },
          ],
        },
      ]),
    );
    for (const [id, { Properties }] of roles) {
      expect(Properties, id).not.toHaveProperty("ManagedPolicyArns");
      expect(Properties, id).not.toHaveProperty("Policies");
    }
  }
});

test("each share is read by the role of its holder, whatever else is granted in the account", () => {
  const Guard = z.object({ SecretId: z.object({ Ref: z.string() }), ResourcePolicy: PolicyDocument });
  const Policy = z.object({ PolicyDocument, Roles: z.array(z.object({ Ref: z.string() })) });
  const roleOf = (secret: string): RegExp => new RegExp(`^${secret}Holder[0-9A-F]{8}$`);
  const reading = ["secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue"];
  for (const purpose of PURPOSES) {
    const secrets = all(purpose, "AWS::SecretsManager::Secret").map(([id]) => id);
    const guards = all(purpose, "AWS::SecretsManager::ResourcePolicy").map(([, { Properties }]) =>
      Guard.parse(Properties),
    );
    expect(guards.map(({ SecretId }) => SecretId.Ref)).toEqual(secrets);
    for (const { SecretId, ResourcePolicy } of guards) {
      const Spared = z.object({
        ArnNotEquals: z.object({
          "aws:PrincipalArn": z.object({ "Fn::GetAtt": z.tuple([z.string(), z.any()]) }),
        }),
      });
      const [deny, ...others] = ResourcePolicy.Statement;
      expect(others).toEqual([]);
      expect(deny).toMatchObject({ Effect: "Deny", Resource: ["*"], Action: reading });
      const spared = Spared.parse(deny?.Condition).ArnNotEquals["aws:PrincipalArn"]["Fn::GetAtt"][0];
      expect(spared).toMatch(roleOf(SecretId.Ref));
    }
    const policies = all(purpose, "AWS::IAM::Policy").map(([, { Properties }]) => Policy.parse(Properties));
    expect(policies).toHaveLength(secrets.length);
    for (const [index, { PolicyDocument: document, Roles }] of policies.entries()) {
      const secret = secrets[index] ?? "none";
      expect(document.Statement).toEqual([
        { Effect: "Allow", Action: reading, Resource: [JSON.stringify({ Ref: secret })] },
      ]);
      expect(Roles.map(({ Ref }) => Ref)).toEqual([expect.stringMatching(roleOf(secret))]);
    }
  }
});

test("the key of a vault decrypts for the holders of its shares alone: the account administers it and cannot use it", () => {
  for (const purpose of PURPOSES) {
    const [[, key] = ["", undefined]] = all(purpose, "AWS::KMS::Key");
    const holders = all(purpose, "AWS::IAM::Role").map(([id]) => arnOf(id));
    const { Statement } = z
      .object({ Statement: z.array(z.record(z.string(), z.unknown())) })
      .parse(key?.Properties.KeyPolicy);
    const through = { "kms:ViaService": "secretsmanager.eu-central-1.amazonaws.com" };
    const using = ["kms:Decrypt", "kms:GenerateDataKey"];
    const [administers, ...uses] = Statement;
    expect(uses).toMatchObject([
      { Action: using, Principal: { AWS: holders }, Condition: { StringEquals: through } },
      {
        Action: using,
        // The text that Secrets Manager tries a key with, and no other.
        Condition: {
          StringEquals: { ...through, "kms:EncryptionContext:SecretVersionId": "RequestToValidateKeyAccess" },
        },
      },
    ]);
    for (const action of z.array(z.string()).parse(administers?.Action)) {
      expect(action).toMatch(
        /^kms:(Cancel|Describe|Disable|Enable|Get|List|PutKeyPolicy|Schedule|Tag|Untag|UpdateKeyDescription)/,
      );
    }
  }
});

const guide = readFileSync(new URL("../../docs/deploy.md", import.meta.url), "utf8");

test("reading a share, changing its guard or its key wakes somebody; so does a copy of a table", () => {
  const called = (rules: readonly Found[]): string[] =>
    rules.flatMap(({ Properties }) => {
      expect(Properties.State).toBe("ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS");
      expect(Properties.Targets).toHaveLength(1);
      const todo = String(Properties.Description).split("What to do: ")[1];
      expect(guide).toContain(`### ${todo}\n`);
      const pattern = z.object({ detail: z.object({ eventName: z.array(z.string()) }) });
      return pattern.parse(Properties.EventPattern).detail.eventName;
    });
  for (const purpose of PURPOSES) {
    const inVault = called(all(purpose, "AWS::Events::Rule").map(([, rule]) => rule));
    for (const call of ["GetSecretValue", "PutResourcePolicy", "DeleteResourcePolicy", "PutKeyPolicy"])
      expect(inVault).toContain(call);
    expect(all(purpose, "AWS::SNS::Subscription").map(([, { Properties }]) => Properties.Endpoint)).toEqual([
      completion.commission[purpose].alarmAddress,
    ]);
  }
  const rules = trial()
    .all("AWS::Events::Rule")
    .map(([, rule]) => rule);
  const copying = called(rules.filter(({ Properties }) => JSON.stringify(Properties).includes("CloudTrail")));
  for (const call of ["RestoreTableToPointInTime", "ExportTableToPointInTime", "CreateBackup"])
    expect(copying).toContain(call);
  // Without a trail no rule hears of a call; and single writes are in none, which would name marker and ballot in one line.
  const ofVaults = PURPOSES.map((purpose) => all(purpose, "AWS::CloudTrail::Trail"));
  for (const trails of [...ofVaults, trial().all("AWS::CloudTrail::Trail")]) {
    expect(trails).toHaveLength(1);
    expect(trails[0]?.[1].Properties).toMatchObject({
      IsLogging: true,
      // Changes of roles are told in us-east-1 alone.
      IsMultiRegionTrail: true,
      IncludeGlobalServiceEvents: true,
      EnableLogFileValidation: true,
    });
    expect(trails[0]?.[1].Properties).not.toHaveProperty("AdvancedEventSelectors");
    expect(JSON.stringify(trails[0]?.[1].Properties.EventSelectors ?? [])).not.toContain("DataResources");
  }
});
