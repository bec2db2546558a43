/** An author asks another whether their proposals become one: theirs stays, the other goes into it. The office confirms it as its own. */
import { type Cycle, isLocked } from "../../domain/cycle/cycle.ts";
import { statesBefore } from "../../domain/lifecycle.ts";
import {
  ASK_DAYS,
  checkMergeable,
  MERGING_STAGES,
  type Merging,
  MOST_ASKS,
  stateOf,
} from "../../domain/project/merging.ts";
import type { Project } from "../../domain/project/project.ts";
import { notValid, refusal } from "../../domain/refusals.ts";
import { ok, type Result, refused } from "../../domain/result.ts";
import { dayOf, endOfDay, type Instant, plusDays } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { askAuthors, mergingInto, mergingWrite } from "./answering.ts";
import type { AuthorMerging } from "./rules.ts";

interface Own {
  readonly cycle: Cycle;
  readonly project: Project;
}

/** Whether the author can ask now, as far as that is known before another proposal is named. */
export const mayAsk = async ({ cycle, project }: Own, at: Instant, deps: Deps): Promise<boolean> => {
  if (isLocked(cycle) || !checkMergeable(cycle, [project]).ok) return false;
  const before = await mergingInto(cycle.id, project.id, deps);
  return (
    statesBefore(MERGING_STAGES, "propose").includes(stateOf(before, at)) && (before?.asks ?? 0) < MOST_ASKS
  );
};

/** The same request again finds what it has asked. */
const isSame = (
  { byAuthor, state, parts, ...before }: Merging,
  { number, title, description }: AuthorMerging,
) =>
  byAuthor &&
  state === "asked" &&
  parts.at(1)?.number === number &&
  before.title === title &&
  before.description === description;

const other = async (
  { cycle, project }: Own,
  number: string,
  { store }: Pick<Deps, "store">,
): Promise<Result<Project>> => {
  const id = await store.projects.byNumber(cycle.id, number);
  const found = id && id !== project.id ? await store.projects.get(cycle.id, id) : undefined;
  return found ? ok(found) : refused(notValid([{ pointer: "/number", rule: "choice" }]));
};

export const proposeMerging = async (
  own: Own,
  asked: AuthorMerging,
  at: Instant,
  deps: Deps,
): Promise<Result<Merging>> => {
  const { cycle, project } = own;
  const before = await mergingInto(cycle.id, project.id, deps);
  if (before && isSame(before, asked)) return ok(before);
  if (!statesBefore(MERGING_STAGES, "propose").includes(stateOf(before, at)))
    return refused(refusal("merging/open", {}));
  if ((before?.asks ?? 0) >= MOST_ASKS) return refused(refusal("merging/asked-enough", { most: MOST_ASKS }));
  const found = await other(own, asked.number, deps);
  if (!found.ok) return found;
  const projects = [project, found.value];
  const fits = checkMergeable(cycle, projects);
  if (!fits.ok) return fits;
  const next: Merging = {
    ...{ cycleId: cycle.id, into: project.id, title: asked.title, description: asked.description },
    until: endOfDay(plusDays(dayOf(at), ASK_DAYS)),
    state: "asked",
    parts: projects.map(({ id, number }) => ({
      ...{ id, number },
      ...(id === project.id && { answer: "accept" as const, answeredAt: at }),
    })),
    ...{ proposedBy: "", proposedByName: "", byAuthor: true, asks: (before?.asks ?? 0) + 1 },
    ...{ round: (before?.round ?? 0) + 1, version: (before?.version ?? 0) + 1 },
  };
  const letters = await askAuthors(next, at, deps);
  const written = await deps.store.table.write([mergingWrite(next, before), ...letters]);
  return written.ok ? ok(next) : written;
};
