import { z } from "zod";
import { PoolId } from "../cycle/cycle.ts";
import { ProjectId } from "../ids.ts";
import { Grosze } from "../money.ts";
import { placeOf } from "../project/number-scheme.ts";
import { costOf, type Project } from "../project/project.ts";
import { Instant } from "../time.ts";

/** A proposal that nobody decides about any more: withdrawn, or gone into another, which it names by its number. */
export const LeftOut = z.object({
  id: ProjectId,
  number: z.string(),
  title: z.string(),
  status: z.enum(["withdrawn", "merged"]),
  at: Instant,
  into: z.string().optional(),
  pool: PoolId,
  costGrosze: Grosze,
});
export type LeftOut = z.infer<typeof LeftOut>;

/** What of an edition's proposals was withdrawn, or went into another one, in the order of their numbers: nothing that came in is without a trace. */
export const leftOutOf = (projects: readonly Project[]): LeftOut[] => {
  const numbers = new Map(projects.map(({ id, number }) => [id, number]));
  return projects
    .toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
    .flatMap((project): LeftOut[] => {
      const { id, number, title, pool, status, history, mergedInto, submittedAt } = project;
      if (status !== "withdrawn" && status !== "merged") return [];
      const at = history.findLast((step) => step.status === status)?.at ?? submittedAt;
      const into = mergedInto && numbers.get(mergedInto);
      const costGrosze = costOf(project);
      return [{ id, number, title, status, at, pool, costGrosze, ...(into !== undefined && { into }) }];
    });
};
