import { type Definition, processorOf, type State } from "../local/states/asl.ts";

const SIGNS: Readonly<Record<string, string>> = {
  BooleanEquals: "is",
  StringEquals: "is",
  NumericEquals: "=",
  NumericGreaterThan: ">",
  NumericLessThan: "<",
};

/** A choice rule in a few words: `$.next.seconds` greater than 0 is "seconds > 0". */
const wordsOf = (rule: Readonly<Record<string, unknown>>): string => {
  if (rule.Not) return wordsOf(rule.Not as Record<string, unknown>).replace(" is ", " is not ");
  const [operator = "", value] =
    Object.entries(rule).find(([key]) => key !== "Variable" && key !== "Next") ?? [];
  return `${String(rule.Variable).split(".").at(-1)} ${SIGNS[operator] ?? operator} ${value}`;
};

const arrowsOf = (state: State): [to: string, label: string][] => [
  ...(state.Choices ?? []).map((rule): [string, string] => [rule.Next, wordsOf(rule)]),
  ...(state.Default ? [[state.Default, "else"] as [string, string]] : []),
  ...(state.Next ? [[state.Next, state.Catch ? "token answered" : ""] as [string, string]] : []),
  ...(state.Catch ?? []).map(({ Next, ErrorEquals }): [string, string] => [
    Next,
    ErrorEquals.includes("States.Timeout") ? "time is up" : ErrorEquals.join(", "),
  ]),
];

const shapeOf = (state: State, name: string): string => {
  if (state.Type === "Choice") return `{"${name}"}`;
  if (state.Type === "Succeed" || state.Type === "Fail") return `(("${name}"))`;
  return state.Resource?.endsWith(".waitForTaskToken") ? `(["${name}"])` : `["${name}"]`;
};

const idOf = (name: string): string => name.replace(/\W+/g, "_");

const linesOf = ({ States }: Definition, indent: string): string[] =>
  Object.entries(States).flatMap(([name, state]) => {
    const arrows = arrowsOf(state).map(
      ([to, label]) => `${indent}${idOf(name)} -->${label && `|"${label}"|`} ${idOf(to)}`,
    );
    if (state.Type !== "Map") return [`${indent}${idOf(name)}${shapeOf(state, name)}`, ...arrows];
    const inside = linesOf(processorOf(state), `${indent}  `);
    return [`${indent}subgraph ${idOf(name)}["${name}"]`, ...inside, `${indent}end`, ...arrows];
  });

/** A workflow as a Mermaid flow chart: holds are rounded, choices are diamonds, a Map is a box around its states. */
export const workflowDiagram = (definition: Definition): string =>
  ["flowchart TD", `  Start(( )) --> ${idOf(definition.StartAt)}`, ...linesOf(definition, "  ")].join("\n");
