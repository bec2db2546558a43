import { z } from "zod";
import { askByMail } from "../../acts/ask-by-mail.ts";
import { addressAt } from "../../domain/addresses.ts";
import { MEASURE } from "../../domain/languages.ts";
import { notice } from "../../domain/notice/notice.ts";
import { type Issue, refusal } from "../../domain/refusals.ts";
import { ok, Refused, type Result, refused } from "../../domain/result.ts";
import { dayOf } from "../../domain/time.ts";
import type { Fault } from "../../pages/components/form-state.ts";
import { letterOf } from "../../pages/letters/letter.ts";
import type { Deps } from "../../platform/deps.ts";
import type { Request } from "../../platform/endpoint.ts";
import { issuesOf } from "../../platform/issues.ts";
import { linkKeeper } from "../../platform/kept-link.ts";
import { idFrom } from "../../platform/system.ts";
import type { Write } from "../../store/write.ts";
import { issueText } from "../../words/refusal-words.ts";
import { type Answer, type Answers, answersTo, isAsked } from "./answer-rules.ts";
import { answerText, textFor, wordsIn } from "./pages.ts";
import { personOf } from "./person.ts";
import { at } from "./rows.ts";
import { type Asked, type Survey, SurveyId, surveyStateAt } from "./rules.ts";
import { surveyOf, surveysOf } from "./writing.ts";

export const SurveyPath = z.object({ surveyId: SurveyId });
export type SurveyPath = z.infer<typeof SurveyPath>;
export const CACHE = "public, max-age=0, s-maxage=10, stale-if-error=600";

/** A survey that residents may see: a draft is as if it were not there. */
export const publishedSurvey = async (path: SurveyPath, deps: Deps): Promise<Survey> => {
  const survey = await surveyOf(path, deps);
  if (survey.publishedAt === undefined) throw new Refused(refusal("thing/not-found", {}));
  return survey;
};

export const districtIds = ({ site }: Deps): string[] => site.city.districts.map(({ id }) => id);
const isBlank = (typed: unknown): boolean => typeof typed !== "string" || typed.trim() === "";

type Typed = Readonly<Record<string, unknown>>;

/** The places that options of a ranking were given, as the order of the options; undefined where nothing was typed. */
const orderOf = ({ id, options }: Asked, typed: Typed): unknown => {
  const placed = options[MEASURE].flatMap((_, index) => {
    const place = typed[`${id}-${index + 1}`];
    return isBlank(place) ? [] : [{ option: String(index + 1), place: Number(place) }];
  });
  if (placed.length === 0) return undefined;
  const places = new Set(placed.map(({ place }) => place));
  const areGood =
    places.size === placed.length && [...places].every((place) => Number.isInteger(place) && place > 0);
  return areGood ? placed.toSorted((a, b) => a.place - b.place).map(({ option }) => option) : [];
};

/** What was typed as an answer to a question. */
const typedAnswer = (question: Asked, typed: Typed): unknown => {
  const { id, kind } = question;
  if (kind === "ranking") return orderOf(question, typed);
  if (kind === "several") return typed[id] === undefined ? undefined : [typed[id]].flat();
  if (kind !== "place") return isBlank(typed[id]) ? undefined : typed[id];
  const [district, where] = [typed[`${id}-district`], typed[`${id}-where`]];
  return isBlank(district) && isBlank(where) ? undefined : { district, ...(!isBlank(where) && { where }) };
};

export const typedAnswers = (questions: readonly Asked[], typed: Typed): Record<string, unknown> =>
  Object.fromEntries(
    questions.map((one) => [one.id, typedAnswer(one, typed)]).filter(([, given]) => given !== undefined),
  );

/** Questions that are asked of whoever typed this so far, whatever is wrong with it. What was typed before and is asked no longer leads to none. */
export const askedOf = (questions: readonly Asked[], typed: Typed): Asked[] => {
  const answers = typedAnswers(questions, typed) as Answers;
  return questions.filter((one) => {
    const isOne = isAsked(one, answers);
    if (!isOne) delete answers[one.id];
    return isOne;
  });
};

interface Read {
  readonly answers: Answers;
  readonly issues: readonly Issue[];
}

export const readAnswers = (questions: readonly Asked[], sent: unknown, deps: Deps): Read => {
  const found = answersTo(questions, districtIds(deps)).safeParse(sent, { reportInput: true });
  return found.success ? { answers: found.data, issues: [] } : { answers: {}, issues: issuesOf(found.error) };
};

/** A fault stands at the field of its question that a finger meets first. */
export const faultsAt = (
  questions: readonly Asked[],
  issues: readonly Issue[],
  { words }: Pick<Request, "words">,
): Fault[] =>
  issues.map((issue) => {
    const { pointer, rule } = issue;
    const { faults, hints } = wordsIn(words.language);
    const [, id = "", part] = pointer.split("/");
    const { kind, most = null } = questions.find((one) => one.id === id) ?? {};
    const plain = issueText(words, rule === "choice" ? { rule } : issue);
    if (kind === "ranking") return { field: `${id}-1`, text: faults.ranking };
    if (kind === "place")
      return part === "where"
        ? { field: `${id}-where`, text: plain }
        : { field: `${id}-district`, text: faults.place };
    if (kind === "several" && rule === "too-many") return { field: id, text: hints.several(most) };
    if (rule !== "required") return { field: id, text: plain };
    return { field: id, text: kind === "short" || kind === "long" ? faults.write : faults.choose };
  });

const LinkClaims = z.object({ surveyId: SurveyId, person: z.string() });

/** Whom a mailed link is of; a link whose survey is over, or that is not ours, is refused. */
export const linkedPerson = async (surveyId: SurveyId, token: string, { tokens }: Deps): Promise<string> => {
  const opened = await tokens.open("survey", token, LinkClaims);
  if (opened?.claims.surveyId !== surveyId) throw new Refused(refusal("thing/not-found", {}));
  if (opened.expired) throw new Refused(refusal("thing/gone", {}));
  return opened.claims.person;
};

export const blocked = (reason: string) => refusal("act/blocked", { reason });

export const checkOpen = (
  survey: Survey,
  { receivedAt, language }: Pick<Request, "receivedAt" | "language">,
): Result<void> => {
  const state = surveyStateAt(survey, receivedAt);
  return state === "open"
    ? ok(undefined)
    : refused(refusal("act/wrong-state", { state: wordsIn(language).states[state] }));
};

type Asking = Pick<Request, "language" | "receivedAt" | "newId" | "fingerprint" | "words">;
export type Answering = Asking & {
  readonly admit: { readonly answer: (asked: Record<string, never>) => Promise<Result<unknown>> };
};
type AskingLink = Asking & {
  readonly admit: {
    readonly link: (asked: { contact: string }, also: readonly Write[]) => Promise<Result<unknown>>;
  };
};

/** Sends the link to the survey; the answer is the same whether or not somebody answered from this address already. */
export const sendLink = async (
  survey: Survey,
  email: string,
  request: AskingLink,
  deps: Deps,
): Promise<Result<void>> => {
  const open = checkOpen(survey, request);
  if (!open.ok) return open;
  if (survey.access !== "address") return refused(blocked(wordsIn(request.language).access[survey.access]));
  const person = await personOf(survey.id, email, deps);
  const token = await deps.tokens.seal("survey", { surveyId: survey.id, person }, survey.endsAt);
  const letter = wordsIn(request.language).letters.link(textFor(request, survey.title));
  const link = (await linkKeeper(deps))(addressAt(at.surveyLink, { surveyId: survey.id, token }));
  const about = notice("subject/letter", email, request.language, { letter, link });
  const event = `survey/${request.fingerprint}`;
  return askByMail({
    admit: request.admit.link,
    contact: email,
    event,
    letter: about,
    at: request.receivedAt,
  });
};

interface Giving {
  readonly survey: Survey;
  readonly answers: Answers;
  readonly person: string | undefined;
}

const answerId = ({ newId }: Asking): string => newId("ans").slice("ans_".length);

/** Whether it was kept when it was sent before: who asks again hears so, whatever became of the survey since. */
export const isKept = ({ id }: Survey, request: Asking, deps: Deps): Promise<boolean> =>
  surveysOf(deps).isKept(id, { id: answerId(request), fingerprint: request.fingerprint });

/** Keeps an answer, or knows it from when it was sent before. The limits are asked apart, so that no transaction joins a network and what was answered. */
export const give = async (
  { survey, answers, person }: Giving,
  request: Answering,
  deps: Deps,
): Promise<Result<"kept" | "known">> => {
  const open = checkOpen(survey, request);
  if (!open.ok) return open;
  const admitted = await request.admit.answer({});
  if (!admitted.ok) return admitted;
  const answer: Answer = {
    id: answerId(request),
    revision: survey.revision,
    answers,
    day: dayOf(request.receivedAt),
    fingerprint: request.fingerprint,
  };
  return surveysOf(deps).answer({ survey, answer, person }, () =>
    blocked(wordsIn(request.language).answered),
  );
};

/** The answers as a letter to whoever gave them: it goes at once, and nothing of it is kept. */
export const mailCopy = async (
  { survey, answers }: Giving,
  to: string,
  request: Request,
  deps: Deps,
): Promise<"sent" | "failed"> => {
  const { words, language } = request;
  const { districts } = deps.site.city;
  const asked = survey.questions.filter((one) => isAsked(one, answers));
  const lines = asked.map(
    (one) => `${textFor(request, one.text)} ${answerText(request, one, answers, districts)}`,
  );
  const letter = wordsIn(words.language).letters.copy(textFor(request, survey.title), lines);
  const written = letterOf(notice("subject/letter", to, language, { letter, link: null }), words, deps.site);
  const messageId = idFrom("cpy", deps.system.random(16));
  return (await deps.mail.send({ ...written, to, messageId })).outcome === "sent" ? "sent" : "failed";
};

/** A form as a browser sends it, whatever is in it. */
export const TypedForm = z.record(z.string().max(40), z.union([z.string(), z.array(z.string())]));
