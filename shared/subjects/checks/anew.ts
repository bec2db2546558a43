import type { Cycle } from "../../domain/cycle/cycle.ts";
import { workOfProject } from "../../domain/office/edition-work.ts";
import { CheckStage } from "../../domain/procedure/stages.ts";
import type { Project } from "../../domain/project/project.ts";
import type { Deps } from "../../platform/deps.ts";
import { keys } from "../../store/keys.ts";
import { waits } from "../../store/work.ts";
import type { Write } from "../../store/write.ts";
import { type Card, STAGES } from "./rules.ts";
import { cardWrite, openChecks, touched, unbegun } from "./store.ts";
import { takenOff } from "./taken-off.ts";

interface Anew {
  readonly project: Project;
  readonly cycle: Cycle;
  /** Who changed the proposal, when, and why what was found holds no more. */
  readonly returned: NonNullable<Card["returned"]>;
}

/**
 * The office makes another text of a proposal: a verdict on the old one goes back to whoever fills the card in, and who does so at that moment
 * begins anew. What waits for somebody stands on the card, once there is one.
 */
export const foundAnew = async (
  { project, cycle, returned }: Anew,
  deps: Pick<Deps, "store">,
): Promise<{ readonly isBegun: boolean; readonly writes: Write[] }> => {
  const stage = CheckStage.options.find((one) => STAGES[one].waits === project.status);
  if (!stage) return { isBegun: false, writes: [] };
  const card = await openChecks(deps.store.table).get(cycle.id, stage, project.id);
  if (!card) return { isBegun: false, writes: [unbegun(keys.check(cycle.id, stage, project.id))] };
  if (card.state !== "to-accept" && card.state !== "accepted")
    return { isBegun: true, writes: [touched(card)] };
  const next: Card = { ...card, state: "assigned", accepted: undefined, returned };
  const work = workOfProject(project, cycle, returned.at);
  const off = card.state === "accepted" ? await takenOff(stage, card, deps) : [];
  return { isBegun: true, writes: [cardWrite(next, work && waits(work)), ...off] };
};
