import { refusedForm, wrongForm } from "../../../shared/acts/posted.ts";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { existing, Refused } from "../../../shared/domain/result.ts";
import { type FormState, formState } from "../../../shared/pages/components/form-state.ts";
import { link } from "../../../shared/pages/layout.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type Request } from "../../../shared/platform/endpoint.ts";
import { frameIn } from "../../../shared/platform/frame.ts";
import { type Reply, seeOther, view } from "../../../shared/platform/http.ts";
import { statusOf } from "../../../shared/platform/problem.ts";
import { contestedOf, fileAppeal } from "../../../shared/subjects/appeals/filing.ts";
import { appealForm, type TextFields } from "../../../shared/subjects/appeals/form.ts";
import { authorAppealView, said, textFor } from "../../../shared/subjects/appeals/pages.ts";
import { routes } from "../../routes.ts";
import { AuthorPath, ownProjectOf } from "../project-of.ts";

const behind = async (request: Request<AuthorPath>, deps: Deps) => ownProjectOf(request.params, deps);

const page = async (
  request: Request<AuthorPath>,
  state: FormState,
  deps: Deps,
  status = 200,
): Promise<Reply> => {
  const of = await behind(request, deps);
  const contested = existing(await contestedOf(of, deps));
  const back = pathTo("author", request.params);
  const frame = frameIn(request, of.cycle);
  const w = said(frame).author;
  const texts: TextFields = {
    criteria: contested.failed.map(({ id, title }) => ({ id, label: w.point(textFor(frame, title)) })),
    carried: { stage: contested.stage },
  };
  const fields = appealForm.fields(state, {} as never, texts as never);
  return view(authorAppealView(frame, { contested, state, fields, back }), status);
};

export const getAppealForm = endpoint(routes.getAppealForm, {
  summary: "What an author can appeal against, and the form for it",
  params: AuthorPath,
  handle: async (request, deps) => {
    const contested = existing(await contestedOf(await behind(request, deps), deps));
    if (contested.until <= request.receivedAt)
      throw new Refused(refusal("appeal/over", { endedAt: contested.until }));
    return page(request, formState(request.words), deps);
  },
});

export const postAppealForm = endpoint(routes.postAppealForm, {
  summary: "Appeal against a published verdict",
  params: AuthorPath,
  body: appealForm.posted,
  invalid: (issues, typed, request, deps) =>
    page(request, formState(request.words, wrongForm(issues, typed, appealForm.names)), deps, 422),
  handle: async (request, deps) => {
    const { words, receivedAt: at, params, body } = request;
    const of = await behind(request, deps);
    const outcome = await fileAppeal(of, body.value, { by: "online", at, enteredAt: at }, deps);
    // Pressed twice, it is filed once.
    if (outcome.ok || outcome.refusal.code === "appeal/filed")
      return seeOther(link(request, pathTo("author", params)));
    if (outcome.refusal.code === "appeal/nothing") throw new Refused(outcome.refusal);
    const posted = refusedForm(outcome.refusal, appealForm, { body, words });
    return page(request, formState(words, posted), deps, statusOf(outcome.refusal));
  },
});
