import type { Cycle } from "../cycle/cycle.ts";
import { refusal } from "../refusals.ts";
import { ok, type Result, refused } from "../result.ts";
import type { Project } from "./project.ts";
import { supportersNeededIn } from "./support.ts";

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
