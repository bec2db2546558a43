import { z } from "zod";
import { audited } from "../../../shared/acts/audited.ts";
import { wakeOverdue } from "../../../shared/acts/wake.ts";
import { OfficeWithdrawal, proposeWithdrawal } from "../../../shared/acts/withdraw-project.ts";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { poolOf } from "../../../shared/domain/cycle/cycle.ts";
import { checkPhase, checkSupporters } from "../../../shared/domain/project/decision.ts";
import { decideWithdrawal } from "../../../shared/domain/project/withdrawal.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { accept, asResult, type Result } from "../../../shared/domain/result.ts";
import { mayBeEmpty, paragraphs } from "../../../shared/domain/text.ts";
import type { Html } from "../../../shared/pages/html.ts";
import { link } from "../../../shared/pages/layout.ts";
import { type CaseAct, type CaseModel, caseView } from "../../../shared/pages/proposals/case.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type StaffRequest } from "../../../shared/platform/endpoint.ts";
import { frameIn } from "../../../shared/platform/frame.ts";
import { type Reply, seeOther, view } from "../../../shared/platform/http.ts";
import { detailOf, statusOf } from "../../../shared/platform/problem.ts";
import { pathOfList } from "../../../shared/subjects/supporters/pages.ts";
import { routes } from "../../routes.ts";
import {
  type Admission,
  type Case,
  decideAdmission,
  decideFormally,
  type FormalCheck,
} from "../decisions.ts";
import { ProjectPath, projectOf, rivalsOf } from "../project-of.ts";
import { faultyState, refusedState, ZlotyField } from "./fields.ts";
import { projectPageModel } from "./models.ts";

/** What this person may do with this project: by role and by the project's state; what the cycle's phase or its supporters bar, with the reason. */
const actsOf = async (
  { actor, words, receivedAt }: StaffRequest,
  { cycle, project }: Pick<Case, "cycle" | "project">,
  { store }: Deps,
) => {
  const { roles } = actor;
  const why = (checked: Result<void>): string | null =>
    checked.ok ? null : detailOf(checked.refusal, words);
  const standing = await store.pending.standing(cycle.id, "withdraw-project", project.id);
  const waits =
    standing && receivedAt < standing.until
      ? detailOf(refusal("pending/waits", { name: standing.byName, until: standing.until }), words)
      : null;
  const acts: (CaseModel["acts"][number] | false)[] = [
    project.status === "submitted" &&
      roles.includes("verifier") && { act: "formal", barred: why(checkPhase("formal-check", cycle)) },
    project.status === "formally-accepted" &&
      roles.includes("coordinator") && { act: "admission", barred: why(checkPhase("admission", cycle)) },
    decideWithdrawal(cycle, project, "office").ok &&
      roles.includes("coordinator") && { act: "withdrawal", barred: waits },
  ];
  return {
    acts: acts.filter((act) => act !== false),
    unsupported: why(checkSupporters(cycle, project)),
  };
};

const page = async (
  request: StaffRequest,
  { cycle, project }: Pick<Case, "cycle" | "project">,
  posted: CaseModel["posted"],
  deps: Deps,
): Promise<Html> => {
  // The author's name and address are on this page, so that opening it leaves a record.
  accept(await deps.store.table.write([audited({ ...request, route: routes.getStaffProject }, project.id)]));
  const { author } = project;
  const rivals = await rivalsOf(cycle, project.id, deps);
  return caseView(frameIn(request, cycle), {
    project: projectPageModel({ cycle, project, rivals }, request.language),
    author: author ? { name: author.name, email: author.email ?? null } : null,
    supportersPath: pathOfList(project),
    capGrosze: poolOf(cycle, project.pool)?.capGrosze ?? 0,
    ...(await actsOf(request, { cycle, project }, deps)),
    posted,
  });
};

export const getCase = endpoint(routes.getCase, {
  summary: "One proposal, with the decision that is due",
  params: ProjectPath,
  handle: async (request, deps) =>
    view(await page(request, await projectOf(request.params, deps), undefined, deps)),
});

/** The form again, with what was typed and what is wrong. */
const faulty =
  (act: CaseAct) =>
  async (
    issues: Parameters<typeof faultyState>[1]["issues"],
    typed: unknown,
    request: StaffRequest<ProjectPath>,
    deps: Deps,
  ) => {
    const { words } = request;
    const state = faultyState(words, { typed, issues, say: words.checks.say });
    return view(await page(request, await projectOf(request.params, deps), { act, state }, deps), 422);
  };

interface Posted {
  readonly act: CaseAct;
  readonly typed: unknown;
  /** The field beside which a refusal is shown. */
  readonly field: string;
  readonly decide: (one: Case) => Promise<Result<unknown>>;
}

const decided = async (request: StaffRequest<ProjectPath>, posted: Posted, deps: Deps): Promise<Reply> => {
  const { act, typed, field, decide } = posted;
  const { cycle, project } = await projectOf(request.params, deps);
  const outcome = await decide({ request, cycle, project });
  if (outcome.ok) {
    await wakeOverdue(cycle, request.receivedAt, deps);
    return seeOther(
      link(request, pathTo("officeProposal", { cycleId: project.cycleId, projectId: project.id })),
    );
  }
  const { refusal } = outcome;
  const state = refusedState(request.words, typed, refusal, refusal.pointer === undefined ? act : field);
  const model = await page(request, await projectOf(request.params, deps), { act, state }, deps);
  return view(model, statusOf(refusal));
};

const FormalForm = z
  .strictObject({ result: z.enum(["accepted", "rejected"]), reasons: mayBeEmpty(paragraphs(4000)) })
  .refine(({ result, reasons }) => result === "accepted" || reasons !== undefined, {
    path: ["reasons"],
    params: { rule: "required" },
  });

export const postFormalCheckForm = endpoint(routes.postFormalCheckForm, {
  summary: "Decide the formal check",
  params: ProjectPath,
  body: FormalForm,
  invalid: faulty("formal"),
  handle: (request, deps) => {
    const { body } = request;
    const decide = (one: Case) => decideFormally(one, body as FormalCheck, deps);
    return decided(request, { act: "formal", typed: body, field: "result", decide }, deps);
  },
});

const AdmissionForm = z
  .strictObject({
    result: z.enum(["admitted", "not-admitted"]),
    cost: ZlotyField,
    reasons: mayBeEmpty(paragraphs(4000)),
  })
  .refine(({ result, reasons }) => result === "admitted" || reasons !== undefined, {
    path: ["reasons"],
    params: { rule: "required" },
  });

const admissionOf = ({ result, cost, reasons }: z.infer<typeof AdmissionForm>): Admission =>
  result === "admitted"
    ? { result, costGrosze: cost, ...(reasons !== undefined && { reasons }) }
    : { result, reasons: reasons ?? "" };

export const postAdmissionForm = endpoint(routes.postAdmissionForm, {
  summary: "Decide the admission to the vote",
  params: ProjectPath,
  body: AdmissionForm,
  invalid: faulty("admission"),
  handle: (request, deps) => {
    const { body } = request;
    const typed = { ...body, cost: String(body.cost / 100).replace(".", ",") };
    const decide = (one: Case) => decideAdmission(one, admissionOf(body), deps);
    return decided(request, { act: "admission", typed, field: "cost", decide }, deps);
  },
});

export const postOfficeWithdrawalForm = endpoint(routes.postOfficeWithdrawalForm, {
  summary: "Take a project out",
  params: ProjectPath,
  body: OfficeWithdrawal,
  invalid: faulty("withdrawal"),
  handle: (request, deps) => {
    const { body } = request;
    const decide = ({ request: by, ...one }: Case) =>
      asResult(() => proposeWithdrawal({ by, ...one, asked: body }, deps));
    return decided(request, { act: "withdrawal", typed: body, field: "reason", decide }, deps);
  },
});
