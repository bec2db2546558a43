/** The canary as it is deployed: an outsider, heard when it is silent; and who makes the votes that it votes in. */
import { expect, test } from "vitest";
import { z } from "zod";
import { functionNames, tableGrantsOf } from "../../infra/aws/functions.ts";
import { namesOf } from "../../infra/aws/names.ts";
import { type Asked, isGranted } from "../../infra/aws/table-grants.ts";
import { probeId } from "../../shared/domain/ids.ts";
import { keys } from "../../shared/store/keys.ts";
import { build, completion, settingsOf, trial } from "./cloud.ts";
import { permissionsOfFunctions } from "./permissions.ts";

const Schedule = z.object({
  ScheduleExpression: z.string(),
  Targets: z.array(z.looseObject({ Input: z.string().optional(), DeadLetterConfig: z.unknown() })),
});

const Alarm = z.looseObject({
  AlarmDescription: z.string(),
  Dimensions: z.array(z.object({ Name: z.string(), Value: z.unknown() })).default([]),
  MetricName: z.unknown().optional(),
  Period: z.unknown().optional(),
  Threshold: z.unknown().optional(),
  EvaluationPeriods: z.unknown().optional(),
  ComparisonOperator: z.string(),
  TreatMissingData: z.string(),
});

const standing = (cloud: ReturnType<typeof build>) => ({
  asked: cloud
    .properties("AWS::Events::Rule", z.looseObject({}))
    .flatMap((rule) => Schedule.safeParse(rule).data ?? [])
    .flatMap(({ ScheduleExpression, Targets }) =>
      Targets.flatMap(({ Input }) => (Input?.includes("task") ? [[ScheduleExpression, Input]] : [])),
    ),
  alarms: cloud
    .properties("AWS::CloudWatch::Alarm", Alarm)
    .filter(({ Dimensions }) => Dimensions.some(({ Value }) => Value === "canary")),
  isOnDashboard: JSON.stringify(cloud.all("AWS::CloudWatch::Dashboard")).includes("canary"),
});

test("a live stage has it by itself, another by its setting, and either can be without", () => {
  const canaryOf = (stage: string, more = {}) => settingsOf(stage, more).canary;
  expect([canaryOf("prod", completion), canaryOf("prod", { ...completion, canary: false })]).toEqual([
    true,
    false,
  ]);
  expect([canaryOf("dev"), canaryOf("dev", { canary: true })]).toEqual([false, true]);
  expect(standing(trial())).toEqual({ asked: [], alarms: [], isOnDashboard: false });
});

test("every five minutes it votes and its vote is looked after, and ten minutes of silence wake somebody", () => {
  const { asked, alarms, isOnDashboard } = standing(build(settingsOf("dev", { canary: true })));
  expect(asked).toEqual([
    ["rate(5 minutes)", '{"task":"open-probe"}'],
    ["rate(5 minutes)", '{"task":"vote"}'],
  ]);
  expect(isOnDashboard).toBe(true);
  expect(alarms.map(({ MetricName }) => MetricName).sort()).toEqual(["Kept", "Milliseconds"]);
  const silent = alarms.find(({ MetricName }) => MetricName === "Kept");
  expect(silent).toMatchObject({
    Period: 600,
    EvaluationPeriods: 1,
    Threshold: 0,
    ComparisonOperator: "LessThanOrEqualToThreshold",
    TreatMissingData: "breaching",
  });
  for (const { AlarmDescription } of alarms)
    expect(AlarmDescription).toContain("How soon: at once\nWhat to do: The canary does not vote");
}, 120_000);

test("it is an outsider: beside its logs it reads one secret, and no table", () => {
  const [...mays] = permissionsOfFunctions(trial(), "rynek-dev").get("canary") ?? [];
  const actions = mays.flatMap(({ Action }) => Action).filter((action) => !/^(logs|xray|sqs):/.test(action));
  expect(actions).toEqual(["secretsmanager:GetSecretValue"]);
  expect(tableGrantsOf("canary")).toEqual([]);
});

test("one role makes its votes and their secrets, and reads the secret of no real one", () => {
  const id = probeId("0123456789abcdef");
  const put = (key: Asked["key"], action = "PutItem"): Asked => ({ table: "main", action, key });
  const making = functionNames.filter((name) => isGranted(tableGrantsOf(name), put(keys.probe(id))));
  expect(making).toEqual(["workflow"]);
  const fills = (of: typeof id) =>
    functionNames.filter((name) =>
      isGranted(tableGrantsOf(name), put(keys.rollShard(of, "probe", 0), "BatchWriteItem")),
    );
  expect(fills(id)).toEqual(["voting", "workflow"]);
  expect(fills("cyc_0123456789abcdef")).toEqual(["voting"]);

  const reading = (permissionsOfFunctions(trial(), "rynek-dev").get("workflow") ?? []).flatMap(
    ({ Action, Resource }) =>
      Action.includes("secretsmanager:GetSecretValue")
        ? Resource.filter((one) => one.includes("/cycle/"))
        : [],
  );
  expect(reading).toEqual([expect.stringMatching(/rynek-dev\/cycle\/cyc_probe\*/)]);
  expect(namesOf(settingsOf("dev")).cycleSecretArns).toContain("cycle/*");
});
