import { z } from "zod";
import type { Cycle } from "../domain/cycle/cycle.ts";
import type { PendingAct } from "../domain/office/pending.ts";
import type { Project } from "../domain/project/project.ts";
import { decideWithdrawal } from "../domain/project/withdrawal.ts";
import { refusal } from "../domain/refusals.ts";
import { accept, existing } from "../domain/result.ts";
import { line, paragraphs } from "../domain/text.ts";
import type { Deps } from "../platform/deps.ts";
import { checkUnmoved } from "./as-published.ts";
import { audited, type Deed, rowNamed } from "./audited.ts";
import { cycleOf } from "./cycle-of.ts";
import { propose } from "./propose.ts";
import { restOfWithdrawn } from "./rest-of-withdrawn.ts";
import type { TakesTwo } from "./takes-two.ts";
import { tellAuthor } from "./tell-author.ts";
import { wake } from "./wake.ts";

export const OfficeWithdrawal = z
  .strictObject({ reason: paragraphs(1000), legalBasis: line(300) })
  .meta({ id: "OfficeWithdrawal", description: "Residents read both" });
export type OfficeWithdrawal = z.infer<typeof OfficeWithdrawal>;

/**
 * The office takes a project out: before the freeze, or after the vote, when the count is done again without it. The second kind is a change
 * of the cycle, so that no result that was being published meanwhile leaves with the project in it.
 */
export const withdrawProject: TakesTwo<"withdraw-project"> = {
  names: {
    propose: "postOfficeWithdrawal",
    accept: "postOfficeWithdrawalAcceptance",
    refuse: "postOfficeWithdrawalRefusal",
    withdraw: "postPendingWithdrawal",
  },
  facts: ({ proposal: { project, legalBasis } }) => ({ number: project.number, legalBasis }),
  run: async (act, by, deps) => {
    const { cycleId, project: asked, reason, legalBasis } = act.proposal;
    const { store } = deps;
    const [cycle, project] = await Promise.all([
      cycleOf(cycleId, deps),
      store.projects.get(cycleId, asked.id).then(existing),
    ]);
    const when = accept(decideWithdrawal(cycle, project, "office"));
    accept(await checkUnmoved(project, deps));
    const at = by.receivedAt;
    const record = audited({ ...by, route: rowNamed("postOfficeWithdrawalAcceptance") }, cycleId, {
      reason,
      facts: { number: asked.number, legalBasis, when, proposedBy: act.byName },
    });
    const told = { by: "office", reason, legalBasis } as const;
    const letters = await tellAuthor(project, "proposal/withdrawn", told, at, deps);
    const rest = await restOfWithdrawn(project, at, deps);
    return async (settling) => {
      const also = [...settling, record, ...letters];
      if (when === "before-freeze")
        return store.projects.move(project, "withdraw", { at, reason, set: { reason, legalBasis } }, [
          ...also,
          ...rest,
        ]);
      const { write } = await store.projects.takenOut(project, { at, reason, legalBasis });
      return store.cycles.change(cycle, { hasTakenOut: true }, [write, ...also]);
    };
  },
  follow: async ({ proposal: { cycleId } }, deps) => {
    await wake({ id: cycleId }, deps);
  },
};

interface Withdrawing {
  readonly by: Deed;
  readonly cycle: Cycle;
  readonly project: Project;
  readonly asked: OfficeWithdrawal;
}

/** Proposes to take a project out. What waits for a second person is not replaced. */
export const proposeWithdrawal = async (
  { by, cycle, project, asked }: Withdrawing,
  deps: Deps,
): Promise<PendingAct<"withdraw-project">> => {
  accept(decideWithdrawal(cycle, project, "office"));
  const { id: cycleId, edition } = cycle;
  const { id, number, title } = project;
  return await propose(
    withdrawProject,
    {
      kind: "withdraw-project",
      proposal: { cycleId, edition, project: { id, number, title }, ...asked },
      by,
      kept: ({ byName: name, until }) => refusal("pending/waits", { name, until }),
    },
    deps,
  );
};
