import { z } from "zod";
import { idOf } from "../../domain/ids.ts";
import { Version } from "../../domain/kind.ts";
import { inLanguages, MEASURE } from "../../domain/languages.ts";
import type { Issue } from "../../domain/refusals.ts";
import { line, paragraphs, title } from "../../domain/text.ts";
import { Instant } from "../../domain/time.ts";

export const SurveyId = idOf("srv", "A survey of residents");
export type SurveyId = z.infer<typeof SurveyId>;

const QUESTION_KINDS = ["one", "several", "scale", "ranking", "short", "long", "place"] as const;
type QuestionKind = (typeof QUESTION_KINDS)[number];

export const MOST_QUESTIONS = 40;
/** An item of the table holds 400 kB. */
export const MOST_QUESTION_BYTES = 300_000;
export const MOST_OPTIONS = 20;
/** A scale is of five grades: with more of them people tell fewer apart, with fewer there is no middle to lean from. */
export const GRADES = ["1", "2", "3", "4", "5"] as const;
/** Long texts in letters that a form writes as six characters each must fit into one body with all the rest. */
export const MOST_LONG = 8;
/** A ranking counts each option at each place: so many make a hundred counts, and more are ranked by nobody. */
const MOST_RANKED = 10;

export const wrong = (rule: Issue["rule"], path: readonly (string | number)[], limit?: string) => ({
  params: { rule, ...(limit !== undefined && { limit }) },
  path: [...path],
});

/** A question by its id within its survey. Options are named by their place, `1` the first. */
export const Question = z
  .strictObject({
    kind: z.enum(QUESTION_KINDS),
    text: inLanguages(line(300)),
    options: inLanguages(z.array(line(200)).max(MOST_OPTIONS)),
    isRequired: z.boolean(),
    /** Of several: how many at most. */
    most: z.int().min(1).max(MOST_OPTIONS).nullable(),
    /** It is asked of those alone who chose this option of that question, which comes before it. */
    after: z
      .strictObject({
        question: z
          .string()
          .min(1)
          .regex(/^q\d{1,4}$/),
        option: z
          .string()
          .min(1)
          .regex(/^[1-9]\d?$/),
      })
      .nullable(),
  })
  .superRefine(({ kind, options }, context) => {
    const all = options[MEASURE].length;
    const fault = (language: string, rule: Issue["rule"], limit: number) =>
      context.addIssue({ code: "custom", ...wrong(rule, ["options", language], String(limit)) });
    if (hasOptions(kind) && all < 2) fault(MEASURE, "too-few", 2);
    if (kind === "ranking" && all > MOST_RANKED) fault(MEASURE, "too-many", MOST_RANKED);
    if (!hasOptions(kind) && all > 0) fault(MEASURE, "too-many", 0);
    // A language that names some of the options would leave its readers without the rest.
    for (const [language, { length } = []] of Object.entries(options))
      if (length > 0 && length !== all) fault(language, length < all ? "too-few" : "too-many", all);
  });
export type Question = z.infer<typeof Question>;

export const hasOptions = (kind: QuestionKind): boolean =>
  kind === "one" || kind === "several" || kind === "ranking";

export const QuestionId = z.string().regex(/^q\d{1,4}$/);
const Asked = Question.safeExtend({ id: QuestionId });
/** A question as it stands in a survey. */
export type Asked = z.infer<typeof Asked>;

/** Who may answer: anybody, as often as they like; or one answer from each address that was proved. */
const ACCESS = ["anonymous", "address"] as const;
/** When results are seen: from the start on, or from the end on. */
const RESULTS = ["live", "end"] as const;

export const SurveyFields = z
  .strictObject({
    title: inLanguages(title(200)),
    about: inLanguages(paragraphs(4000)),
    startsAt: Instant,
    endsAt: Instant,
    access: z.enum(ACCESS),
    results: z.enum(RESULTS),
    /** Whom to ask about it: a name, a number, an address. */
    contact: line(200).optional(),
  })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, wrong("end-before-start", ["endsAt"]));
export type SurveyFields = z.infer<typeof SurveyFields>;

/** What the API takes of a survey: with all its questions in their order; one without an id is new. */
export const SurveyDraft = SurveyFields.safeExtend({
  questions: z
    .array(Question.safeExtend({ id: QuestionId.optional() }))
    .max(MOST_QUESTIONS)
    .optional(),
});
export type SurveyDraft = z.infer<typeof SurveyDraft>;

export type SentQuestion = NonNullable<SurveyDraft["questions"]>[number];

/** Questions with an id each: those without one are numbered on, `q1` the first of a survey. */
export const numbered = (
  questions: readonly SentQuestion[],
  first: number,
): { readonly questions: Asked[]; readonly nextQuestion: number } => {
  let nextQuestion = first;
  const named = questions.map(({ id, ...one }) => ({ ...one, id: id ?? `q${nextQuestion++}` }));
  return { questions: named, nextQuestion };
};

/** A survey. Its questions are those of its last revision: whoever answered an earlier one answered that. */
export const Survey = z.object({
  ...SurveyFields.shape,
  id: SurveyId,
  version: Version,
  revision: z.int().positive(),
  questions: z.array(Asked).max(MOST_QUESTIONS),
  /** The number of the next question: none is given twice, so that an answer never meets another question. */
  nextQuestion: z.int().positive(),
  publishedAt: Instant.optional(),
  /** Since when the results are final: no more paper is entered. */
  finalAt: Instant.optional(),
  createdAt: Instant,
  fingerprint: z.string(),
});
export type Survey = z.infer<typeof Survey>;

export const SurveyState = z.enum(["draft", "announced", "open", "ended", "final"]);
export type SurveyState = z.infer<typeof SurveyState>;

/** Never stored: a state that is written down is wrong from the next date on. */
export const surveyStateAt = (
  { publishedAt, finalAt, startsAt, endsAt }: Pick<Survey, "publishedAt" | "finalAt" | "startsAt" | "endsAt">,
  now: Instant,
): SurveyState => {
  if (publishedAt === undefined) return "draft";
  if (finalAt !== undefined) return "final";
  if (now < startsAt) return "announced";
  return now < endsAt ? "open" : "ended";
};

export const areResultsSeen = (survey: Survey, now: Instant): boolean => {
  const state = surveyStateAt(survey, now);
  return state === "ended" || state === "final" || (state === "open" && survey.results === "live");
};

/** What was promised when a survey was published, and a change would break: by its name among the blockers, at its field. */
export const brokenPromise = (
  before: Survey,
  after: Pick<Survey, "access" | "results" | "startsAt" | "endsAt">,
  now: Instant,
):
  | { readonly blocker: "access-stays" | "results-stay" | "dates-stay"; readonly pointer: string }
  | undefined => {
  if (before.publishedAt === undefined) return undefined;
  if (before.access !== after.access) return { blocker: "access-stays", pointer: "/access" };
  if (before.results === "end" && after.results === "live")
    return { blocker: "results-stay", pointer: "/results" };
  if (surveyStateAt(before, now) !== "open") return undefined;
  // People are answering: the start has been, and an end is closed by its own act.
  if (before.startsAt !== after.startsAt) return { blocker: "dates-stay", pointer: "/startsAt" };
  return after.endsAt <= now ? { blocker: "dates-stay", pointer: "/endsAt" } : undefined;
};

/** Questions as they are to be: a survey that is announced is changed by a new revision alone, whether or not somebody has answered. */
export const revised = (survey: Survey, questions: readonly Asked[]): Survey => ({
  ...survey,
  questions: [...questions],
  revision: survey.revision + (survey.publishedAt === undefined ? 0 : 1),
});

/** Whether somebody can choose this option of a question. */
export const hasOption = ({ kind, options }: Question, option: string): boolean =>
  (kind === "one" || kind === "several") && Number(option) >= 1 && Number(option) <= options[MEASURE].length;

/** Whether each question has an id of its own, and each condition names an option of a question before its own. */
export const areOrdered = (questions: readonly Asked[]): boolean =>
  new Set(questions.map(({ id }) => id)).size === questions.length &&
  questions.every(({ after }, index) => {
    const before = questions.slice(0, index).find(({ id }) => id === after?.question);
    return after === null || (before !== undefined && hasOption(before, after.option));
  });
