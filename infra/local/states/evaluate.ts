import { StateMachine, type StateMachineDefinition } from "aws-local-stepfunctions";
import type { Catcher, Json, State } from "./asl.ts";
import { type Failure, StateFailed } from "./failures.ts";

/** The context object, `$$` in paths. `Run` is what the workflow calls `$$.Execution`. */
export interface Context {
  readonly Run: { readonly [key: string]: Json };
  readonly [key: string]: unknown;
}

/** The state under evaluation; no state of a workflow can have this name. */
const HERE = "";
const END = "\u0000end";

/**
 * The library writes its own start time and input into `$$.Execution`, so paths read the execution's from `$$.Run`. It takes
 * a ResultPath of `$` for a field, and trips over other paths of `$` when the value is null or false: `$` is what holds
 * without the field, so it is left out, and fields that are undefined with it.
 */
const adapted = (state: State): State =>
  JSON.parse(
    JSON.stringify(state, (key, value) =>
      key.endsWith("Path") && value === "$" ? undefined : value,
    ).replaceAll("$$.Execution", "$$$$.Run"),
  );

/** Runs one state to where it leads. Each possible next state is a marker that notes that it was reached. */
const runOne = async (state: State, input: Json, context: Context, result: Json) => {
  const targets = [state.Next, state.Default, ...(state.Choices ?? []).map((choice) => choice.Next)];
  let reached = END;
  const marker = (target: string) => (output: Json) => {
    reached = target;
    return output;
  };
  const named = targets.filter((target) => target !== undefined);
  const definition = {
    StartAt: HERE,
    States: {
      ...Object.fromEntries(named.map((name) => [name, { Type: "Task", Resource: "marker", End: true }])),
      [HERE]: state,
    },
  } as unknown as StateMachineDefinition;
  const machine = new StateMachine(definition, { validationOptions: { noValidate: true } });
  const handlers = Object.fromEntries(named.map((name) => [name, marker(name)]));
  const { result: output } = machine.run(input, {
    context,
    overrides: { taskResourceLocalHandlers: { ...handlers, [HERE]: () => result } },
  });
  return { output: (await output) as Json, next: reached === END ? null : reached };
};

const stateFailed = (thrown: unknown): StateFailed => {
  const error = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
  return error instanceof Error && error.name !== "TypeError"
    ? new StateFailed({ error: error.name, cause: error.message })
    : new StateFailed({ error: "States.Runtime", cause: String(error) });
};

const run = (state: State, input: Json, context: Context, result: Json = null) =>
  runOne(adapted(state), input, context, result).catch((thrown) => {
    throw stateFailed(thrown);
  });

/**
 * The output of a state and the state it leads to (null: the end of its machine). `result` is what a Task or Map came to.
 * Throws `StateFailed` when a path leads nowhere, no choice matches, or the state is a Fail.
 */
export const conclude = (state: State, input: Json, context: Context, result: Json) => {
  const { InputPath, OutputPath, ResultSelector, ResultPath, Next, Type } = state;
  const leads = { Next, End: Next === undefined };
  if (Type === "Task" || Type === "Map")
    return run({ Type: "Task", ...leads, ResultSelector, ResultPath, OutputPath }, input, context, result);
  if (Type === "Wait" || Type === "Succeed")
    return run({ Type: "Pass", ...leads, InputPath, OutputPath }, input, context);
  return run(state, input, context);
};

/** The output of a state whose failure was caught: the error goes where the catcher's ResultPath says. */
export const caught = ({ Next, ResultPath }: Catcher, input: Json, context: Context, failure: Failure) =>
  run({ Type: "Task", Next, ResultPath }, input, context, { Error: failure.error, Cause: failure.cause });

/** The state's input after InputPath, then as `template` (Parameters, ItemSelector) or `path` (ItemsPath …) shapes it. */
export const shaped = async (
  { InputPath }: State,
  shape: { readonly template?: Json | undefined; readonly path?: string | undefined },
  input: Json,
  context: Context,
): Promise<Json> => {
  const state: State = {
    Type: "Pass",
    End: true,
    InputPath,
    Parameters: shape.template,
    OutputPath: shape.path,
  };
  return (await run(state, input, context)).output;
};
