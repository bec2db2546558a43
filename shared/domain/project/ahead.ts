import { type Cycle, isLocked } from "../cycle/cycle.ts";
import type { Phase } from "../cycle/phases.ts";
import type { Instant } from "../instant.ts";
import type { Project } from "./project.ts";

/** What a project that is in the running still has before it, by where it stands. */
const AHEAD: Readonly<Partial<Record<Project["status"], readonly Phase[]>>> = {
  submitted: ["formal-review", "merit-review", "voting"],
  "formally-accepted": ["merit-review", "voting"],
  "on-ballot": ["voting"],
};

/** The phases to come that decide about a project, with their days as the calendar has them. */
export const aheadOf = (
  { status }: Pick<Project, "status">,
  cycle: Pick<Cycle, "phase" | "calendar">,
  now: Instant,
): Cycle["calendar"] => {
  const phases = cycle.phase === "cancelled" ? [] : (AHEAD[status] ?? []);
  return cycle.calendar.filter(
    ({ name, endsAt }) => phases.includes(name) && now < endsAt && (name === "voting" || !isLocked(cycle)),
  );
};
