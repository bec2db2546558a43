import { type Json, processorOf } from "./asl.ts";
import { shaped } from "./evaluate.ts";
import { type Failure, StateFailed } from "./failures.ts";
import type { Ledger } from "./ledger.ts";
import type { Answer, Branch } from "./records.ts";
import { type Engine, noteEntered, type Scene } from "./scene.ts";

/** Iterations at once when MaxConcurrency leaves it open: AWS's limit for an inline Map. */
const AT_ONCE = 40;

/** Makes a line for each item; those beyond MaxConcurrency queue. The Map itself waits, unless there is nothing to do. */
export const runMap = async ({ ledger, apply }: Engine, scene: Scene): Promise<Answer | undefined> => {
  const { execution, branch, state, input, context } = scene;
  const items = await shaped(state, { path: state.ItemsPath }, input, context);
  if (!Array.isArray(items))
    throw new StateFailed({ error: "States.Runtime", cause: "A Map wants an array" });
  if (items.length === 0) return { result: [] };
  const selected = await Promise.all(
    items.map((Value, Index) =>
      state.ItemSelector === undefined
        ? Value
        : shaped(state, { template: state.ItemSelector }, input, {
            ...context,
            Map: { Item: { Index, Value } },
          }),
    ),
  );
  apply(() => {
    if (!ledger.move(branch, { mode: "map" })) return [];
    ledger.note(execution.arn, "MapStateStarted", branch.state);
    const lines = selected.map((item, place) => queue(ledger, scene, item, place));
    return lines.slice(0, state.MaxConcurrency || AT_ONCE).flatMap((line) => begin(ledger, line));
  });
  return undefined;
};

const queue = (ledger: Ledger, { branch, state }: Scene, input: Json, place: number): Branch =>
  ledger.addBranch({
    execution: branch.execution,
    parent: branch.id,
    place,
    scope: [...branch.scope, branch.state],
    state: processorOf(state).StartAt,
    input,
    mode: "queued",
  });

const begin = (ledger: Ledger, line: Branch): Branch[] => {
  const begun = ledger.move(line, { mode: "ready" });
  if (!begun) return [];
  ledger.note(line.execution, "MapIterationStarted", line.scope.at(-1) ?? null);
  noteEntered(ledger, begun);
  return [begun];
};

/** An iteration is done: the next in the queue begins, or the Map has its result, in the order of the items. */
export const iterationDone = (ledger: Ledger, map: Branch): Branch[] => {
  ledger.note(map.execution, "MapIterationSucceeded", map.state);
  const lines = ledger.iterations(map.id);
  const next = lines.find((line) => line.mode === "queued");
  if (next) return begin(ledger, next);
  if (lines.some((line) => line.mode !== "done")) return [];
  const result = lines.map((line) => (line.answer && "result" in line.answer ? line.answer.result : null));
  return over(ledger, map, { result });
};

/** An iteration failed for good: so does the Map, and the other iterations are dropped. */
export const iterationFailed = (ledger: Ledger, map: Branch, failure: Failure): Branch[] => {
  ledger.note(map.execution, "MapIterationFailed", map.state, failure);
  return over(ledger, map, { failure });
};

const over = (ledger: Ledger, map: Branch, answer: Answer): Branch[] => {
  ledger.dropIterations(map.id);
  const done = ledger.move(map, { mode: "ready", answer });
  return done ? [done] : [];
};
