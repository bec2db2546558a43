import { z } from "zod";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { CoAuthorId } from "../../../shared/domain/ids.ts";
import { mostCoAuthors } from "../../../shared/domain/project/co-authors.ts";
import { proposalFormOf } from "../../../shared/domain/project/proposal-form.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { accept, Refused } from "../../../shared/domain/result.ts";
import { type FormState, formState } from "../../../shared/pages/components/form-state.ts";
import { link } from "../../../shared/pages/layout.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type Request } from "../../../shared/platform/endpoint.ts";
import { formKey, frameIn } from "../../../shared/platform/frame.ts";
import { type Reply, seeOther, view } from "../../../shared/platform/http.ts";
import { statusOf } from "../../../shared/platform/problem.ts";
import {
  headOf,
  invite,
  mayName,
  recordOf,
  stepCoAuthor,
} from "../../../shared/subjects/coauthors/naming.ts";
import { coAuthorsView, said } from "../../../shared/subjects/coauthors/pages.ts";
import { NewCoAuthor } from "../../../shared/subjects/coauthors/rules.ts";
import { routes } from "../../routes.ts";
import { namedBy, subjectOfStep } from "../co-authors.ts";
import { AuthorPath } from "../project-of.ts";
import { faultyState, refusedState } from "./fields.ts";

const Form = NewCoAuthor.extend({ key: z.string().optional() });
const Step = z.strictObject({
  event: z.enum(["accept", "decline", "leave", "take-back"]),
  coAuthorId: CoAuthorId.optional(),
  isNamePublic: z.literal("yes").optional(),
});

const page = async (
  request: Request<AuthorPath>,
  state: FormState,
  deps: Deps,
  { status = 200, key = request.key ?? formKey(deps) }: { status?: number; key?: string } = {},
): Promise<Reply> => {
  const { named, holder } = await namedBy(request.params, deps);
  if (holder !== "author") throw new Refused(refusal("thing/not-found", {}));
  const model = {
    place: request.params,
    items: recordOf(named).coAuthors ?? [],
    most: mostCoAuthors(proposalFormOf(named.cycle.ruleSet)),
    mayName: mayName(named, request.receivedAt),
    isHeaded: headOf(named) !== undefined,
    state,
    key,
  };
  return view(coAuthorsView(frameIn(request, named.cycle), model), status);
};

export const getCoAuthorsForm = endpoint(routes.getCoAuthorsForm, {
  summary: "Whom an author invited, and the form for one more",
  params: AuthorPath,
  handle: (request, deps) => page(request, formState(request.words), deps),
});

export const postCoAuthorForm = endpoint(routes.postCoAuthorForm, {
  summary: "Invite a co-author",
  params: AuthorPath,
  body: Form,
  invalid: (issues, typed, request, deps) =>
    page(request, faultyState(request.words, { typed, issues, say: said(request).say }), deps, {
      status: 422,
    }),
  handle: async (request, deps) => {
    const { params, body, newId, language, words, receivedAt: at, admit } = request;
    const { holder } = await namedBy(params, deps);
    if (holder !== "author") throw new Refused(refusal("thing/not-found", {}));
    const { key: _key, ...asked } = body;
    const asking = { asked, id: newId("coa"), at, language, admit: admit.invite };
    const done = await invite(params, asking, deps);
    if (done.ok) return seeOther(link(request, pathTo("authorCoAuthors", params)));
    const state = refusedState(words, body, done.refusal, "email");
    // Whoever goes back in the browser and invites somebody else sends the key of the first.
    const isReused = done.refusal.code === "request/key-reused";
    return page(request, state, deps, {
      status: statusOf(done.refusal),
      ...(isReused && { key: formKey(deps) }),
    });
  },
});

export const postCoAuthorStepForm = endpoint(routes.postCoAuthorStepForm, {
  summary: "Accept or decline to be co-author, leave, or take an invitation back",
  params: AuthorPath,
  body: Step,
  handle: async (request, deps) => {
    const { params, body, language, receivedAt: at } = request;
    const { holder } = await namedBy(params, deps);
    const { event, isNamePublic } = body;
    const step = {
      id: subjectOfStep(holder, body),
      event,
      isNamePublic: isNamePublic === "yes",
      language,
      at,
    };
    accept(await stepCoAuthor(params, step, deps));
    return seeOther(link(request, pathTo(holder === "author" ? "authorCoAuthors" : "author", params)));
  },
});
