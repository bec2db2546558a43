import { readFileSync } from "node:fs";
import { Stack, Stage } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { expect, test } from "vitest";
import { z } from "zod";
import { build, completion, settingsOf, trial } from "./cloud.ts";
import { PolicyDocument } from "./permissions.ts";

const vaultOf = ({ app }: ReturnType<typeof build>): Template => {
  const stage = app.node.children.find((child) => Stage.isStage(child));
  const stack = stage?.node.children.find((child) => Stack.isStack(child));
  if (!stack) throw new Error("no vault of the commission");
  return Template.fromStack(stack as Stack);
};

interface Found {
  readonly Properties: Readonly<Record<string, unknown>>;
}
const all = (type: string): [string, Found][] =>
  Object.entries(vaultOf(trial()).findResources(type) as Record<string, Found>);

test("the commission's vault stands apart: a deployment of everything leaves it alone", () => {
  const { app } = trial();
  expect(app.node.children.filter((child) => Stack.isStack(child)).map(({ node }) => node.id)).not.toContain(
    "vault",
  );
  expect(JSON.stringify(trial().templates.map((template) => template.toJSON()))).not.toMatch(/share-\d/);
});

test("each share has a holder, whose role alone reads it and nothing else", () => {
  const names = all("AWS::SecretsManager::Secret").map(([, { Properties }]) => Properties.Name);
  expect(names.sort()).toEqual(
    ["ballots", "links"].flatMap((purpose) => [1, 2, 3].map((n) => `rynek-dev/${purpose}/share-${n}`)),
  );
  const Guard = z.object({ SecretId: z.object({ Ref: z.string() }), ResourcePolicy: PolicyDocument });
  const guards = all("AWS::SecretsManager::ResourcePolicy").map(([, { Properties }]) =>
    Guard.parse(Properties),
  );
  expect(guards).toHaveLength(6);
  for (const { SecretId, ResourcePolicy } of guards) {
    const [deny, ...others] = ResourcePolicy.Statement;
    expect(others).toEqual([]);
    expect(deny).toMatchObject({ Effect: "Deny", Resource: ["*"] });
    expect(deny?.Action).toEqual(["secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue"]);
    // But for the holder of this very share.
    const holder = SecretId.Ref.replace(/[0-9A-F]{8}$/, "Holder");
    expect(JSON.stringify(deny?.Condition)).toContain(
      `{"ArnNotEquals":{"aws:PrincipalArn":{"Fn::GetAtt":["${holder}`,
    );
  }
  const Policy = z.object({ PolicyDocument, Roles: z.array(z.object({ Ref: z.string() })) });
  const policies = all("AWS::IAM::Policy").map(([, { Properties }]) => Policy.parse(Properties));
  expect(policies).toHaveLength(6);
  for (const { PolicyDocument: document, Roles } of policies) {
    const readable = document.Statement.filter(({ Action }) =>
      Action.includes("secretsmanager:GetSecretValue"),
    );
    expect(readable.flatMap(({ Resource }) => Resource)).toHaveLength(1);
    expect(readable[0]?.Resource[0]).toContain((Roles[0]?.Ref ?? "?").split("Holder")[0]);
  }
});

test("roles are taken by people of the commission's account with a second factor, and by no other account", () => {
  const roles = all("AWS::IAM::Role").filter(([id]) => id.includes("Holder"));
  expect(roles).toHaveLength(6);
  for (const [id, { Properties }] of roles) {
    const trust = z.object({ Statement: z.array(z.object({ Condition: z.unknown() })) });
    const { Statement } = trust.parse(Properties.AssumeRolePolicyDocument);
    expect(Statement, id).toEqual([{ Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }]);
    expect(JSON.stringify(Properties.AssumeRolePolicyDocument)).toContain('{"Ref":"AWS::AccountId"}');
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
  const inVault = called(all("AWS::Events::Rule").map(([, rule]) => rule));
  for (const call of ["GetSecretValue", "PutResourcePolicy", "DeleteResourcePolicy", "PutKeyPolicy"])
    expect(inVault).toContain(call);
  const rules = trial()
    .all("AWS::Events::Rule")
    .map(([, rule]) => rule);
  const copying = called(rules.filter(({ Properties }) => JSON.stringify(Properties).includes("CloudTrail")));
  for (const call of ["RestoreTableToPointInTime", "ExportTableToPointInTime", "CreateBackup"])
    expect(copying).toContain(call);
  // Without a trail no rule hears of a call; and single writes are in none, which would name marker and ballot in one line.
  for (const trails of [all("AWS::CloudTrail::Trail"), trial().all("AWS::CloudTrail::Trail")]) {
    expect(trails).toHaveLength(1);
    expect(trails[0]?.[1].Properties).toMatchObject({ IsLogging: true, EnableLogFileValidation: true });
    expect(trails[0]?.[1].Properties).not.toHaveProperty("AdvancedEventSelectors");
    expect(JSON.stringify(trails[0]?.[1].Properties.EventSelectors ?? [])).not.toContain("DataResources");
  }
});

test("the vault is not put into the application's own account", () => {
  const own = { ...completion, account: "111111111111", commission: { shares: 3, account: "111111111111" } };
  expect(() => settingsOf("prod", own)).toThrow("commission.account: is the application's own account");
  const apart = build(settingsOf("prod", { ...own, commission: { shares: 5, account: "222222222222" } }));
  expect(Object.keys(vaultOf(apart).findResources("AWS::SecretsManager::Secret"))).toHaveLength(10);
});
