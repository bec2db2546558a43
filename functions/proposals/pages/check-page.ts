import { checkSubmission } from "../../../shared/acts/enrol-proposal.ts";
import { completed, submitDraft, type Writing } from "../../../shared/acts/write-proposal.ts";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { lacksOf } from "../../../shared/domain/project/answers.ts";
import { type Draft, TASK_FIELDS, TASKS, type Task } from "../../../shared/domain/project/draft.ts";
import { checkCall } from "../../../shared/domain/project/proposal.ts";
import { proposalFormOf } from "../../../shared/domain/project/proposal-form.ts";
import type { Refusal } from "../../../shared/domain/refusals.ts";
import { accept, Refused } from "../../../shared/domain/result.ts";
import type { Html } from "../../../shared/pages/html.ts";
import { link } from "../../../shared/pages/layout.ts";
import { checkView } from "../../../shared/pages/proposals/draft.ts";
import { TASK_SLUGS } from "../../../shared/pages/proposals/slugs.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type Request } from "../../../shared/platform/endpoint.ts";
import { frameIn } from "../../../shared/platform/frame.ts";
import { seeOther, view } from "../../../shared/platform/http.ts";
import { detailOf } from "../../../shared/platform/problem.ts";
import { routes } from "../../routes.ts";
import { AuthorPath } from "../project-of.ts";
import { answerRows, labelOf, writingAt } from "./author-place.ts";

type OfDraft = Extract<Writing, { draft: Draft }>;

const taskOf = (field: string): Task =>
  TASKS.find((task) => (TASK_FIELDS[task] as readonly string[]).includes(field)) ?? "idea";

const TASK_OF: Partial<Record<Refusal["code"], Task>> = {
  "project/over-cap": "cost",
  "project/elsewhere": "place",
};

type Lacking = Parameters<typeof checkView>[1]["lacking"];

/** What keeps a draft from being submitted, each with the page where it is mended. */
const lackingIn = (request: Request, { cycle, draft }: OfDraft, deps: Deps): Lacking => {
  const { words, receivedAt: submittedAt } = request;
  const form = proposalFormOf(cycle.ruleSet);
  const missing = lacksOf(form, draft.answers).map((field) => ({
    text: labelOf(cycle, field, request),
    task: taskOf(field),
  }));
  if (missing.length > 0) return missing;
  const proposal = completed(cycle, draft.answers, draft.email);
  const fits = proposal.ok
    ? checkSubmission(cycle, { proposal: proposal.value, submittedAt }, "/cost", deps)
    : proposal;
  if (fits.ok) return [];
  const { refusal } = fits;
  return [{ text: detailOf(refusal, words), task: TASK_OF[refusal.code] ?? "idea" }];
};

const page = (request: Request<AuthorPath>, writing: OfDraft, deps: Deps): Html => {
  const { params: place } = request;
  const { cycle, draft } = writing;
  const hrefOf = (task: Task): string =>
    link(request, pathTo("authorTask", { ...place, task: TASK_SLUGS[task] }));
  return checkView(frameIn(request, cycle), {
    place,
    rows: answerRows(cycle, draft.answers, TASKS, request, hrefOf),
    lacking: lackingIn(request, writing, deps),
  });
};

export const getAuthorCheck = endpoint(routes.getAuthorCheck, {
  summary: "A proposal as it will be shown, before it is submitted",
  params: AuthorPath,
  handle: async (request, deps) => {
    const writing = await writingAt(request.params, deps);
    if (!writing.draft) return seeOther(link(request, pathTo("author", request.params)));
    accept(checkCall(writing.cycle, request.receivedAt));
    return view(page(request, writing, deps));
  },
});

export const postAuthorCheck = endpoint(routes.postAuthorCheck, {
  summary: "Submit a proposal",
  params: AuthorPath,
  handle: async (request, deps) => {
    const { params, receivedAt: at } = request;
    const writing = await writingAt(params, deps);
    if (writing.draft) {
      const submitted = await submitDraft(writing, at, deps);
      // Pressed twice, or saved meanwhile: what stands there now says which.
      const now = submitted.ok ? undefined : await writingAt(params, deps);
      if (now?.draft && !submitted.ok) {
        if (submitted.refusal.code === "project/call-closed") throw new Refused(submitted.refusal);
        return view(page(request, now, deps), 422);
      }
    }
    return seeOther(link(request, pathTo("author", params)));
  },
});
