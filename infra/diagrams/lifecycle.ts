import type { Lifecycle } from "../../shared/domain/lifecycle.ts";

/** A name as Mermaid takes one. */
const node = (state: string): string => state.replaceAll("-", "_");

/** A table of moves as a state diagram, in the order of the table. */
export const lifecycleDiagram = (table: Lifecycle<string, string>): string => {
  const states = Object.keys(table);
  const [first = ""] = states;
  const moves = states.flatMap((state) =>
    Object.entries(table[state] ?? {}).map(
      ([event, next]) => `  ${node(state)} --> ${node(next ?? "")}: ${event}`,
    ),
  );
  const last = states.filter((state) => Object.keys(table[state] ?? {}).length === 0);
  return [
    "stateDiagram-v2",
    ...states.map((state) => `  state "${state}" as ${node(state)}`),
    `  [*] --> ${node(first)}`,
    ...moves,
    ...last.map((state) => `  ${node(state)} --> [*]`),
  ].join("\n");
};
