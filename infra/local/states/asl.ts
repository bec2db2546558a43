import { readFileSync } from "node:fs";

/** What travels between states: plain JSON. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly MaxAttempts?: number;
}

export interface Catcher {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
  readonly ResultPath?: string | null;
}

/** A state of the Amazon States Language, JSONPath dialect; which fields it has depends on its `Type`. */
export interface State {
  readonly Type: "Task" | "Map" | "Choice" | "Pass" | "Wait" | "Succeed" | "Fail";
  readonly Comment?: string;
  readonly Next?: string;
  readonly End?: boolean;
  readonly InputPath?: string | null;
  readonly Parameters?: Json;
  readonly ResultSelector?: Json;
  readonly ResultPath?: string | null;
  readonly OutputPath?: string | null;
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
  readonly Result?: Json;
  readonly Error?: string;
  readonly Cause?: string;
  readonly Resource?: string;
  readonly TimeoutSeconds?: number;
  readonly TimeoutSecondsPath?: string;
  readonly Choices?: readonly (Readonly<Record<string, unknown>> & { readonly Next: string })[];
  readonly Default?: string;
  readonly Seconds?: number;
  readonly SecondsPath?: string;
  readonly Timestamp?: string;
  readonly TimestampPath?: string;
  readonly ItemsPath?: string;
  readonly ItemSelector?: Json;
  readonly MaxConcurrency?: number;
  readonly ItemProcessor?: Definition;
}

export interface Definition {
  readonly Comment?: string;
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

/** A state by its name; `scope` names the Map states around it, outermost first. */
export const stateOf = (definition: Definition, scope: readonly string[], name: string): State => {
  const machine = scope.reduce((around, map) => processorOf(stateOf(around, [], map)), definition);
  const state = machine.States[name];
  if (!state) throw new Error(`The workflow has no state "${name}"`);
  return state;
};

/** The machine that a Map runs for each item. */
export const processorOf = (map: State): Definition => {
  if (!map.ItemProcessor) throw new Error("A Map without an ItemProcessor");
  return map.ItemProcessor;
};

/** The deployed ASL file with its `definitionSubstitutions` filled in, as CloudFormation does: `${Name}` becomes its value. */
export const readDefinition = (
  file: string | URL,
  substitutions: Readonly<Record<string, string>>,
): Definition =>
  JSON.parse(
    readFileSync(file, "utf8").replace(/\$\{(\w+)\}/g, (_, name: string) => {
      const value = substitutions[name];
      if (value === undefined) throw new Error(`No substitution for \${${name}} in ${file}`);
      return value;
    }),
  );
