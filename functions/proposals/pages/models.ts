import type { Similar } from "../../../shared/acts/similar-projects.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import type { Language } from "../../../shared/domain/languages.ts";
import type { Lack } from "../../../shared/domain/project/answers.ts";
import {
  authorNameOf,
  costOf,
  type Project,
  type ProjectLine,
} from "../../../shared/domain/project/project.ts";
import { supportersNeededIn } from "../../../shared/domain/project/support.ts";
import type {
  Choice,
  DetailsModel,
  PhotoChange,
  ProjectModel,
  ProjectPageModel,
} from "../../../shared/pages/projects/model.ts";
import type { SimilarModel } from "../../../shared/pages/proposals/similar.ts";
import { inLanguage } from "../../../shared/words/fallback.ts";
import { ownLabels } from "../../../shared/words/own-labels.ts";
import { categoryNameIn, poolNameIn } from "../../../shared/words/pool-name.ts";
import type { ShownProject } from "../project-of.ts";

/** „Bogucice (L13)”: the number stands with the name, since people campaign with it. */
export const poolName = ({ ruleSet }: Pick<Cycle, "ruleSet">, id: string, language: Language): string =>
  `${poolNameIn(language, ruleSet, id) ?? ""} (${id})`.trim();

export const poolChoices = (cycle: Cycle, language: Language): Choice[] =>
  cycle.pools.map(({ id }) => [id, poolName(cycle, id, language)]);

export const categoryChoices = ({ ruleSet }: Pick<Cycle, "ruleSet">, language: Language): Choice[] =>
  (ruleSet.categories ?? []).map(({ id, name }) => [id, inLanguage(name, language)]);

export const categoryName = (
  { ruleSet }: Pick<Cycle, "ruleSet">,
  category: string | undefined,
  language: Language,
): string | null => (category === undefined ? null : categoryNameIn(language, ruleSet, category));

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

const SECTIONS = ["description", "why", "forWhom", "access"] as const;

const detailsModel = ({
  description,
  details = {},
}: Pick<Project, "description" | "details">): DetailsModel => {
  const texts = { ...details, description };
  return {
    summary: details.summary ?? null,
    sections: SECTIONS.flatMap((field) => {
      const text = texts[field];
      return text ? [{ field, text }] : [];
    }),
    costLines: details.costLines ?? [],
    upkeepGrosze: details.upkeepGrosze ?? null,
  };
};

export const projectPageModel = (
  { project, cycle, rivals }: ShownProject,
  language: Language,
): ProjectPageModel => ({
  ...projectModel(project, cycle, language),
  labels: ownLabels(language, cycle.ruleSet),
  details: detailsModel(project),
  place: project.place ?? null,
  categoryName: categoryName(cycle, project.category, language),
  location: project.location ?? null,
  estimatedCostGrosze: project.estimatedCostGrosze,
  verifiedCostGrosze: project.costGrosze ?? null,
  reason: project.reason ?? null,
  legalBasis: project.legalBasis ?? null,
  authorName: authorNameOf(project) ?? null,
  submittedAt: project.submittedAt,
  rivals,
  history: project.history.map(({ at, status, reason, changed }) => ({
    at,
    status,
    reason: reason ?? null,
    changed: (changed as readonly (Lack | PhotoChange)[] | undefined) ?? null,
  })),
});

export const similarModels = (similar: readonly Similar[], language: Language): SimilarModel[] =>
  similar.map(({ cycle, project }) => ({
    ...projectModel(project, cycle, language),
    edition: cycle.edition,
  }));
