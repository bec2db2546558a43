import { type Refusal, refusal } from "./refusals.ts";
import { ok, type Result, refused } from "./result.ts";

/** A table of allowed moves: from a state, by an event, to the next state. What is not in the table cannot happen. */
export type Lifecycle<State extends string, Event extends string> = {
  readonly [S in State]: { readonly [E in Event]?: State };
};

/** The state after an event, or the refusal given by `otherwise` when the table has no such move. */
export const advance = <State extends string, Event extends string>(
  table: Lifecycle<State, Event>,
  state: State,
  event: Event,
  otherwise: (state: State) => Refusal = (from) => refusal("project/state", { status: from }),
): Result<State> => {
  const next = table[state][event];
  return next === undefined ? refused(otherwise(state)) : ok(next);
};

/** The states from which an event leads somewhere: the condition of the write that records it. */
export const statesBefore = <State extends string, Event extends string>(
  table: Lifecycle<State, Event>,
  event: Event,
): State[] => (Object.keys(table) as State[]).filter((state) => table[state][event] !== undefined);

/** The state that an event leads to, from wherever it may. */
export const stateAfter = <State extends string, Event extends string>(
  table: Lifecycle<State, Event>,
  event: Event,
): State => {
  const [after, ...others] = new Set(
    statesBefore(table, event).flatMap((state) => table[state][event] ?? []),
  );
  if (after === undefined || others.length > 0) throw new Error(`"${event}" leads to no one state`);
  return after;
};
