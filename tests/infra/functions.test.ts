import { expect, test } from "vitest";
import { z } from "zod";
import { functions as duties } from "../../functions/all.ts";
import { functionNames, functions } from "../../infra/aws/functions.ts";
import { readEnvironment } from "../../shared/platform/env.ts";
import { calledBy, trial } from "./cloud.ts";

const FunctionProperties = z.object({
  FunctionName: z.string(),
  Runtime: z.literal("nodejs24.x"),
  Architectures: z.tuple([z.literal("arm64")]),
  Handler: z.literal("index.handler"),
  MemorySize: z.int(),
  Timeout: z.int(),
  TracingConfig: z.object({ Mode: z.literal("Active") }),
  LoggingConfig: z.object({ LogFormat: z.literal("JSON"), LogGroup: z.object({ Ref: z.string() }) }),
  DeadLetterConfig: z.object({ TargetArn: z.unknown() }),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
});
const made = () => trial().properties("AWS::Lambda::Function", FunctionProperties);

test("each function stands as planned, and no other does", () => {
  expect(made().map(({ FunctionName, MemorySize, Timeout }) => [FunctionName, MemorySize, Timeout])).toEqual(
    functionNames.map((name) => [
      `rynek-dev-${name}`,
      functions[name].memoryMb,
      functions[name].timeoutSeconds,
    ]),
  );
});

test("each function is told all that it reads of its surroundings", () => {
  for (const { FunctionName, Environment } of made()) {
    // What only CloudFormation knows is an address of some kind; a URL satisfies each of the schema's fields.
    const known = Object.entries(Environment.Variables).map(([name, value]) => [
      name,
      typeof value === "string" ? value : "https://known.after/deployment",
    ]);
    expect(() => readEnvironment(Object.fromEntries(known)), FunctionName).not.toThrow();
  }
});

test("every log is forgotten in time, and each function writes its own", () => {
  const groups = trial().all("AWS::Logs::LogGroup");
  for (const [id, { Properties }] of groups) expect(Properties.RetentionInDays, id).toBe(30);
  const used = made().map(({ LoggingConfig }) => LoggingConfig.LogGroup.Ref);
  expect(new Set(used).size).toBe(made().length);
  for (const group of used) expect(groups.map(([id]) => id)).toContain(group);
});

test("notices are woken by every write, and swept every minute like cycles, meetings, the office and acts that lapse; accounts every five", () => {
  const wakes = trial().all("AWS::Lambda::EventSourceMapping");
  expect(wakes).toHaveLength(1);
  expect(wakes[0]?.[1].Properties).toMatchObject({
    BisectBatchOnFunctionError: true,
    StartingPosition: "LATEST",
    DestinationConfig: { OnFailure: { Destination: expect.anything() } },
    // A letter that waits again is a change. What goes with its term tells nobody.
    FilterCriteria: { Filters: [{ Pattern: JSON.stringify({ eventName: ["INSERT", "MODIFY"] }) }] },
  });
  const Sweep = z.object({
    ScheduleExpression: z.enum(["rate(1 minute)", "rate(5 minutes)"]),
    State: z.literal("ENABLED"),
    Targets: z.tuple([
      z.looseObject({
        Arn: z.object({ Ref: z.string() }),
        Input: z.literal('{"sweep":true}'),
      }),
    ]),
  });
  const called = calledBy(trial(), "rynek-dev");
  // The other rules listen to calls; these go by the clock.
  const swept = trial()
    .all("AWS::Events::Rule")
    .filter(([, { Properties }]) => Properties.EventPattern === undefined)
    .map(([, { Properties }]) => Sweep.parse(Properties))
    .map(({ Targets, ScheduleExpression }) => [called.get(Targets[0].Arn.Ref), ScheduleExpression]);
  const everyMinute = ["arrivals", "consultations", "notices", "proposals", "staff", "voting", "workflow"];
  expect(Object.fromEntries(swept)).toEqual({
    ...Object.fromEntries(everyMinute.map((name) => [name, "rate(1 minute)"])),
    directory: "rate(5 minutes)",
  });
  const consuming = Object.entries(duties).filter(([, { consume, sweep }]) => consume ?? sweep);
  expect(swept.map(([name]) => name).sort()).toEqual(consuming.map(([name]) => name).sort());
});
