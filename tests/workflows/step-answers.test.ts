import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { duties as count } from "../../functions/count/index.ts";
import { duties as voting } from "../../functions/voting/index.ts";
import { duties as workflow } from "../../functions/workflow/index.ts";
import { CYCLE } from "./cycle-run.ts";

// The definition and the steps meet in names alone: what one sends and reads, the other has to take and answer.

interface Rule {
  readonly Not?: Rule;
  readonly Variable?: string;
  readonly [comparison: string]: unknown;
}

interface State {
  readonly Type: string;
  readonly Parameters?: { readonly Payload: Readonly<Record<string, string>> };
  readonly ResultSelector?: Readonly<Record<string, string>>;
  readonly ResultPath?: string | null;
  readonly Choices?: readonly Rule[];
  readonly ItemProcessor?: { readonly States: Readonly<Record<string, State>> };
}

const everyState = (states: Readonly<Record<string, State>>): [string, State][] =>
  Object.entries(states).flatMap(([name, state]): [string, State][] => [
    [name, state],
    ...everyState(state.ItemProcessor?.States ?? {}),
  ]);

const ROLL = new URL("../../functions/workflows/roll.asl.json", import.meta.url);
const states = [CYCLE, ROLL].flatMap((file) => everyState(JSON.parse(readFileSync(file, "utf8")).States));
const tasks = states.filter(([, { Type }]) => Type === "Task");
const steps = Object.fromEntries(
  await Promise.all(
    Object.entries({ ...workflow.steps, ...count.steps, ...voting.steps }).map(
      async ([name, load]) => [name, await load()] as const,
    ),
  ),
);

const stepOf = ({ Parameters }: State) => {
  const step = steps[Parameters?.Payload.step ?? ""];
  if (!step) throw new Error(`there is no step "${Parameters?.Payload.step}"`);
  return step;
};

interface Field {
  readonly type?: string;
  readonly enum?: readonly unknown[];
}

const fieldsOf = (schema: z.ZodType): Readonly<Record<string, Field>> =>
  (z.toJSONSchema(schema, { unrepresentable: "any" }) as { properties?: Record<string, Field> }).properties ??
  {};

/** Name of a field without the mark of a path. */
const bare = (name: string): string => name.replace(/\.\$$/, "");

test("the definition calls every step there is", () => {
  const called = new Set(tasks.map(([, { Parameters }]) => Parameters?.Payload.step));
  expect([...called].toSorted()).toEqual(Object.keys(steps).toSorted());
});

describe.each(tasks)("%s", (_, state) => {
  test("is given what its step takes", () => {
    const { step: __, ...sent } = state.Parameters?.Payload ?? {};
    expect(Object.keys(sent).map(bare).toSorted()).toEqual(
      Object.keys(fieldsOf(stepOf(state).input)).toSorted(),
    );
  });

  test("hands on what its step answers, and nothing else", () => {
    const selected = Object.entries(state.ResultSelector ?? {}).map(([name, path]) => {
      expect(path).toBe(`$.Payload.${bare(name)}`);
      return bare(name);
    });
    expect(selected.toSorted()).toEqual(Object.keys(fieldsOf(stepOf(state).output)).toSorted());
    expect(selected.length > 0).toBe(typeof state.ResultPath === "string");
  });
});

/** Every comparison of a choice: variable, operator, and what it is compared with. */
const comparisonsOf = ({
  Not,
  Variable,
  Next: _,
  Comment: __,
  ...rest
}: Rule): [string, string, unknown][] =>
  Not
    ? comparisonsOf(Not)
    : Object.entries(rest).map(([operator, wanted]) => [Variable ?? "", operator, wanted]);

test("every choice asks for something that a step may answer", () => {
  const asked = states.flatMap(([name, { Choices = [] }]) =>
    Choices.flatMap(comparisonsOf).map((comparison) => [name, ...comparison] as const),
  );
  expect(asked.length).toBeGreaterThan(0);
  for (const [name, variable, operator, wanted] of asked) {
    const [, place = "", field = ""] = variable.split(".");
    const answers = tasks
      .filter(([, { ResultPath }]) => ResultPath === `$.${place}`)
      .flatMap(([, state]) => fieldsOf(stepOf(state).output)[field] ?? []);
    const may = answers.some(({ type, enum: values = [] }) =>
      operator === "StringEquals"
        ? values.includes(wanted)
        : operator === "BooleanEquals"
          ? type === "boolean"
          : operator.startsWith("Numeric") && type === "number",
    );
    expect(may, `${name}: ${variable} ${operator} ${wanted}`).toBe(true);
  }
});

test("an answer that is not the step's own does not leave it", () => {
  for (const step of Object.values(steps))
    expect(step.output.safeParse({ surprise: true }).success, "a foreign field").toBe(false);
});
