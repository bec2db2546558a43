import type { Cycle } from "../../domain/cycle/cycle.ts";
import type { Work } from "../../domain/office/work.ts";
import type { Project } from "../../domain/project/project.ts";
import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { inOffice } from "../told.ts";
import { pathOfAppeal, said } from "./pages.ts";
import type { Appeal } from "./rules.ts";

/** What an appeal waits for: its decision, and then the second person's word. */
export const appealWork = async (
  { stage, projectId, state, decided }: Pick<Appeal, "stage" | "projectId" | "state" | "decided">,
  { cycle, project }: { readonly cycle: Cycle; readonly project: Project },
  now: Instant,
  { site }: Pick<Deps, "site">,
): Promise<Work> => ({
  kind: "of-subject",
  id: `appeal/${stage}/${projectId}`,
  owner: "queue#checks",
  dueAt: cycle.calendar.find(({ name }) => name === cycle.phase)?.endsAt ?? now,
  about: {
    cycleId: cycle.id,
    text: await inOffice(site.city, (words) =>
      said({ words }).work[state === "to-accept" ? "accept" : "decide"](project.number),
    ),
    path: pathOfAppeal(project),
  },
  ...(state === "to-accept" && { by: decided?.by }),
});
