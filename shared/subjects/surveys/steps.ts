import { z } from "zod";
import type { Issue } from "../../domain/refusals.ts";
import { accept, existing } from "../../domain/result.ts";
import { Email } from "../../domain/text.ts";
import { type Fault, formState } from "../../pages/components/form-state.ts";
import type { Deps } from "../../platform/deps.ts";
import { draftIn } from "../../platform/draft.ts";
import type { Request } from "../../platform/endpoint.ts";
import { formKey, frameOf } from "../../platform/frame.ts";
import { type Reply, seeOther, view } from "../../platform/http.ts";
import { detailOf, statusOf } from "../../platform/problem.ts";
import { checkView, questionView, thanksView } from "./answer-pages.ts";
import {
  type Answering,
  askedOf,
  checkOpen,
  faultsAt,
  give,
  mailCopy,
  readAnswers,
  type SurveyPath,
  type TypedForm,
  typedAnswers,
} from "./answering.ts";
import { wordsIn } from "./pages.ts";
import { personOf } from "./person.ts";
import type { Asked, Survey } from "./rules.ts";

/** Which page of a survey: the id of a question, `check` all answers, `done` after they were sent; `from=check` goes back there. */
export const StepQuery = z.strictObject({
  step: z.string().max(10).optional(),
  from: z.string().max(10).optional(),
});
type StepQuery = z.infer<typeof StepQuery>;
type TypedRequest = Request<SurveyPath, unknown, z.infer<typeof TypedForm>> & Answering;

/** Where an answer is given: at the survey itself, or behind the link that proved an address. */
export interface Way {
  readonly survey: Survey;
  readonly action: string;
  readonly person?: string;
}

const Typed = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
type Typed = z.infer<typeof Typed>;
const Copy = z.enum(["sent", "failed", "once"]);

/** Somebody's answers until they send them, and a little longer: their own browser has them. */
const Draft = z.object({
  key: z.string(),
  revision: z.int(),
  typed: Typed,
  isSent: z.boolean(),
  copy: Copy.optional(),
});
type Draft = z.infer<typeof Draft>;

const DRAFT = draftIn({ cookie: "survey", lifetimeSeconds: 3600, holds: Draft });
/** How long the last page can be loaded again: a screen may be somebody else's next. */
const DONE_SECONDS = 900;

const boundTo = ({ survey, person = "" }: Way): string => `${survey.id} ${person}`;
export const draftOf = (way: Way, request: Pick<Request, "cookie">, deps: Deps): Promise<Draft | undefined> =>
  DRAFT.read(boundTo(way), request, deps);

const isBlank = (value: string | readonly string[]): boolean => [value].flat().every((one) => one === "");
/** The fields of a form that answer questions: of one of them, or of all. */
const answersIn = (
  typed: Readonly<Record<string, string | string[]>>,
  of?: (question: string) => boolean,
): Typed =>
  Object.fromEntries(
    Object.entries(typed).filter(([name, value]) => {
      const [, question] = /^(q\d{1,4})(?:-\w+)?$/.exec(name) ?? [];
      return question !== undefined && !isBlank(value) && (of?.(question) ?? true);
    }),
  );

interface Shown {
  readonly isAgain: boolean;
  readonly issues?: readonly Issue[];
  readonly faults?: readonly Fault[];
  readonly status?: number;
  /** What was typed beside the answers. */
  readonly copyTo?: string;
}

/** A page of somebody's way through the questions: the step that they ask for, where it is one of theirs, else the first. */
const stepPage = (
  { survey, action, person }: Way,
  draft: Draft,
  step: string | undefined,
  { isAgain, issues = [], faults = [], status = 200, copyTo }: Shown,
  request: Request,
  deps: Deps,
): Reply => {
  const { districts } = deps.site.city;
  const asked = askedOf(survey.questions, draft.typed);
  const first = existing(asked[0]);
  const isChanged = draft.revision !== survey.revision;
  const frame = frameOf(request);
  const of = (all: readonly Fault[]) => ({
    survey,
    action,
    key: draft.key,
    state: formState(request.words, { typed: { ...draft.typed, copyTo }, faults: all }),
  });
  if (step === "check" && !isChanged) {
    const { answers, issues: missing } = readAnswers(
      survey.questions,
      typedAnswers(asked, draft.typed),
      deps,
    );
    const shown = { asked, answers, districts, takesCopy: person !== undefined };
    if (missing.length === 0) return { ...view(checkView(frame, of(faults), shown), status), isStep: true };
  }
  const question = (isChanged ? undefined : asked.find(({ id }) => id === step)) ?? first;
  const shown = { question, asked, districts, isChanged, isAgain };
  const all = [...faultsAt(survey.questions, issues, request), ...faults];
  return { ...view(questionView(frame, of(all), shown), status), issues, isStep: true };
};

const fresh = ({ survey }: Way, deps: Deps): Draft => ({
  key: formKey(deps),
  revision: survey.revision,
  typed: {},
  isSent: false,
});

const donePage = ({ survey }: Way, { typed, revision, copy }: Draft, request: Request, deps: Deps): Reply => {
  const asked = askedOf(survey.questions, typed);
  const { answers, issues } = readAnswers(survey.questions, typedAnswers(asked, typed), deps);
  const isWhole = issues.length === 0 && revision === survey.revision;
  const shown = { asked: isWhole ? asked : [], answers, districts: deps.site.city.districts, copy };
  return view(thanksView(frameOf(request), survey, shown));
};

/** A page that is asked for by its address: with what this browser has of it. */
export const openStep = async (
  way: Way,
  { step, from }: StepQuery,
  request: Request,
  deps: Deps,
): Promise<Reply> => {
  const kept = await draftOf(way, request, deps);
  if (kept?.isSent && step !== undefined) return { ...donePage(way, kept, request, deps), isStep: true };
  accept(checkOpen(way.survey, request));
  const isNew = kept === undefined || kept.isSent;
  const draft = isNew ? fresh(way, deps) : kept;
  const page = stepPage(way, draft, step, { isAgain: from === "check" }, request, deps);
  if (!isNew) return page;
  const cookie = await DRAFT.keep(boundTo(way), draft, deps);
  const { isStep: _, ...started } = page;
  return { ...started, ...(cookie !== undefined && { cookies: [cookie] }) };
};

/** What somebody typed, and what they want next: another question, all answers once more, or to be done. */
export const goOn = async (way: Way, request: TypedRequest, deps: Deps): Promise<Reply> => {
  const { survey, action, person } = way;
  const { body, words } = request;
  const kept = await draftOf(way, request, deps);
  const at = (step: string, isAgain = false) => `${action}?step=${step}${isAgain ? "&from=check" : ""}`;
  if (kept?.isSent && kept.key === request.key) return { ...seeOther(at("done")), isStep: true };
  accept(checkOpen(survey, request));
  const isKnown = kept !== undefined && !kept.isSent;
  // What is sent is what stood on the page; before that the browser has more than a page that was left open.
  const typed =
    isKnown && body.go !== "send"
      ? { ...answersIn(kept.typed, (id) => id !== body.at), ...answersIn(body, (id) => id === body.at) }
      : answersIn(body);
  const draft: Draft = {
    key: request.key ?? (isKnown ? kept.key : formKey(deps)),
    revision: Number(body.revision ?? survey.revision),
    typed,
    isSent: false,
  };
  const cookie = await DRAFT.keep(boundTo(way), draft, deps);
  const cookies = [cookie ?? DRAFT.drop(deps)];
  const asked = askedOf(survey.questions, typed);
  const first = existing(asked[0]);
  const isAgain = body.show !== undefined || body.then === "check";
  /** The next page by its own address, where the browser has shown that it keeps what was typed; else at once. */
  const lead = (step: string, again = isAgain): Reply =>
    isKnown && cookie !== undefined
      ? { ...seeOther(at(step, again && step !== "check"), cookies), isStep: true }
      : { ...stepPage(way, draft, step, { isAgain: again }, request, deps), cookies };
  const faulty = (step: string, shown: Omit<Shown, "isAgain">): Reply => ({
    ...stepPage(way, draft, step, { isAgain, status: 422, ...shown }, request, deps),
    cookies,
  });

  const place = asked.findIndex(({ id }) => id === body.at);
  const here = asked[place];
  if (draft.revision !== survey.revision) return lead(first.id, false);
  const named = asked.find(({ id }) => id === body.show);
  if (named) return lead(named.id);
  if (body.go === "stay") return lead(here?.id ?? "check");
  if (body.go === "back") return lead(asked[place - 1]?.id ?? first.id);
  if (body.go === "next" && here) {
    const { issues } = readAnswers([{ ...here, after: null }], typedAnswers([here], typed), deps);
    if (issues.length > 0) return faulty(here.id, { issues });
    const rest = asked.slice(place + 1);
    const isUnseen = (one: Asked) => one.after !== null && typedAnswers([one], typed)[one.id] === undefined;
    const next = isAgain ? rest.find(isUnseen) : rest[0];
    if (next) return lead(next.id);
  } else if (body.go !== "send") return lead(first.id);

  const { answers, issues } = readAnswers(survey.questions, typedAnswers(asked, typed), deps);
  const wrong = asked.find(({ id }) => issues.some(({ pointer }) => pointer.split("/")[1] === id));
  const own = issues.filter(({ pointer }) => pointer.split("/")[1] === wrong?.id);
  if (issues.length > 0) return faulty((wrong ?? first).id, { issues: own });
  if (body.go !== "send") return lead("check");

  const copyTo =
    typeof body.copyTo === "string" && body.copyTo.trim() !== "" ? Email.safeParse(body.copyTo) : undefined;
  const isOwn =
    copyTo === undefined || (copyTo.success && (await personOf(survey.id, copyTo.data, deps)) === person);
  if (!isOwn)
    return faulty("check", {
      faults: [{ field: "copyTo", text: wordsIn(request.language).otherAddress }],
      copyTo: String(body.copyTo),
    });
  const giving = { survey, answers, person };
  const outcome = await give(giving, request, deps);
  if (!outcome.ok)
    return faulty("check", {
      faults: [{ field: "main", text: detailOf(outcome.refusal, words) }],
      status: statusOf(outcome.refusal),
    });
  const isFirst = outcome.value === "kept";
  const to = copyTo?.data;
  const copy: Draft["copy"] =
    to === undefined ? undefined : isFirst ? await mailCopy(giving, to, request, deps) : "once";
  const sent = { ...draft, isSent: true, ...(copy && { copy }) };
  const done = isKnown ? await DRAFT.keep(boundTo(way), sent, deps, DONE_SECONDS) : undefined;
  return done !== undefined
    ? seeOther(at("done"), [done])
    : { ...donePage(way, sent, request, deps), cookies: [DRAFT.drop(deps)] };
};
