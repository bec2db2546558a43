import type { Cycle } from "../cycle/cycle.ts";
import type { Phase } from "../cycle/phases.ts";
import { refusal } from "../refusals.ts";
import { ok, type Result, refused } from "../result.ts";
import type { Project } from "./project.ts";
import { supportersNeededIn } from "./support.ts";

/** What the office decides about a proposal, each in the phases that belong to it: never while the call is open, never after its phase. */
export const DECIDED_IN = {
  "formal-check": ["formal-review"],
  admission: ["merit-review"],
} as const satisfies Readonly<Record<string, readonly Phase[]>>;
export type Decision = keyof typeof DECIDED_IN;

export const checkPhase = (decision: Decision, { phase }: Pick<Cycle, "phase">): Result<void> => {
  const needed: readonly Phase[] = DECIDED_IN[decision];
  return needed.includes(phase) ? ok(undefined) : refused(refusal("cycle/wrong-phase", { phase, needed }));
};

/** A formal check ends well only with as many supporters as the edition asks for. Where it is not known how many that is, none are enough. */
export const checkSupporters = (
  cycle: Pick<Cycle, "ruleSet" | "pools">,
  { pool, supporters }: Pick<Project, "pool" | "supporters">,
): Result<void> => {
  const asked = supportersNeededIn(cycle, pool);
  return asked !== null && supporters >= asked
    ? ok(undefined)
    : refused(refusal("project/supporters", { supporters, asked }, "/result"));
};
