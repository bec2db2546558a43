import { z } from "zod";
import { addressAt } from "../../domain/addresses.ts";
import { canonicalJson } from "../../domain/canonical.ts";
import { inEach, type Language, MEASURE } from "../../domain/languages.ts";
import { notValid, refusal } from "../../domain/refusals.ts";
import { existing, ok, type Result, refused } from "../../domain/result.ts";
import { type Instant, plusSeconds } from "../../domain/time.ts";
import type { Frame } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { waits } from "../../store/work.ts";
import type { Attributes, Write } from "../../store/write.ts";
import { formOf } from "../form-of.ts";
import { spelled } from "../form-words.ts";
import { inOffice, textFor, wordsIn } from "./pages.ts";
import { papersAtOnce } from "./result-rules.ts";
import { at } from "./rows.ts";
import {
  type Asked,
  areOrdered,
  hasOption,
  MOST_LONG,
  MOST_QUESTION_BYTES,
  numbered,
  Question,
  revised,
  type SentQuestion,
  Survey,
  SurveyDraft,
  SurveyId,
  SurveyState,
  surveyStateAt,
} from "./rules.ts";
import { openSurveys } from "./store.ts";

export const SurveyPath = z.object({ surveyId: SurveyId });

export const surveysOf = ({ store }: Pick<Deps, "store">): ReturnType<typeof openSurveys> =>
  openSurveys(store.table);

/** The survey of this id; one that is not there is refused. */
export const surveyOf = async (
  { surveyId }: { readonly surveyId: SurveyId },
  deps: Deps,
): Promise<Survey> => {
  return existing(await surveysOf(deps).get(surveyId));
};

export const StaffSurvey = Survey.omit({ fingerprint: true, nextQuestion: true })
  .extend({
    state: SurveyState,
    papersAtOnce: z.int().meta({ description: "How many papers can be entered in one request" }),
  })
  .meta({ id: "StaffSurvey" });
export const shown = ({ fingerprint: _f, nextQuestion: _n, ...survey }: Survey, now: Instant) => ({
  ...survey,
  state: surveyStateAt(survey as Survey, now),
  papersAtOnce: papersAtOnce(survey.questions),
});

/** The languages of the city that a survey is written in. */
export const languagesOf = ({ title }: Survey, { site: { city } }: Pick<Deps, "site">): Language[] =>
  city.languages.filter((language) => title[language] !== undefined);

/** How long the office has for the final results, from the end of a survey on. */
const FINAL_SECONDS = 14 * 86_400;

/** What a survey waits for: the clock, for its start and its end; then the office, for the final results. */
export const dueOf = (survey: Survey, now: Instant, site: Deps["site"]): Attributes => {
  const { id, startsAt, endsAt, title } = survey;
  const state = surveyStateAt(survey, now);
  if (state === "draft" || state === "final") return {};
  const isOver = state === "ended";
  return waits({
    kind: "of-subject",
    id,
    owner: isOver ? "queue#editor" : "queue#clock",
    dueAt: isOver ? plusSeconds(endsAt, FINAL_SECONDS) : state === "announced" ? startsAt : endsAt,
    about: {
      path: addressAt(at.officeSurvey, { surveyId: id }),
      text: inOffice(site.city, ({ office }) => (isOver ? office.dueFinal : office.dueClock)(title[MEASURE])),
    },
  });
};

/** A survey as it is to be, with what it waits for then. */
export const change = (
  before: Survey,
  after: Survey,
  { by, deps }: { by: { receivedAt: Instant }; deps: Deps },
  record: Write,
): Promise<Result<Survey>> =>
  surveysOf(deps).change(before, after, record, dueOf(after, by.receivedAt, deps.site));

export const surveyForm = formOf(SurveyDraft);
export const surveyFields = (frame: Frame) => {
  const w = officeWords(frame).office.fields;
  return {
    ...spelled(frame, "title", w.title),
    ...spelled(frame, "about", w.about),
    ...w.survey,
  };
};

export const questionForm = formOf(Question, inEach("options", "lines"));
export const questionFields = (frame: Frame) => {
  const w = officeWords(frame).office.fields;
  const options = spelled(frame, "options", w.options, w.optionsHint);
  return { ...spelled(frame, "text", w.text), ...options, ...w.question };
};
export const earlier = ({ by }: { by: Pick<Frame, "words"> }, questions: readonly Asked[]) => ({
  "after-question": questions.flatMap((one, index) =>
    one.kind === "one" || one.kind === "several"
      ? [[one.id, `${index + 1}. ${textFor(by, one.text)}`] as const]
      : [],
  ),
});

/** Which half of a condition is wrong: the question that it names, or the option of it. */
export const conditionFault = (before: readonly Asked[], { after }: Pick<Question, "after">): string =>
  before.some((one) => one.id === after?.question && hasOption(one, "1"))
    ? "/after/option"
    : "/after/question";

/** Questions as somebody wants them, if each condition can be met. An id is the survey's to give: one that is sent is of a question that it has. */
export const withQuestions = (
  survey: Survey,
  sent: readonly SentQuestion[],
  pointer: string,
): Result<Survey> => {
  const known = survey.questions.map(({ id }) => id);
  const { questions, nextQuestion } = numbered(sent, survey.nextQuestion);
  if (sent.some(({ id }) => id !== undefined && !known.includes(id)) || !areOrdered(questions))
    return refused(notValid([{ pointer, rule: "choice" }]));
  if (questions.filter(({ kind }) => kind === "long").length > MOST_LONG)
    return refused(notValid([{ pointer, rule: "too-many", limit: String(MOST_LONG) }]));
  if (Buffer.byteLength(JSON.stringify(questions)) > MOST_QUESTION_BYTES)
    return refused(refusal("request/too-large", { limitBytes: MOST_QUESTION_BYTES }));
  // Whoever saves what there is already asks nobody anew.
  const isSame = canonicalJson(questions) === canonicalJson(survey.questions);
  return ok(isSame ? survey : revised({ ...survey, nextQuestion }, questions));
};

export const officeWords = ({ words }: Pick<Frame, "words">) => wordsIn(words.language);
export const totalOf = async (survey: Survey, deps: Deps): Promise<number> => {
  const surveys = surveysOf(deps);
  const counts = await Promise.all(
    (await surveys.revisions(survey)).map(({ revision }) => surveys.counts(survey.id, revision)),
  );
  return counts.reduce((sum, { web, paper }) => sum + web + paper, 0);
};
