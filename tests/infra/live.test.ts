/** Whoever calls a function calls the version that its alias names, so that a new one can come gradually and go back. */
import { expect, test } from "vitest";
import { functionNames } from "../../infra/aws/functions.ts";
import { build, type Cloud, calledBy, completion, settingsOf, trial } from "./cloud.ts";

const live = (): Cloud => build(settingsOf("prod", completion));

/** What calls functions, and by which of its properties. */
const CALLERS = {
  "AWS::ApiGatewayV2::Integration": ["IntegrationUri"],
  "AWS::Events::Rule": ["Targets"],
  "AWS::Lambda::EventSourceMapping": ["FunctionName"],
  "AWS::Lambda::Permission": ["FunctionName"],
  "AWS::StepFunctions::StateMachine": ["DefinitionSubstitutions"],
} as const;

/** The logical ids that a value names; what another stack exports is called by the id within the name of the export. */
const namedIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(namedIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === "Ref") return [String(inner)];
    if (name === "Fn::GetAtt") return [String(inner[0])];
    if (name === "Fn::ImportValue")
      return [/ExportsOutput(?:Ref|FnGetAtt)(\w+?)(?:Arn)?[0-9A-F]{8}$/.exec(String(inner))?.[1] ?? ""];
    return namedIn(inner);
  });
};

const isOfAFunction = (cloud: Cloud) => {
  const ids = new Set(cloud.all("AWS::Lambda::Function").map(([id]) => id));
  return (id: string) => ids.has(id);
};

test("every function has one alias, which names a version of its own", () => {
  for (const [cloud, prefix] of [
    [trial(), "rynek-dev"],
    [live(), "rynek-prod"],
  ] as const) {
    expect([...calledBy(cloud, prefix).values()].sort()).toEqual([...functionNames].sort());
    expect(cloud.all("AWS::Lambda::Version")).toHaveLength(functionNames.length);
  }
});

test("nobody calls a function past its alias", () => {
  const called = new Set(calledBy(trial(), "rynek-dev").keys());
  const isFunction = isOfAFunction(trial());
  for (const [type, properties] of Object.entries(CALLERS)) {
    const named = trial()
      .all(type)
      .flatMap(([, { Properties }]) => properties.flatMap((name) => namedIn(Properties[name])));
    expect(named.filter(isFunction), type).toEqual([]);
    expect(named.filter((id) => called.has(id)).length, type).toBeGreaterThan(0);
  }
});

test("what is kept for the vote is kept for all versions of its function", () => {
  const kept = live()
    .all("AWS::Lambda::Function")
    .flatMap(([, { Properties }]) =>
      Properties.ReservedConcurrentExecutions
        ? [[Properties.FunctionName, Properties.ReservedConcurrentExecutions]]
        : [],
    );
  expect(Object.fromEntries(kept)).toEqual({ "rynek-prod-voting": 200, "rynek-prod-notices": 20 });
});

/** What CloudFormation takes: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const MOST_RESOURCES = 500;
const MOST_BYTES = 1_000_000;

test("no stack comes near what CloudFormation takes", () => {
  for (const template of [...trial().templates, ...live().templates]) {
    const text = template.toJSON();
    // Four fifths, so that there is time to cut a stack.
    expect(Object.keys(text.Resources).length).toBeLessThan(MOST_RESOURCES * 0.8);
    // As it is uploaded, with its indents.
    expect(JSON.stringify(text, null, 1).length).toBeLessThan(MOST_BYTES * 0.8);
  }
});
