import { audited, type Deed } from "../../../shared/acts/audited.ts";
import { wakeOverdue } from "../../../shared/acts/wake.ts";
import { OfficeWithdrawal, proposeWithdrawal } from "../../../shared/acts/withdraw-project.ts";
import { pathTo } from "../../../shared/domain/addresses.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { CheckStage } from "../../../shared/domain/procedure/stages.ts";
import { acceptedIn } from "../../../shared/domain/project/co-authors.ts";
import type { Project } from "../../../shared/domain/project/project.ts";
import { decideWithdrawal } from "../../../shared/domain/project/withdrawal.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { accept, asResult, type Result } from "../../../shared/domain/result.ts";
import { READERS } from "../../../shared/domain/upload/purposes.ts";
import { formState } from "../../../shared/pages/components/form-state.ts";
import type { Html } from "../../../shared/pages/html.ts";
import { link } from "../../../shared/pages/layout.ts";
import { type CaseAct, type CaseModel, caseView } from "../../../shared/pages/proposals/case.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type StaffRequest } from "../../../shared/platform/endpoint.ts";
import { frameIn } from "../../../shared/platform/frame.ts";
import { type Reply, seeOther, view } from "../../../shared/platform/http.ts";
import { detailOf, statusOf } from "../../../shared/platform/problem.ts";
import { pathOfAppeal, said as saidOfAppeals } from "../../../shared/subjects/appeals/pages.ts";
import { openAppeals } from "../../../shared/subjects/appeals/store.ts";
import { officeFiles } from "../../../shared/subjects/attachments/pages.ts";
import { photosIn, withPhotoSteps } from "../../../shared/subjects/attachments/rules.ts";
import { openAttachments } from "../../../shared/subjects/attachments/store.ts";
import { changesBetween } from "../../../shared/subjects/checks/corrections.ts";
import { keyedAnswer } from "../../../shared/subjects/checks/keyed-answer.ts";
import { editsPart, pathOfCard, said } from "../../../shared/subjects/checks/pages.ts";
import { STAGES } from "../../../shared/subjects/checks/rules.ts";
import { openChecks } from "../../../shared/subjects/checks/store.ts";
import { said as saidOfCoAuthors } from "../../../shared/subjects/coauthors/pages.ts";
import { pathOfMerging, said as saidOfMerging } from "../../../shared/subjects/merging/pages.ts";
import { pathOfList } from "../../../shared/subjects/supporters/pages.ts";
import { said as saidOfWishes } from "../../../shared/subjects/wishes/pages.ts";
import { routes } from "../../routes.ts";
import { ProjectPath, projectOf, rivalsOf } from "../project-of.ts";
import { faultyState, refusedState } from "./fields.ts";
import { projectPageModel } from "./models.ts";

interface Case {
  readonly request: Deed;
  readonly cycle: Cycle;
  readonly project: Project;
}

/** What this person may do with this project beside its cards, by role and by the project's state. */
const actsOf = async (
  { actor, words, receivedAt }: StaffRequest,
  { cycle, project }: Pick<Case, "cycle" | "project">,
  { store }: Deps,
) => {
  const { roles } = actor;
  const standing = await store.pending.standing(cycle.id, "withdraw-project", project.id);
  const waits =
    standing && receivedAt < standing.until
      ? detailOf(refusal("pending/waits", { name: standing.byName, until: standing.until }), words)
      : null;
  const acts: (CaseModel["acts"][number] | false)[] = [
    decideWithdrawal(cycle, project, "office").ok &&
      roles.includes("coordinator") && { act: "withdrawal", barred: waits },
  ];
  return { acts: acts.filter((act) => act !== false) };
};

/** The cards of a proposal, each with where it stands. */
const cardsOf = async (
  request: StaffRequest,
  project: Project,
  { store }: Deps,
): Promise<CaseModel["cards"]> => {
  const checks = openChecks(store.table);
  const { titles, states } = said(request);
  const begun = await Promise.all(
    CheckStage.options.map(async (stage) => ({
      stage,
      card: await checks.get(project.cycleId, stage, project.id),
    })),
  );
  const appealed = begun.some(({ card }) => card?.state === "published" && card.result === "rejected");
  const cards = begun.flatMap(({ stage, card }) => {
    const state = card?.state ?? (project.status === STAGES[stage].waits ? "assigned" : undefined);
    return state ? [{ path: pathOfCard(project, stage), title: titles[stage], state: states[state] }] : [];
  });
  if (!appealed) return cards;
  const [appeal] = await openAppeals(store.table).ofProject(project.cycleId, project.id);
  const w = saidOfAppeals(request);
  return [
    ...cards,
    { path: pathOfAppeal(project), title: w.title, state: w.states[appeal?.state ?? "none"] },
  ];
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
  const edits = await deps.store.projects.edits(project.id);
  const versions = [...edits.map(({ said: was }) => was), project];
  const changed = edits.map(({ at, said: was, wish }, n) => ({
    at,
    wish: wish && saidOfWishes(request).came(wish),
    changes: changesBetween(was, versions[n + 1] ?? project),
  }));
  const rivals = await rivalsOf(cycle, project.id, deps);
  const all = await openAttachments(deps.store.table).get(project.id, request.receivedAt);
  const { roles } = request.actor;
  const frame = frameIn(request, cycle);
  return caseView(frame, {
    project: projectPageModel({ cycle, project: withPhotoSteps(project, all), rivals }, request.language),
    mark: project.register?.mark ?? null,
    author: author ? { name: author.name, email: author.email ?? null, phone: author.phone ?? null } : null,
    merging: { path: pathOfMerging(project), title: saidOfMerging(request).title },
    coAuthors: {
      path: pathTo("officeCoAuthors", { cycleId: project.cycleId, projectId: project.id }),
      title: saidOfCoAuthors(request).title,
      names: acceptedIn(project).map(({ name }) => name),
    },
    supportersPath: pathOfList(project),
    edits: editsPart(frameIn(request, cycle), cycle, changed),
    cards: await cardsOf(request, project, deps),
    correction: await keyedAnswer(request, project, deps),
    files: officeFiles(frame, {
      cycleId: cycle.id,
      projectId: project.id,
      photos: photosIn(all),
      papers: (all?.files ?? []).filter(({ as, found }) => as !== "photo" && found),
      mayTakeDown: roles.some((role) => role === "verifier" || role === "coordinator"),
      mayRead: roles.some((role) => READERS.includes(role)),
      state: posted?.act === "photo" ? posted.state : formState(request.words),
    }),
    ...(await actsOf(request, { cycle, project }, deps)),
    posted,
  });
};

/** The page again, with what was posted and not taken. */
export const casePage = async (
  request: StaffRequest<ProjectPath>,
  posted: CaseModel["posted"],
  deps: Deps,
): Promise<Html> => page(request, await projectOf(request.params, deps), posted, deps);

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
