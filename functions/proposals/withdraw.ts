import { z } from "zod";
import { audited } from "../../shared/acts/audited.ts";
import { tellAuthor } from "../../shared/acts/author-links.ts";
import { wake, wakeOverdue } from "../../shared/acts/wake.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { Project } from "../../shared/domain/project/project.ts";
import { decideWithdrawal } from "../../shared/domain/project/withdrawal.ts";
import { ok, type Result } from "../../shared/domain/result.ts";
import { line, paragraphs } from "../../shared/domain/text.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { routes } from "../routes.ts";
import type { Case } from "./decisions.ts";

export const OfficeWithdrawal = z
  .strictObject({ reason: paragraphs(1000), legalBasis: line(300) })
  .meta({ id: "OfficeWithdrawal", description: "Residents read both" });
export type OfficeWithdrawal = z.infer<typeof OfficeWithdrawal>;

/** The author takes a proposal back, until the list is frozen. */
export const withdrawByAuthor = async (
  { cycle, project, at }: { readonly cycle: Cycle; readonly project: Project; readonly at: Instant },
  deps: Deps,
): Promise<Result<Project>> => {
  const when = decideWithdrawal(cycle, project, "author");
  if (!when.ok) return when;
  const facts = { by: "author", reason: null, legalBasis: null } as const;
  const letters = await tellAuthor(project, "proposal/withdrawn", facts, at, deps);
  const out = await deps.store.projects.move(project, "withdraw", { at }, letters);
  if (out.ok) await wakeOverdue(cycle, at, deps);
  return out;
};

/**
 * The office takes a project out: before the freeze, or after the vote, when the count is done again without it. The second kind is a change
 * of the cycle, so that no result that was being published meanwhile leaves with the project in it.
 */
export const withdrawByOffice = async (
  { request, cycle, project }: Case,
  { reason, legalBasis }: OfficeWithdrawal,
  deps: Deps,
): Promise<Result<Project>> => {
  const when = decideWithdrawal(cycle, project, "office");
  if (!when.ok) return when;
  const { store } = deps;
  const at = request.receivedAt;
  const facts = { by: "office", reason, legalBasis } as const;
  const also = [
    audited({ ...request, route: routes.postOfficeWithdrawal }, project.id, {
      reason,
      facts: { legalBasis, when: when.value },
    }),
    ...(await tellAuthor(project, "proposal/withdrawn", facts, at, deps)),
  ];
  if (when.value === "before-freeze")
    return store.projects.move(project, "withdraw", { at, reason, set: { reason, legalBasis } }, also);
  const out = store.projects.takenOut(project, { at, reason, legalBasis });
  const changed = await store.cycles.change(cycle, {}, [out.write, ...also]);
  if (!changed.ok) return changed;
  await wake(changed.value, deps);
  return ok(out.project);
};
