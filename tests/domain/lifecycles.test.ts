import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CYCLE_STAGES, mayBeCancelled, PHASES, phaseAfter } from "../../shared/domain/cycle/phases.ts";
import { advance, type Lifecycle, statesBefore } from "../../shared/domain/lifecycle.ts";
import { MEETING_STAGES, MeetingState } from "../../shared/domain/meeting/meeting.ts";
import {
  APPEAL_STAGES,
  CARD_STAGES as CHECK_STAGES,
  OPINION_STAGES,
} from "../../shared/domain/procedure/stages.ts";
import { PROJECT_STAGES, ProjectStatus } from "../../shared/domain/project/stages.ts";
import { GATE_STAGES, GateState } from "../../shared/domain/voting/gate.ts";
import { BATCH_STAGES, BatchState, CARD_STAGES, CardState } from "../../shared/domain/voting/paper.ts";
import { STATEMENT_STAGES, StatementState } from "../../shared/domain/voting/statement.ts";
import { VOID_STAGES, VoidState } from "../../shared/domain/voting/void.ts";
import { MATTERS, MatterState } from "../../shared/subjects/matters/rules.ts";

interface Life {
  readonly table: Lifecycle<string, string>;
  /** The states that nothing leaves. */
  readonly final: readonly string[];
  /** States that are come back to, and the events that lead there. */
  readonly again?: Readonly<Record<string, string | readonly string[]>>;
}

/** Every table of moves that the city has. */
const LIFECYCLES: Readonly<Record<string, Life>> = {
  project: {
    table: PROJECT_STAGES,
    final: ["withdrawn", "merged", "selected", "not-selected"],
  },
  check: { table: CHECK_STAGES, final: [], again: { assigned: "return", called: "call" } },
  opinion: { table: OPINION_STAGES, final: [], again: { asked: "ask", writing: ["take", "return"] } },
  appeal: { table: APPEAL_STAGES, final: [], again: { filed: "return" } },
  cycle: { table: CYCLE_STAGES, final: ["closed", "cancelled"] },
  gate: { table: GATE_STAGES, final: ["sealed"], again: { open: "set" } },
  statement: { table: STATEMENT_STAGES, final: ["accepted", "rejected"], again: { filed: "stand-back" } },
  void: { table: VOID_STAGES, final: ["voided"], again: { proposed: "propose" } },
  batch: { table: BATCH_STAGES, final: ["closed"] },
  card: { table: CARD_STAGES, final: ["accepted", "rejected"], again: { keyed: "key" } },
  // An answer that was wrong is taken up again: nothing is its end.
  matter: {
    table: MATTERS,
    final: [],
    again: { open: "begin", "to-collect": "begin-own-data", collected: "collect" },
  },
  meeting: { table: MEETING_STAGES, final: ["cancelled"], again: { planned: "change" } },
};

describe.each(Object.entries(LIFECYCLES))("the life of a %s", (_, { table, final, again = {} }) => {
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

  test("comes back to nowhere but where its table says", () => {
    const reached = (from: string, seen = new Set<string>()): Set<string> => {
      for (const [event, next] of Object.entries(table[from] ?? {}) as [string, string][])
        if (![again[next]].flat().includes(event) && !seen.has(next)) reached(next, seen.add(next));
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

test.each(
  Object.entries({
    cycle: [CYCLE_STAGES, PHASES],
    gate: [GATE_STAGES, GateState.options],
    statement: [STATEMENT_STAGES, StatementState.options],
    void: [VOID_STAGES, VoidState.options],
    batch: [BATCH_STAGES, BatchState.options],
    card: [CARD_STAGES, CardState.options],
    matter: [MATTERS, MatterState.options],
    meeting: [MEETING_STAGES, MeetingState.options],
  } as const),
)("every state that a %s may be stored in has its place in the table", (_, [table, states]) => {
  expect(Object.keys(table).toSorted()).toEqual([...states].toSorted());
});

test("a cycle goes on to the phase after, whatever its calendar leaves out, and nowhere else", () => {
  fc.assert(
    fc.property(fc.constantFrom(...PHASES), fc.subarray([...PHASES]), (phase, named) => {
      const next = phaseAfter(phase, new Set(named));
      if (next !== undefined) expect(CYCLE_STAGES[phase][next]).toBe(next);
      else expect(Object.keys(CYCLE_STAGES[phase])).toEqual([]);
    }),
  );
  expect(PHASES.filter(mayBeCancelled)).toEqual(PHASES.slice(0, PHASES.indexOf("results")));
  expect(Object.keys(CYCLE_STAGES.draft)).toEqual([
    "submission",
    "formal-review",
    "merit-review",
    "appeals",
    "ballot-frozen",
    "cancelled",
  ]);
});
