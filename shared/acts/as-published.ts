import type { CycleId } from "../domain/ids.ts";
import { judged, type Publication } from "../domain/procedure/publication.ts";
import type { Project, ProjectLine } from "../domain/project/project.ts";
import { refusal } from "../domain/refusals.ts";
import { ok, type Result, refused } from "../domain/result.ts";
import type { Deps } from "../platform/deps.ts";

/** Makes of a project what the published lists have made of it. */
type AsPublished = <T extends Project | ProjectLine>(project: T) => T;

const laidOver = async (
  lists: readonly Publication[],
  { publications }: Deps["store"],
): Promise<AsPublished | undefined> => {
  const moving = lists.filter(({ done, parts }) => done < parts);
  if (moving.length === 0) return undefined;
  const verdicts = new Map(
    (
      await Promise.all(
        moving.map(async (one) =>
          (await publications.verdicts(one)).map((verdict) => [verdict.id, { one, verdict }] as const),
        ),
      )
    ).flat(),
  );
  return (project) => {
    const found = verdicts.get(project.id);
    return found ? judged(project, found.one, found.verdict) : project;
  };
};

/**
 * A publication shows everything at one moment: whoever reads while its projects are still being moved reads them as they will be. Undefined
 * where nothing is being moved, which is nearly always.
 */
export const asPublished = async (
  cycleId: CycleId,
  { store }: Pick<Deps, "store">,
): Promise<AsPublished | undefined> => laidOver(await store.publications.shown(cycleId), store);

/** What a published list is about to move waits for that: nobody takes back what everybody reads already. */
export const checkUnmoved = async (
  project: Project,
  { store }: Pick<Deps, "store">,
): Promise<Result<void>> => {
  const see = await laidOver(await store.publications.of(project.cycleId), store);
  return see && see(project) !== project
    ? refused(refusal("service/try-again", { retryAfterSeconds: 60 }))
    : ok(undefined);
};
