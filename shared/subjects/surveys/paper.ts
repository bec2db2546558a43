import { z } from "zod";
import { addressAt } from "../../domain/addresses.ts";
import { notValid, type Refusal, refusal } from "../../domain/refusals.ts";
import { accept, existing, ok, type Result, refused } from "../../domain/result.ts";
import { dayOf } from "../../domain/time.ts";
import { type Fault, formState } from "../../pages/components/form-state.ts";
import { link } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type StaffRequest } from "../../platform/endpoint.ts";
import { formKey, frameOf } from "../../platform/frame.ts";
import { type Reply, seeOther, view } from "../../platform/http.ts";
import { issuesOf } from "../../platform/issues.ts";
import { detailOf } from "../../platform/problem.ts";
import { auditWrite } from "../../store/audit.ts";
import { issueText } from "../../words/refusal-words.ts";
import { wordsOf } from "../../words/words.ts";
import { type Answer, Answers, Origin } from "./answer-rules.ts";
import { faultsAt, readAnswers, SurveyPath, TypedForm, typedAnswers } from "./answering.ts";
import { tellResults } from "./clock.ts";
import { paperView } from "./office-pages.ts";
import { wordsIn } from "./pages.ts";
import { printView } from "./print-pages.ts";
import { MOST_PAPERS, papersAtOnce } from "./result-rules.ts";
import { at, paperRows as rows } from "./rows.ts";
import { type Survey, type SurveyState, surveyStateAt } from "./rules.ts";
import { languagesOf, surveyOf, surveysOf } from "./writing.ts";

const PaperAnswers = z
  .strictObject({
    origin: Origin,
    batch: z.string().max(40).optional(),
    /** Of the questions that the paper was printed with. */
    revision: z.int().positive().optional(),
    answers: z.array(Answers).min(1).max(MOST_PAPERS),
  })
  .meta({ id: "SurveyPaperAnswers" });
type PaperAnswers = z.infer<typeof PaperAnswers>;

/** Whether papers of this origin go into the batch: where it comes from is said once. */
const isOf = (batch: Origin, { place, collectedOn }: Origin): boolean =>
  batch.place === place && batch.collectedOn === collectedOn;

/** Enters papers of one batch, all or none: while the survey is open, and after it until its results are final. */
const enterPaper = async (
  survey: Survey,
  { origin, batch, revision, answers: sent }: PaperAnswers,
  by: StaffRequest,
  deps: Deps,
): Promise<Result<{ readonly batch: string; readonly entered: number }>> => {
  const w = wordsIn(by.language);
  const state = surveyStateAt(survey, by.receivedAt);
  const wrongState = (is: SurveyState) => refusal("act/wrong-state", { state: w.states[is] });
  if (state !== "open" && state !== "ended") return refused(wrongState(state));
  if (origin.collectedOn > dayOf(by.receivedAt))
    return refused(
      notValid([{ pointer: "/origin/collectedOn", rule: "too-late", limit: dayOf(by.receivedAt) }]),
    );
  const store = surveysOf(deps);
  const known = batch === undefined ? undefined : await store.batch(survey.id, batch);
  if (batch !== undefined && !known) return refused(notValid([{ pointer: "/batch", rule: "choice" }]));
  if (known && !isOf(known, origin)) return refused(notValid([{ pointer: "/origin", rule: "choice" }]));
  const of = (await store.revisions(survey)).find((one) => one.revision === (revision ?? survey.revision));
  if (!of) return refused(notValid([{ pointer: "/revision", rule: "choice" }]));
  const atOnce = papersAtOnce(of.questions);
  if (sent.length > atOnce)
    return refused(notValid([{ pointer: "/answers", rule: "too-many", limit: String(atOnce) }]));
  const read = sent.map((one) => readAnswers(of.questions, one, deps));
  const issues = read.flatMap((one, index) =>
    one.issues.map((issue) => ({ ...issue, pointer: `/answers/${index}${issue.pointer}` })),
  );
  if (issues.length > 0) return refused(notValid(issues));
  const id = known?.id ?? by.newId("bat");
  const papers = read.map(
    ({ answers }, index): Answer => ({
      id: `${by.newId("ans").slice("ans_".length)}-${index}`,
      revision: of.revision,
      answers,
      day: dayOf(by.receivedAt),
      batch: id,
      fingerprint: by.fingerprint,
    }),
  );
  const { actor, receivedAt, newId } = by;
  const record = auditWrite(survey.id, newId("aud"), {
    at: receivedAt,
    by: actor.id,
    byName: actor.name,
    act: rows.postSurveyPaperAnswers.name,
    said: rows.postSurveyPaperAnswers.said,
    facts: { place: origin.place, papers: papers.length },
  });
  const about = known ?? { id, ...origin, byName: actor.name, at: receivedAt };
  const entering = { ...about, entered: papers.length };
  /** What residents see of a survey that is over stands until there is enough to add. */
  const tell = async (): Promise<void> => {
    if (state === "ended") await tellResults({ id: survey.id, isOver: true }, of, deps);
  };
  await tell();
  const outcome = await store.enter({ ...survey, ...of }, papers, entering, record, () =>
    wrongState("final"),
  );
  await tell();
  return outcome.ok ? ok({ batch: id, entered: papers.length }) : outcome;
};

export const postSurveyPaperAnswers = endpoint(rows.postSurveyPaperAnswers, {
  summary: "Enter paper answers of one batch, all of them or none",
  params: SurveyPath,
  body: PaperAnswers,
  replies: { 201: z.object({ batch: z.string(), entered: z.int() }).meta({ id: "SurveyPapersEntered" }) },
  handle: async (request, deps) => {
    const survey = await surveyOf(request.params, deps);
    return { status: 201, body: accept(await enterPaper(survey, request.body, request, deps)) };
  },
});

const paperPage = async (
  request: StaffRequest<SurveyPath>,
  batchId: string | undefined,
  deps: Deps,
  { typed, faults = [] }: { readonly typed?: unknown; readonly faults?: readonly Fault[] } = {},
): Promise<Reply> => {
  const survey = await surveyOf(request.params, deps);
  const batch = batchId === undefined ? undefined : await surveysOf(deps).batch(survey.id, batchId);
  const state = formState(request.words, {
    typed: typed ?? (batch && { place: batch.place, collectedOn: batch.collectedOn }),
    faults,
  });
  const key = request.key ?? formKey(deps);
  const shown = { state, key, batch, districts: deps.site.city.districts };
  return view(paperView(frameOf(request), survey, shown), faults.length > 0 ? 422 : 200);
};

export const getOfficePrint = endpoint(rows.getOfficePrint, {
  summary: "A blank paper of a survey in a language, to be printed",
  params: SurveyPath.extend({ language: z.string() }),
  handle: async (request, deps) => {
    const survey = await surveyOf(request.params, deps);
    const language = existing(languagesOf(survey, deps).find((one) => one === request.params.language));
    return view(printView(frameOf(request), survey, await wordsOf(language)));
  },
});

export const getOfficePaper = endpoint(rows.getOfficePaper, {
  summary: "The form of a paper answer",
  params: SurveyPath,
  query: z.strictObject({ batch: z.string().max(40).optional() }),
  handle: (request, deps) => paperPage(request, request.query.batch, deps),
});

/** What is wrong with where papers are from stands at its field; the rest above the form. */
const faultsOfOrigin = (found: Refusal, { words }: StaffRequest): Fault[] =>
  found.code === "request/not-valid"
    ? found.facts.issues.map((issue) => ({
        field: issue.pointer.split("/").at(-1) ?? "main",
        text: issueText(words, issue),
      }))
    : [{ field: "main", text: detailOf(found, words) }];

export const postOfficePaper = endpoint(rows.postOfficePaper, {
  summary: "Enter a paper answer; the empty form of its batch comes back",
  params: SurveyPath,
  body: TypedForm,
  handle: async (request, deps) => {
    const survey = await surveyOf(request.params, deps);
    const { body: typed, words } = request;
    const named = typeof typed.batch === "string" && typed.batch !== "" ? typed.batch : undefined;
    const again = (faults: readonly Fault[]) => paperPage(request, named, deps, { typed, faults });
    if (typed.revision !== String(survey.revision))
      return again([{ field: "main", text: wordsIn(words.language).changed }]);
    const origin = Origin.safeParse(
      { place: typed.place, collectedOn: typed.collectedOn || undefined },
      { reportInput: true },
    );
    const { issues } = readAnswers(survey.questions, typedAnswers(survey.questions, typed), deps);
    const ofOrigin = origin.success ? [] : issuesOf(origin.error);
    const plain = ofOrigin.map((issue) => ({
      field: issue.pointer.slice(1),
      text: issueText(words, issue),
    }));
    if (!origin.success || issues.length > 0)
      return again([...plain, ...faultsAt(survey.questions, issues, request)]);
    const answers = [typedAnswers(survey.questions, typed) as Answers];
    const known = named === undefined ? undefined : await surveysOf(deps).batch(survey.id, named);
    // A form whose origin was typed anew begins a batch.
    const batch = known && isOf(known, origin.data) ? known.id : undefined;
    const outcome = await enterPaper(survey, { origin: origin.data, batch, answers }, request, deps);
    if (!outcome.ok) return again(faultsOfOrigin(outcome.refusal, request));
    const next = addressAt(at.paper, { surveyId: survey.id });
    return seeOther(`${link(frameOf(request), next)}?batch=${outcome.value.batch}`);
  },
});
