import { type Definition, processorOf, type State } from "./asl.ts";
import { HOLD, INVOKE } from "./task.ts";

const MACHINE = ["Comment", "StartAt", "States", "QueryLanguage", "Version", "ProcessorConfig"];
const SHARED = ["Type", "Comment", "QueryLanguage", "InputPath", "OutputPath"];
const GOES_ON = [...SHARED, "Next", "End"];
const WORKS = [...GOES_ON, "ResultSelector", "ResultPath", "Retry", "Catch"];

const FIELDS: Readonly<Record<State["Type"], readonly string[]>> = {
  Task: [...WORKS, "Resource", "Parameters", "TimeoutSeconds", "TimeoutSecondsPath"],
  Map: [...WORKS, "ItemsPath", "ItemSelector", "MaxConcurrency", "ItemProcessor"],
  Choice: [...SHARED, "Choices", "Default"],
  Pass: [...GOES_ON, "Parameters", "Result", "ResultPath"],
  Wait: [...GOES_ON, "Seconds", "SecondsPath", "Timestamp", "TimestampPath"],
  Succeed: SHARED,
  Fail: ["Type", "Comment", "QueryLanguage", "Error", "ErrorPath", "Cause", "CausePath"],
};

/**
 * What a workflow asks for that this machine does not do (Parallel, JSONata, Assign, heartbeats, distributed Map, direct
 * integrations …), one line each. Better refused at the start than left out in silence.
 */
export const unsupported = (definition: Definition): string[] => {
  const machine = Object.keys(definition)
    .filter((field) => !MACHINE.includes(field))
    .map((field) => `${field} of a workflow`);
  return [...machine, ...Object.entries(definition.States).flatMap(([name, state]) => ofState(name, state))];
};

const ofState = (name: string, state: State): string[] => {
  const fields = FIELDS[state.Type];
  if (!fields) return [`${name}: ${state.Type}`];
  const lacking = Object.keys(state).filter((field) => !fields.includes(field));
  if (state.Type === "Task" && state.Resource !== INVOKE && state.Resource !== HOLD)
    lacking.push(`Resource ${state.Resource}`);
  if ((state as { QueryLanguage?: string }).QueryLanguage === "JSONata") lacking.push("JSONata");
  const inside = state.Type === "Map" ? unsupported(processorOf(state)) : [];
  return [...lacking.map((field) => `${name}: ${field}`), ...inside];
};
