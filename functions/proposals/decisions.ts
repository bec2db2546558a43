import { z } from "zod";
import { audited, type Deed } from "../../shared/acts/audited.ts";
import { tellAuthor } from "../../shared/acts/author-links.ts";
import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { Grosze } from "../../shared/domain/money.ts";
import { workOfProject } from "../../shared/domain/office/edition-work.ts";
import { appealUntil } from "../../shared/domain/project/appeal.ts";
import { checkPhase, checkSupporters } from "../../shared/domain/project/decision.ts";
import { costOf, type Project } from "../../shared/domain/project/project.ts";
import { checkCost } from "../../shared/domain/project/proposal.ts";
import type { Result } from "../../shared/domain/result.ts";
import { paragraphs } from "../../shared/domain/text.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { routes } from "../routes.ts";

const Reasons = paragraphs(4000);

/** A resident reads the reasons: a refusal without them does not exist. */
export const FormalCheck = z
  .discriminatedUnion("result", [
    z.strictObject({ result: z.literal("accepted"), reasons: Reasons.optional() }),
    z.strictObject({ result: z.literal("rejected"), reasons: Reasons }),
  ])
  .meta({ id: "FormalCheck" });
export type FormalCheck = z.infer<typeof FormalCheck>;

export const Admission = z
  .discriminatedUnion("result", [
    z.strictObject({ result: z.literal("admitted"), costGrosze: Grosze.min(1), reasons: Reasons.optional() }),
    z.strictObject({ result: z.literal("not-admitted"), reasons: Reasons }),
  ])
  .meta({ id: "Admission" });
export type Admission = z.infer<typeof Admission>;

export interface Case {
  readonly request: Deed;
  readonly cycle: Cycle;
  readonly project: Project;
}

export const decideFormally = async (
  { request, cycle, project }: Case,
  { result, reasons }: FormalCheck,
  deps: Deps,
): Promise<Result<Project>> => {
  const inTime = checkPhase("formal-check", cycle);
  if (!inTime.ok) return inTime;
  const backed = checkSupporters(cycle, project);
  if (result === "accepted" && !backed.ok) return backed;
  const at = request.receivedAt;
  const deed = audited({ ...request, route: routes.postFormalCheck }, project.id, {
    ...(reasons !== undefined && { reason: reasons }),
    facts: { result },
  });
  const { move } = deps.store.projects;
  if (result === "accepted")
    return move(
      project,
      "accept-formally",
      { at, reason: reasons, work: workOfProject({ ...project, status: "formally-accepted" }, cycle, at) },
      [deed, ...(await tellAuthor(project, "proposal/accepted", {}, at, deps))],
    );
  const facts = { reasons, appealUntil: appealUntil(cycle, at) };
  return move(project, "reject", { at, reason: reasons, set: { reason: reasons } }, [
    deed,
    ...(await tellAuthor(project, "proposal/rejected", facts, at, deps)),
  ]);
};

/** What the letter about an admission tells: the cost, verified beside estimated, and when the vote is. */
export const admittedFacts = ({ calendar }: Cycle, project: Project) => {
  const voting = entryOf(calendar, "voting");
  return {
    estimatedCostGrosze: project.estimatedCostGrosze,
    costGrosze: costOf(project),
    reasons: null,
    voting: voting ? { startsAt: voting.startsAt, endsAt: voting.endsAt } : null,
  };
};

export const decideAdmission = async (
  { request, cycle, project }: Case,
  admission: Admission,
  deps: Deps,
): Promise<Result<Project>> => {
  const inTime = checkPhase("admission", cycle);
  if (!inTime.ok) return inTime;
  const at = request.receivedAt;
  const { result, reasons } = admission;
  const cost = result === "admitted" ? { cost: admission.costGrosze } : {};
  const deed = audited({ ...request, route: routes.postAdmission }, project.id, {
    ...(reasons !== undefined && { reason: reasons }),
    facts: { result, ...cost },
  });
  const { move } = deps.store.projects;
  if (admission.result === "not-admitted") {
    const facts = { reasons: admission.reasons, appealUntil: appealUntil(cycle, at) };
    return move(project, "not-admit", { at, reason: reasons, set: { reason: admission.reasons } }, [
      deed,
      ...(await tellAuthor(project, "proposal/not-admitted", facts, at, deps)),
    ]);
  }
  const { costGrosze } = admission;
  const fits = checkCost(cycle, project.pool, { grosze: costGrosze, pointer: "/costGrosze" });
  if (!fits.ok) return fits;
  const facts = { ...admittedFacts(cycle, { ...project, costGrosze }), reasons: reasons ?? null };
  return move(project, "admit", { at, reason: reasons, set: { costGrosze } }, [
    deed,
    ...(await tellAuthor(project, "proposal/admitted", facts, at, deps)),
  ]);
};
