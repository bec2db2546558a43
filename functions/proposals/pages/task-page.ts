import { z } from "zod";
import { answersFrom, TaskForm, typedFrom } from "../../../shared/acts/answer-fields.ts";
import { checkPlaceAndCost } from "../../../shared/acts/enrol-proposal.ts";
import { similarTo, usualCost } from "../../../shared/acts/similar-projects.ts";
import { answersOf, saveTask, timesOf, type Writing } from "../../../shared/acts/write-proposal.ts";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { PoolId, poolOf } from "../../../shared/domain/cycle/cycle.ts";
import { type Answers, tooLong } from "../../../shared/domain/project/answers.ts";
import { type Task, withTask } from "../../../shared/domain/project/draft.ts";
import { checkCall, checkCategory } from "../../../shared/domain/project/proposal.ts";
import { proposalFormOf } from "../../../shared/domain/project/proposal-form.ts";
import { notValid } from "../../../shared/domain/refusals.ts";
import { accept, ok, type Result, refused } from "../../../shared/domain/result.ts";
import {
  type FormState,
  formState,
  offersTaken,
  typedAt,
} from "../../../shared/pages/components/form-state.ts";
import type { Html } from "../../../shared/pages/html.ts";
import { link } from "../../../shared/pages/layout.ts";
import { questionsOf, sayIn } from "../../../shared/pages/proposals/questions.ts";
import { taskView } from "../../../shared/pages/proposals/task.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type Request } from "../../../shared/platform/endpoint.ts";
import { frameIn } from "../../../shared/platform/frame.ts";
import { seeOther, view } from "../../../shared/platform/http.ts";
import { routes } from "../../routes.ts";
import {
  answerRows,
  callEnd,
  costOfAnswers,
  TaskPath as Path,
  type TaskPath,
  taskAt,
  writingAt,
} from "./author-place.ts";
import { clickedIn, outlinesModel, poolOfDistrict } from "./clicked-point.ts";
import { faultyState } from "./fields.ts";
import { categoryChoices, poolName } from "./models.ts";
import { stateRefused } from "./refused-answers.ts";

interface Shown {
  readonly state: FormState;
  /** Saved elsewhere since the form was made. */
  readonly isConflict?: boolean;
  /** How often it had been saved when the form was made, where that is not now. */
  readonly times?: string | undefined;
}

const page = async (
  request: Request<TaskPath>,
  writing: Writing,
  { state, isConflict = false, times }: Shown,
  deps: Deps,
): Promise<Html> => {
  const { params, words, language } = request;
  const task = taskAt(params);
  const { cycle, draft, project } = writing;
  const answers = answersOf(writing);
  const pool = answers.pool === undefined ? undefined : poolOf(cycle, answers.pool);
  const { task: _task, ...place } = params;
  return taskView(frameIn(request, cycle), {
    place,
    task,
    questions: questionsOf(cycle, task, request),
    pools: cycle.pools.map(({ id, capGrosze }) => [
      id,
      words.proposalForm.poolOption(poolName(cycle, id, language), words.format.shortMoney(capGrosze)),
    ]),
    categories: categoryChoices(cycle, language),
    city: request.city,
    poolOfDistrict: (district) => poolOfDistrict(writing, district),
    outlines: task === "place" ? outlinesModel(writing, state.typed, request.city) : null,
    fixedPool: project ? poolName(cycle, project.pool, language) : null,
    cap: pool
      ? {
          pool: poolName(cycle, pool.id, language),
          capGrosze: pool.capGrosze,
          leftGrosze: pool.capGrosze - costOfAnswers(answers),
        }
      : null,
    usualGrosze: task === "cost" ? await usualFor(writing, deps) : null,
    guardianBelowAge: proposalFormOf(cycle.ruleSet).guardianBelowAge ?? 0,
    times: times ?? String(timesOf(writing, task)),
    editedUntil: project ? callEnd(cycle) : null,
    conflict: isConflict
      ? {
          at: draft?.saved[task]?.at ?? project?.history.at(-1)?.at ?? null,
          rows: answerRows(cycle, answers, [task], request),
        }
      : null,
    state,
  });
};

const usualFor = async (writing: Writing, deps: Deps): Promise<number | null> => {
  const { title, pool } = answersOf(writing);
  const { id } = writing.draft ?? writing.project;
  return title === undefined ? null : usualCost(await similarTo({ id, title, pool }, deps));
};

/** What can be said of a page by itself: its lengths, and that place and cost fit the pool. */
const checkPage = (writing: Writing, task: Task, answers: Answers, deps: Deps): Result<void> => {
  const { cycle } = writing;
  const long = tooLong(proposalFormOf(cycle.ruleSet), answers);
  if (long.length > 0)
    return refused(
      notValid(long.map(({ field, limit }) => ({ pointer: `/${field}`, rule: "too-long", limit }))),
    );
  if (task === "idea") return checkCategory(cycle.ruleSet, answers.category, "/category");
  const all = withTask(answersOf(writing), task, answers);
  const { pool, point } = all;
  if (pool === undefined || task === "author") return ok(undefined);
  return checkPlaceAndCost(
    cycle,
    {
      pool,
      location: task === "place" ? point : undefined,
      grosze: task === "cost" ? costOfAnswers(all) : 0,
    },
    deps,
  );
};

export const getAuthorTask = endpoint(routes.getAuthorTask, {
  summary: "One page of a proposal that its author writes or changes",
  params: Path,
  query: z.object({ pool: PoolId.optional() }),
  handle: async (request, deps) => {
    const writing = await writingAt(request.params, deps, taskAt(request.params));
    accept(checkCall(writing.cycle, request.receivedAt));
    const answers = answersOf(writing);
    const { pool = answers.pool } = request.query;
    const typed = typedFrom({ ...answers, pool });
    return view(await page(request, writing, { state: formState(request.words, { typed }) }, deps));
  },
});

export const postAuthorTask = endpoint(routes.postAuthorTask, {
  summary: "Save one page of a proposal",
  params: Path,
  body: TaskForm,
  invalid: async (issues, typed, request, deps) => {
    const { words, params } = request;
    const writing = await writingAt(params, deps, taskAt(params));
    // A click on the outlines is no answer yet, and nothing is saved of it.
    const clicked = clickedIn(typed, writing, request);
    if (clicked) {
      const state = formState(words, clicked);
      const status = clicked.faults.length > 0 ? 422 : 200;
      return view(await page(request, writing, { state, times: typedAt(state, "times") }, deps), status);
    }
    const state = faultyState(words, { typed: offersTaken(typed), issues, say: sayIn(words) });
    return view(await page(request, writing, { state }, deps), 422);
  },
  handle: async (request, deps) => {
    const { params, body, words, language, receivedAt: at } = request;
    const task = taskAt(params);
    const writing = await writingAt(params, deps, task);
    const answers = answersFrom(body, task);
    const typed = typedFrom(answers);
    const fits = checkPage(writing, task, answers, deps);
    const saved = fits.ok
      ? await saveTask(
          () => writingAt(params, deps, task),
          { task, answers, times: Number(body.times), at, language },
          deps,
        )
      : fits;
    const { task: _task, ...place } = params;
    if (saved.ok)
      return seeOther(link(request, body.act === "more" ? request.path : pathTo("author", place)));
    if (saved.refusal.code === "request/changed-since")
      return view(
        await page(
          request,
          await writingAt(params, deps, task),
          { state: formState(words, { typed }), isConflict: true },
          deps,
        ),
        409,
      );
    const state = stateRefused(request, { cycle: writing.cycle, task }, saved.refusal, typed);
    return view(await page(request, writing, { state }, deps), 422);
  },
});
