/** What the opinions of a proposal are about, read by whoever may: the office, and of each unit the people who do its work. */
import { z } from "zod";
import { cycleOf } from "../../acts/cycle-of.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import { CycleId, ProjectId } from "../../domain/ids.ts";
import { type Unit, UnitId } from "../../domain/office/directory.ts";
import { unitsServed } from "../../domain/office/whose.ts";
import type { Project } from "../../domain/project/project.ts";
import { type Refusal, refusal } from "../../domain/refusals.ts";
import { existing, Refused } from "../../domain/result.ts";
import type { Deps } from "../../platform/deps.ts";
import type { StaffRequest } from "../../platform/endpoint.ts";
import { type Card, checkStage, newCard, STAGES } from "../checks/rules.ts";
import { openChecks } from "../checks/store.ts";
import type { Opinion } from "./rules.ts";
import { openOpinions } from "./store.ts";

export const CasePath = z.object({ cycleId: CycleId, projectId: ProjectId });
export type CasePath = z.infer<typeof CasePath>;
export const OpinionPath = CasePath.extend({ unit: UnitId });
export type OpinionPath = z.infer<typeof OpinionPath>;

/** A proposal with the card of its merit check, and with the units of the city. */
export interface Case {
  readonly cycle: Cycle;
  readonly project: Project;
  readonly card: Card;
  readonly opinions: readonly Opinion[];
  readonly units: readonly Unit[];
}

export const caseOf = async ({ cycleId, projectId }: CasePath, { store }: Deps): Promise<Case> => {
  const [cycle, found, begun, units] = await Promise.all([
    cycleOf(cycleId, { store }),
    store.projects.get(cycleId, projectId),
    openChecks(store.table).get(cycleId, "merit", projectId),
    store.directory.units(),
  ]);
  const project = existing(found);
  const opinions = await openOpinions(store.table).ofProject(project);
  return { cycle, project, card: begun ?? newCard(project, "merit", cycle), opinions, units };
};

/** One of them, with whether whoever looks does the work of its unit, and whether they see all of them. */
export interface OneOpinion extends Case {
  readonly opinion: Opinion;
  readonly isOwn: boolean;
  readonly seesAll: boolean;
  readonly version: number;
}

/** Whose page of all opinions it is; the auditor reads each by the API. */
const SEE_ALL = ["coordinator", "verifier"] as const;

export const opinionOf = async (
  { unit, ...path }: OpinionPath,
  deps: Deps,
  by?: StaffRequest<OpinionPath>,
): Promise<OneOpinion> => {
  const found = await caseOf(path, deps);
  const opinion = existing(found.opinions.find((one) => one.unit === unit));
  const staff = await deps.store.directory.staff();
  const me = staff.find(({ id }) => id === by?.actor.id);
  const { units } = found;
  const isOwn =
    by !== undefined &&
    me !== undefined &&
    unitsServed({ me, staff, units, now: by.receivedAt }).includes(unit);
  const seesAll = SEE_ALL.some((role) => by?.actor.roles.includes(role));
  if (by && !isOwn && !seesAll && !by.actor.roles.includes("auditor"))
    throw new Refused(refusal("thing/not-found", {}));
  return { ...found, opinion, isOwn, seesAll, version: opinion.version };
};

/** Units are asked, and give their opinions, while the merits are checked. */
export const outsidePhase = ({ cycle }: Pick<Case, "cycle">): Refusal | false => {
  const fits = checkStage("merit", cycle);
  return fits.ok ? false : fits.refusal;
};

/** Whether the merits are still being checked: once the card waits for its second person, nobody is asked any more. */
export const isOpen = ({ project, card }: Pick<Case, "project" | "card">): boolean =>
  project.status === STAGES.merit.waits &&
  card.state !== "to-accept" &&
  card.state !== "accepted" &&
  card.state !== "published";
