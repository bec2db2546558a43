import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import type { Language } from "../../../shared/domain/languages.ts";
import { costOf, type ProjectLine } from "../../../shared/domain/project/project.ts";
import { supportersNeededIn } from "../../../shared/domain/project/support.ts";
import type { Choice, ProjectModel, ProjectPageModel } from "../../../shared/pages/projects/model.ts";
import { poolNameIn } from "../../../shared/words/pool-name.ts";
import type { ShownProject } from "../project-of.ts";

/** „Bogucice (L13)”: the number stands with the name, since people campaign with it. */
export const poolName = ({ ruleSet }: Pick<Cycle, "ruleSet">, id: string, language: Language): string =>
  `${poolNameIn(language, ruleSet, id) ?? ""} (${id})`.trim();

export const poolChoices = (cycle: Cycle, language: Language): Choice[] =>
  cycle.pools.map(({ id }) => [id, poolName(cycle, id, language)]);

export const projectModel = (
  project: Omit<ProjectLine, "authorName">,
  cycle: Cycle,
  language: Language,
): ProjectModel => ({
  id: project.id,
  cycleId: project.cycleId,
  number: project.number,
  title: project.title,
  poolName: poolName(cycle, project.pool, language),
  costGrosze: costOf(project),
  status: project.status,
  withdrawnAfterFreeze: project.withdrawnAfterFreeze,
  supporters: project.supporters,
  supportersNeeded: supportersNeededIn(cycle, project.pool),
});

export const projectPageModel = (
  { project, cycle, rivals }: ShownProject,
  language: Language,
): ProjectPageModel => ({
  ...projectModel(project, cycle, language),
  description: project.description,
  place: project.place ?? null,
  location: project.location ?? null,
  estimatedCostGrosze: project.estimatedCostGrosze,
  verifiedCostGrosze: project.costGrosze ?? null,
  reason: project.reason ?? null,
  legalBasis: project.legalBasis ?? null,
  authorName: project.author?.isNamePublic ? project.author.name : null,
  submittedAt: project.submittedAt,
  rivals,
  history: project.history.map(({ at, status, reason }) => ({ at, status, reason: reason ?? null })),
});
