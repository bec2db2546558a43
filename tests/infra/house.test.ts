import { readFileSync } from "node:fs";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { expect, test } from "vitest";
import { z } from "zod";
import { CYCLE_ASL, ROLL_ASL } from "../../infra/aws/stacks/workflow.ts";
import { ROLES } from "../../shared/domain/office/roles.ts";
import { build, type Cloud, completion, settingsOf, trial } from "./cloud.ts";

const findings = ({ app }: Cloud) =>
  [new AwsSolutionsChecks(app), new ServerlessChecks(app)].flatMap((pack) =>
    pack.validateScope(app).violations.map(({ ruleName }) => ruleName),
  );

test("no finding of cdk-nag is left without a reason, on trial and live", () => {
  expect(findings(trial())).toEqual([]);
  expect(findings(build(settingsOf("prod", completion)))).toEqual([]);
  expect(findings(build(settingsOf("prod", { ...completion, hostedZone: undefined })))).toEqual([]);
});

test("records that prove the sender are entered where the zone is ours, and told where it is not", () => {
  const records = (added: Record<string, unknown>) => {
    const cloud = build(settingsOf("prod", { ...completion, ...added }));
    const told = cloud.templates.flatMap((template) => Object.keys(template.findOutputs("*")));
    return {
      entered: cloud
        .all("AWS::Route53::RecordSet")
        .filter(([, { Properties }]) => Properties.Type === "CNAME").length,
      told: told.filter((id) => id.startsWith("MailDnsRecord")).length,
    };
  };
  const sender = { address: "bo@listy.example.org", name: "Budżet", proves: "domain" };
  expect(records({ sender })).toEqual({ entered: 3, told: 0 });
  expect(records({ sender: { ...sender, address: "bo@example.net" } })).toEqual({ entered: 0, told: 3 });
  expect(records({ hostedZone: undefined })).toEqual({ entered: 0, told: 3 });
});

test("the cloud runs the workflow files that the laptop runs, byte for byte", () => {
  const machines = trial().all("AWS::StepFunctions::StateMachine");
  const ran = [
    [ROLL_ASL, ["VotingFunction"]],
    [CYCLE_ASL, ["CountFunction", "WorkflowFunction"]],
  ] as const;
  expect(machines.length).toBe(ran.length);
  for (const [file, calls] of ran) {
    const DefinitionString = readFileSync(file, "utf8");
    const machine = machines.find(([, { Properties }]) => Properties.DefinitionString === DefinitionString);
    expect(machine?.[1].Properties).toMatchObject({
      StateMachineType: "STANDARD",
      LoggingConfiguration: { Level: "ALL", IncludeExecutionData: false },
      TracingConfiguration: { Enabled: true },
    });
    const { DefinitionSubstitutions = {} } = machine?.[1].Properties ?? {};
    expect(Object.keys(DefinitionSubstitutions as object).toSorted()).toEqual(calls);
  }
});

/** With every alarm that there can be. */
const watched = () => {
  const sender = { address: "bo@example.org", name: "Budżet", proves: "domain", smsMonthlyUsd: 500 };
  return build(settingsOf("prod", { ...completion, sender }));
};

test("every alarm says who is hurt, and rings", () => {
  const Alarm = z.object({
    AlarmDescription: z
      .string()
      .regex(/^[A-Z].{30,}\.\nHow soon: (?:at once|in the morning)\nWhat to do: .+/s),
    AlarmActions: z.array(z.unknown()).min(1),
  });
  expect(watched().properties("AWS::CloudWatch::Alarm", Alarm).length).toBeGreaterThan(10);
});

test("an execution that fails is told of, whichever machine it is of", () => {
  const told = watched()
    .all("AWS::CloudWatch::Alarm")
    .map(([, { Properties }]) => Properties)
    .filter((one) => one.Namespace === "AWS/States" && one.MetricName === "ExecutionsFailed")
    .map(({ Dimensions }) => JSON.stringify(Dimensions));
  const machines = watched().all("AWS::StepFunctions::StateMachine");
  expect(machines.map(([id]) => told.filter((one) => one.includes(id)).length)).toEqual([1, 1]);
});

test("what to do on an alarm is a heading of the deployment guide", () => {
  const guide = readFileSync(new URL("../../docs/deploy.md", import.meta.url), "utf8");
  for (const [id, { Properties }] of watched().all("AWS::CloudWatch::Alarm")) {
    const todo = String(Properties.AlarmDescription).split("What to do: ")[1];
    expect(guide, id).toContain(`### ${todo}\n`);
  }
});

test("an alarm rings before the money for texts is gone, where the operator says how much there is", () => {
  const ofTexts = (cloud: Cloud) =>
    cloud
      .all("AWS::CloudWatch::Alarm")
      .flatMap(([, { Properties }]) =>
        Properties.MetricName === "SMSMonthToDateSpentUSD" ? [Properties.Threshold] : [],
      );
  expect(ofTexts(watched())).toEqual([400]);
  expect(ofTexts(trial())).toEqual([]);
});

test("staff accounts are made by an admin, with a second factor, and their groups are the roles", () => {
  expect(trial().all("AWS::Cognito::UserPool")[0]?.[1].Properties).toMatchObject({
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    MfaConfiguration: "ON",
    EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
    DeletionProtection: "ACTIVE",
    Policies: { PasswordPolicy: { MinimumLength: 12 } },
  });
  const groups = trial().properties("AWS::Cognito::UserPoolGroup", z.looseObject({ GroupName: z.string() }));
  expect(groups.map(({ GroupName }) => GroupName).sort()).toEqual([...ROLES].sort());
  expect(trial().all("AWS::Cognito::UserPoolClient")[0]?.[1].Properties).toMatchObject({
    GenerateSecret: false,
    AllowedOAuthFlows: ["code"],
    AllowedOAuthScopes: ["openid", "profile", expect.anything()],
    ExplicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
  });
});

test("everything is reached through CloudFront and its web ACL, and pages are cached without cookies", () => {
  const [distribution] = trial().all("AWS::CloudFront::Distribution");
  expect(distribution?.[1].Properties).toMatchObject({
    DistributionConfig: {
      WebACLId: expect.anything(),
      DefaultCacheBehavior: { ViewerProtocolPolicy: "redirect-to-https" },
    },
  });
  for (const [id, { Properties }] of trial().all("AWS::CloudFront::CachePolicy")) {
    expect(Properties, id).toMatchObject({
      CachePolicyConfig: {
        DefaultTTL: 0,
        ParametersInCacheKeyAndForwardedToOrigin: { CookiesConfig: { CookieBehavior: "none" } },
      },
    });
  }
  expect(trial().all("AWS::WAFv2::WebACL")[0]?.[1].Properties).toMatchObject({ Scope: "CLOUDFRONT" });
});
