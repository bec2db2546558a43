import { MEASURE } from "../../domain/languages.ts";
import { hiddenCells } from "../../domain/small-cells.ts";
import type { Answers } from "./answer-rules.ts";
import { type Asked, GRADES, hasOptions, type Survey } from "./rules.ts";

/** What of an answer is counted, by question and value: an option, a grade, a district, the place of an option in a ranking. */
export const cellsOf = ({ questions }: Pick<Survey, "questions">, answers: Answers): string[] =>
  questions.flatMap(({ id, kind }) => {
    const given = answers[id];
    if (given === undefined) return [];
    const cells = (values: readonly string[]) => [`${id}.`, ...values.map((value) => `${id}.${value}`)];
    if (Array.isArray(given))
      return cells(kind === "ranking" ? given.map((option, place) => `${option}.${place + 1}`) : given);
    if (typeof given === "object") return cells([given.district]);
    return cells(kind === "one" || kind === "scale" ? [given] : []);
  });

/** So many papers are entered at once at most. */
export const MOST_PAPERS = 20;
/** So many counts are written in one transaction: sixteen items of a hundred. */
const MOST_CELLS = 1600;

/** How many papers can be entered at once: of long rankings fewer, for each paper adds to a count of its own at each place. */
export const papersAtOnce = (questions: readonly Asked[]): number => {
  const most = questions.reduce((sum, { kind, options }) => {
    const isOfOptions = kind === "ranking" || kind === "several";
    return sum + (isOfOptions ? options[MEASURE].length : 1) + 1;
  }, 1);
  return Math.max(1, Math.min(MOST_PAPERS, Math.floor(MOST_CELLS / most)));
};

/** Fewer than this many people of one answer are not told: a neighbour would know them. */
export const LEAST_TOLD = 5;

export type Counts = Readonly<Record<string, number>>;

/** The counted answers to a revision. */
export interface Counted {
  readonly web: number;
  readonly paper: number;
  readonly cells: Counts;
}

/** The counted answers to one question: how many answered, and each value; null where a number would tell of few. */
export interface QuestionResult {
  readonly question: Asked;
  readonly answered: number | null;
  readonly values: readonly { readonly value: string; readonly count: number | null }[];
  /** Of a place: how many chose districts that are not among the values, for few chose each of them; null where even that is not told. */
  readonly rest?: number | null;
  /** Of a ranking: each option's mean place; null where too few ranked it. */
  readonly places: readonly { readonly value: string; readonly mean: number | null }[];
}

export const valuesOf = ({ kind, options }: Asked, districts: readonly string[]): readonly string[] => {
  if (kind === "scale") return GRADES;
  if (kind === "place") return districts;
  return hasOptions(kind) ? options[MEASURE].map((_, index) => String(index + 1)) : [];
};

/** From so many answers on the rounding of a mean leaves open who few of them are: of fewer, two options and a mean tell it exactly. */
const LEAST_BLURRED = 50;

/** What is told of the counted answers to a question. */
const resultOf = (question: Asked, counts: Counts, districts: readonly string[]): QuestionResult => {
  const { id, kind } = question;
  const answered = counts[`${id}.`] ?? 0;
  const values = valuesOf(question, districts);
  const at = (value: string): number => counts[`${id}.${value}`] ?? 0;
  if (kind === "ranking") {
    const ranked = values.map((value) => values.map((_, index) => at(`${value}.${index + 1}`)));
    const isTold = answered >= LEAST_BLURRED || !ranked.flat().some((one) => one > 0 && one < LEAST_TOLD);
    const places = values.map((value, option) => {
      const own = ranked[option] ?? [];
      const all = own.reduce((sum, one) => sum + one, 0);
      const mean = own.reduce((sum, one, index) => sum + one * (index + 1), 0) / all;
      return { value, mean: isTold && all >= LEAST_TOLD ? Math.round(mean * 10) / 10 : null };
    });
    return { question, answered, values: [], places };
  }
  const own = Object.fromEntries(values.map((value) => [value, at(value)]));
  const without = Object.fromEntries(values.map((value) => [`not ${value}`, answered - at(value)]));
  // Of one option at most, the options add up to those who answered.
  const isSeveral = kind === "several" && question.most !== 1;
  const hidden = hiddenCells({
    counts: isSeveral ? { ...own, ...without } : own,
    lines: isSeveral ? values.map((value) => [value, `not ${value}`]) : [values],
    least: LEAST_TOLD,
  });
  const told = values.map((value) => ({ value, count: hidden.has(value) ? null : at(value) }));
  if (kind !== "place") return { question, answered, values: told, places: [] };
  // A city has dozens of districts: those that many chose, the most chosen first, and the rest as one.
  const chosen = told.flatMap(({ value, count }) => (count ? [{ value, count }] : []));
  const rest = answered - chosen.reduce((sum, { count }) => sum + count, 0);
  return { question, answered, values: chosen.toSorted((a, b) => b.count - a.count), rest, places: [] };
};

/** What is told of all questions. Whoever reads how many answered a question that was asked after a hidden number would know that number. */
export const questionResults = (
  questions: readonly Asked[],
  counts: Counts,
  districts: readonly string[],
): QuestionResult[] => {
  const results: QuestionResult[] = [];
  const isHidden = ({ after }: Asked): boolean => {
    const before = results.find(({ question }) => question.id === after?.question);
    return before?.values.find(({ value }) => value === after?.option)?.count === null;
  };
  for (const question of questions) {
    const result = resultOf(question, counts, districts);
    const hidden = {
      question,
      answered: null,
      values: question.kind === "place" ? [] : result.values.map(({ value }) => ({ value, count: null })),
      ...(question.kind === "place" && { rest: null }),
      places: result.places.map(({ value }) => ({ value, mean: null })),
    };
    results.push(isHidden(question) ? hidden : result);
  }
  return results;
};
