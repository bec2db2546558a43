import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { advance, type Lifecycle, statesBefore } from "../../shared/domain/lifecycle.ts";
import { PROJECT_STAGES, ProjectStatus } from "../../shared/domain/project/stages.ts";

/** Every table of moves that the city has, with the states that nothing leaves. */
const LIFECYCLES: Record<string, { table: Lifecycle<string, string>; final: string[] }> = {
  project: {
    table: PROJECT_STAGES,
    final: ["rejected", "not-admitted", "withdrawn", "selected", "not-selected"],
  },
};

describe.each(Object.entries(LIFECYCLES))("the life of a %s", (_, { table, final }) => {
  const states = Object.keys(table);
  const events = [...new Set(states.flatMap((state) => Object.keys(table[state] ?? {})))];

  test("ends in its final states, and in no other", () => {
    const last = states.filter((state) => Object.keys(table[state] ?? {}).length === 0);
    expect(last.toSorted()).toEqual(final.toSorted());
  });

  test("never leaves the table, whatever happens, and stands still once it is over", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...states),
        fc.array(fc.constantFrom(...events), { maxLength: 20 }),
        (start, path) => {
          let state = start;
          for (const event of path) {
            const next = advance(table, state, event);
            expect(next.ok).toBe(table[state]?.[event] !== undefined);
            expect(next.ok && final.includes(state)).toBe(false);
            if (next.ok) state = next.value;
            else expect(next.refusal).toEqual({ code: "project/state", facts: { status: state } });
            expect(states).toContain(state);
          }
        },
      ),
    );
  });

  test("never comes back to where it was", () => {
    const reached = (from: string, seen = new Set<string>()): Set<string> => {
      for (const next of Object.values(table[from] ?? {}) as string[])
        if (!seen.has(next)) reached(next, seen.add(next));
      return seen;
    };
    for (const state of states) expect(reached(state).has(state)).toBe(false);
  });

  test("is written under the very states that a move may leave", () => {
    for (const event of events) {
      const before = statesBefore(table, event);
      expect(before).toEqual(states.filter((state) => advance(table, state, event).ok));
      expect(before.length).toBeGreaterThan(0);
    }
  });
});

test("every state that a project may be stored in has its place in the table", () => {
  expect(Object.keys(PROJECT_STAGES).toSorted()).toEqual(ProjectStatus.options.toSorted());
  expect(statesBefore(PROJECT_STAGES, "withdraw")).toEqual(["submitted", "formally-accepted", "on-ballot"]);
});
