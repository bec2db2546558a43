import { z } from "zod";
import { asPublished } from "../../shared/acts/as-published.ts";
import { isAuthorProof } from "../../shared/acts/author-links.ts";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { AuthorProof, CycleId, ProjectId } from "../../shared/domain/ids.ts";
import type { CoAuthor } from "../../shared/domain/project/co-authors.ts";
import type { Project } from "../../shared/domain/project/project.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { Refused } from "../../shared/domain/result.ts";
import type { Deps } from "../../shared/platform/deps.ts";

export const InCycle = z.object({ cycleId: CycleId });

export const ProjectPath = z.object({ cycleId: CycleId, projectId: ProjectId });
export type ProjectPath = z.infer<typeof ProjectPath>;

const notFound = () => new Refused(refusal("thing/not-found", {}));

/** A project as pages show it: with its cycle, and the projects that cannot all be carried out with it. */
export interface ShownProject {
  readonly cycle: Cycle;
  readonly project: Project;
  readonly rivals: readonly { readonly reason: string; readonly projects: readonly Project[] }[];
}

export const rivalsOf = (
  { id, exclusionGroups }: Cycle,
  projectId: ProjectId,
  { store }: Pick<Deps, "store">,
) =>
  Promise.all(
    exclusionGroups
      .filter(({ projects }) => projects.includes(projectId))
      .map(async ({ reason, projects }) => {
        const others = projects.filter((other) => other !== projectId) as ProjectId[];
        const found = await Promise.all(others.map((other) => store.projects.get(id, other)));
        return { reason, projects: found.flatMap((other) => other ?? []) };
      }),
  );

/** A project with its cycle; one that is not there is refused. */
export const projectOf = async (
  { cycleId, projectId }: ProjectPath,
  deps: Pick<Deps, "store">,
): Promise<ShownProject> => {
  const [cycle, project] = await Promise.all([
    cycleOf(cycleId, deps),
    deps.store.projects.get(cycleId, projectId),
  ]);
  if (!project) throw notFound();
  return { cycle, project, rivals: await rivalsOf(cycle, projectId, deps) };
};

/** The same as everybody is shown it: with what published lists have made of it. */
export const shownProjectOf = async (path: ProjectPath, deps: Pick<Deps, "store">): Promise<ShownProject> => {
  const [shown, see] = await Promise.all([projectOf(path, deps), asPublished(path.cycleId, deps)]);
  if (!see) return shown;
  const rivals = shown.rivals.map((group) => ({ ...group, projects: group.projects.map(see) }));
  return { ...shown, project: see(shown.project), rivals };
};

export const AuthorPath = ProjectPath.extend({ proof: AuthorProof });
export type AuthorPath = z.infer<typeof AuthorPath>;

/** Whose link it is: the author's, or that of somebody who was named as a co-author; to anybody else nothing is there. */
export const holderOf = async (
  { projectId, proof }: AuthorPath,
  { coAuthors = [] }: Pick<Project, "coAuthors">,
  deps: Pick<Deps, "vault">,
): Promise<"author" | CoAuthor> => {
  if (await isAuthorProof(projectId, proof, deps)) return "author";
  for (const one of coAuthors) if (await isAuthorProof(projectId, proof, deps, one.id)) return one;
  throw notFound();
};

export const isAccepted = (holder: "author" | CoAuthor): boolean =>
  holder === "author" || holder.state === "accepted";

/** A proposal, for its author and for co-authors who have accepted: they answer for it alike. */
export const ownProjectOf = async (path: AuthorPath, deps: Deps): Promise<ShownProject> => {
  const shown = await projectOf(path, deps);
  if (!isAccepted(await holderOf(path, shown.project, deps))) throw notFound();
  return shown;
};

/** Lets the holder of the author's own link pass; to anybody else nothing is there. */
export const checkProof = async (projectId: ProjectId, proof: string, deps: Deps): Promise<void> => {
  if (!(await isAuthorProof(projectId, proof, deps))) throw notFound();
};
