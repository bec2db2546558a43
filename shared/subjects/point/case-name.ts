import type { MeetingId, ProjectId } from "../../domain/ids.ts";
import { MatterId } from "../../domain/ids.ts";
import type { Deps } from "../../platform/deps.ts";
import { openLate } from "../intake/store.ts";
import { numberOf } from "../matters/rules.ts";
import { mattersOf } from "../matters/writing.ts";

/** How people call a case: the number that they know it by, and its title. */
interface CaseName {
  readonly number: string;
  readonly title?: string;
}

const ofProject = async (id: ProjectId, { store }: Deps): Promise<CaseName | undefined> => {
  const { items: cycles } = await store.cycles.list();
  const late = openLate(store.table);
  const found = cycles.map(async ({ id: cycleId }): Promise<CaseName | undefined> => {
    const project = await store.projects.get(cycleId, id);
    if (project) return { number: project.number, title: project.title };
    const after = await late.get(cycleId, id);
    return after && { number: after.register.mark, title: after.proposal.title };
  });
  return (await Promise.all(found)).find((one) => one !== undefined);
};

/** The name of a case by its id; undefined of what has no number. */
export const caseNamed = async (id: string, deps: Deps): Promise<CaseName | undefined> => {
  if (id.startsWith("prj_")) return ofProject(id as ProjectId, deps);
  if (id.startsWith("mtg_")) {
    const meeting = await deps.store.meetings.get(id as MeetingId);
    return meeting && { number: meeting.title };
  }
  const matterId = MatterId.safeParse(id).data;
  const matter = matterId && (await mattersOf(deps).get(matterId));
  return matter && { number: numberOf(matter) };
};
