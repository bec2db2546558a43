import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import type { ProjectId } from "../../../shared/domain/ids.ts";
import { workOfProject } from "../../../shared/domain/office/edition-work.ts";
import { readProjectNumber } from "../../../shared/domain/project/number-scheme.ts";
import type { Project, Step } from "../../../shared/domain/project/project.ts";
import type { ProjectStatus } from "../../../shared/domain/project/stages.ts";
import { supportersNeededIn } from "../../../shared/domain/project/support.ts";
import { idFrom } from "../../../shared/platform/system.ts";
import type { MadeUpProject } from "../../generator/edition.ts";
import { somewhereIn } from "../../generator/places.ts";
import type { Chance } from "../../generator/random.ts";
import type { House } from "../house.ts";
import { authorOf } from "./people.ts";

/** A proposal as the demo has it, with its way so far: the last step is where it stands. */
export interface Entry
  extends Pick<MadeUpProject, "number" | "title" | "description" | "category" | "costGrosze"> {
  readonly pool: string;
  readonly history: readonly [Step, ...Step[]];
}

/** What the office verified is near what the author had estimated, more often above it than below. */
const estimateOf = (chance: Chance, costGrosze: number): number =>
  Math.round((costGrosze * (0.85 + 0.2 * chance.share())) / 100_000) * 100_000 || costGrosze;

/** Of those that are still to be checked, one in four has too few; of those that were rejected, most. */
const supportersOf = (chance: Chance, status: ProjectStatus, needed: number): number => {
  if (status === "rejected") return chance.below(needed + 1);
  return status === "submitted"
    ? Math.round(needed * (0.7 + 1.2 * chance.share()))
    : needed + chance.below(needed + 12);
};

/**
 * Puts proposals on the lists of a cycle, with what waits for each; brings their ids by number. Straight into the store: a first start is short,
 * and hundreds of them have a way behind them.
 */
export const enterAll = async (
  { deps }: House,
  cycle: Cycle,
  entries: readonly Entry[],
  chance: Chance,
): Promise<Map<string, ProjectId>> => {
  const { projects } = deps.store;
  const numbered = entries.map(({ pool, number, title, description, category, costGrosze, history }) => {
    const last = history.at(-1) ?? history[0];
    const isVerified = history.some(({ status }) => status === "on-ballot");
    const needed = supportersNeededIn(cycle, pool) ?? 0;
    const project: Project = {
      id: idFrom("prj", deps.system.random(10)) as ProjectId,
      cycleId: cycle.id,
      pool,
      number,
      title,
      description,
      ...(cycle.ruleSet.categories?.some(({ id }) => id === category) && { category }),
      location: somewhereIn(chance, pool),
      estimatedCostGrosze: isVerified ? estimateOf(chance, costGrosze) : costGrosze,
      ...(isVerified && { costGrosze }),
      status: last.status,
      ...(last.reason !== undefined && { reason: last.reason }),
      withdrawnAfterFreeze: false,
      author: authorOf(chance),
      supporters: supportersOf(chance, last.status, needed),
      history: [...history],
      version: history.length,
      submittedAt: history[0].at,
      fingerprint: "demo",
    };
    return {
      project,
      sequence: readProjectNumber(deps.site.city.projectNumbers, number)?.sequence ?? 1,
      work: workOfProject(project, cycle, history[0].at),
    };
  });
  await projects.restore(cycle.id, numbered);
  return new Map(numbered.map(({ project }) => [project.number, project.id]));
};
