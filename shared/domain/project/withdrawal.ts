import { type Cycle, isLocked } from "../cycle/cycle.ts";
import type { Phase } from "../cycle/phases.ts";
import { advance } from "../lifecycle.ts";
import { refusal } from "../refusals.ts";
import { ok, type Result, refused } from "../result.ts";
import type { Project } from "./project.ts";
import { PROJECT_STAGES } from "./stages.ts";

/** The urn is closed and the result not published: the count can still leave a project out. */
const AFTER_THE_VOTE: readonly Phase[] = ["sealed", "counting"];

type Withdrawal = "before-freeze" | "after-vote";

/**
 * When a project is taken out. From the freeze to the close of the vote nothing is: every ballot shows the same list. After the close the
 * office may still take one out, and the count is done without it (Murcki L18/06/XI, 2024).
 */
export const decideWithdrawal = (
  { phase }: Pick<Cycle, "phase">,
  project: Pick<Project, "status">,
  by: "author" | "office",
): Result<Withdrawal> => {
  const move = advance(PROJECT_STAGES, project.status, "withdraw");
  if (!move.ok) return move;
  if (!isLocked({ phase })) return ok("before-freeze");
  if (by === "author") return refused(refusal("cycle/locked", { phase }));
  if (!AFTER_THE_VOTE.includes(phase))
    return refused(refusal("cycle/wrong-phase", { phase, needed: AFTER_THE_VOTE }));
  return project.status !== "on-ballot"
    ? refused(refusal("project/state", { status: project.status }))
    : ok("after-vote");
};
