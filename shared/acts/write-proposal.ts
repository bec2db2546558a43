import type { Cycle } from "../domain/cycle/cycle.ts";
import { workOfProject } from "../domain/office/edition-work.ts";
import { type Answers, answersIn, lacksOf, proposalFrom } from "../domain/project/answers.ts";
import { changedIn, type Draft, draftGoesAt, type Task, withTask } from "../domain/project/draft.ts";
import type { Project } from "../domain/project/project.ts";
import { checkCall, type Proposal, withEstimate } from "../domain/project/proposal.ts";
import { proposalFormOf } from "../domain/project/proposal-form.ts";
import { notValid, refusal } from "../domain/refusals.ts";
import { ok, type Result, refused } from "../domain/result.ts";
import { epochSeconds, type Instant } from "../domain/time.ts";
import type { Deps } from "../platform/deps.ts";
import { keepAttachments, noAttachments, openAttachments } from "../subjects/attachments/store.ts";
import { checkSubmission, enrolProposal } from "./enrol-proposal.ts";

/** What an author writes on: a draft, or the proposal that it has become. */
export type Writing =
  | { readonly cycle: Cycle; readonly draft: Draft; readonly project?: undefined }
  | { readonly cycle: Cycle; readonly project: Project; readonly draft?: undefined };

export const answersOf = ({ draft, project }: Writing): Answers =>
  draft ? draft.answers : answersIn(project);

/** How often a page was saved: a form that was made before the last time is told of it. */
export const timesOf = ({ draft, project }: Writing, task: Task): number =>
  draft ? (draft.saved[task]?.times ?? 0) : project.version;

interface Save {
  readonly task: Task;
  readonly answers: Answers;
  /** How often the page had been saved when its form was made. */
  readonly times: number;
  readonly at: Instant;
  readonly language: Draft["language"];
}

/** The answers as a proposal whose every page is filled in. */
export const completed = ({ ruleSet }: Cycle, answers: Answers, email: string): Result<Proposal> => {
  const lacking = lacksOf(proposalFormOf(ruleSet), answers);
  const proposal = lacking.length === 0 ? proposalFrom(answers, email) : undefined;
  if (proposal) return withEstimate(proposal);
  return refused(notValid(lacking.map((field) => ({ pointer: `/${field}`, rule: "required" }))));
};

const editProject = async (
  { cycle, project }: Extract<Writing, { project: Project }>,
  { task, answers, at }: Save,
  deps: Deps,
): Promise<Result<void>> => {
  const before = answersIn(project);
  const after = { ...withTask(before, task, answers), pool: project.pool };
  const changed = changedIn(before, after, task);
  if (changed.length === 0) return ok(undefined);
  if (project.status !== "submitted") return refused(refusal("project/state", { status: project.status }));
  const proposal = completed(cycle, after, project.author?.email ?? "");
  if (!proposal.ok) return proposal;
  const fits = checkSubmission(cycle, { proposal: proposal.value, submittedAt: at }, "/cost", deps);
  if (!fits.ok) return fits;
  const { author, pool: _pool, ...said } = proposal.value;
  const own = {
    ...said,
    author: project.author && { ...project.author, ...author, email: project.author.email },
  };
  const work = workOfProject({ ...project, ...said }, cycle, at);
  const edited = await deps.store.projects.edit(project, own, { at, changed, work });
  return edited.ok ? ok(undefined) : edited;
};

const saveDraft = async ({ cycle, draft }: Extract<Writing, { draft: Draft }>, save: Save, deps: Deps) => {
  const { task, answers, at, language } = save;
  return deps.store.drafts.save(draft, {
    answers: withTask(draft.answers, task, answers),
    saved: { ...draft.saved, [task]: { at, times: timesOf({ cycle, draft }, task) + 1 } },
    expiresAtSeconds: epochSeconds(draftGoesAt(cycle, at)),
    language,
  });
};

/** Tries of one save: two pages of one draft that are saved at once are both saved. */
const TRIES = 5;

/**
 * Saves a page. The same page sent twice is saved once; one that was saved elsewhere since its form was made is refused with
 * `request/changed-since`, and nothing is lost.
 */
export const saveTask = async (
  read: () => Promise<Writing>,
  save: Save,
  deps: Deps,
): Promise<Result<void>> => {
  for (let tries = 1; ; tries++) {
    const writing = await read();
    const open = checkCall(writing.cycle, save.at);
    if (!open.ok) return open;
    const times = timesOf(writing, save.task);
    const isSaved = writing.draft === undefined || times > 0;
    if (isSaved && changedIn(answersOf(writing), save.answers, save.task).length === 0) return ok(undefined);
    if (times !== save.times) return refused(refusal("request/changed-since", { version: times }));
    const saved = writing.draft
      ? await saveDraft(writing, save, deps)
      : await editProject(writing, save, deps);
    if (saved.ok || saved.refusal.code !== "request/changed-since" || tries === TRIES) return saved;
  }
};

/** The draft becomes a proposal with a number. Pressed twice, it is one. */
export const submitDraft = async (
  { cycle, draft }: Extract<Writing, { draft: Draft }>,
  at: Instant,
  deps: Deps,
): Promise<Result<unknown>> => {
  const proposal = completed(cycle, draft.answers, draft.email);
  if (!proposal.ok) return proposal;
  const { id, cycleId, language, fingerprint, coAuthors } = draft;
  const submission = {
    ...{ id, cycleId, proposal: proposal.value, language, fingerprint, coAuthors },
    submittedAt: at,
  };
  const fits = checkSubmission(cycle, submission, "/cost", deps);
  if (!fits.ok) return fits;
  return enrolProposal(submission, cycle, deps, undefined, async () => {
    const files = await openAttachments(deps.store.table).get(id, at);
    return [await deps.store.drafts.drop(draft), files ? keepAttachments(files) : noAttachments(id)];
  });
};
