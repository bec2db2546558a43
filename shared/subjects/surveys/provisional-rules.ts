import {
  type Counted,
  type Counts,
  LEAST_TOLD,
  type QuestionResult,
  questionResults,
  valuesOf,
} from "./result-rules.ts";
import type { Asked, SurveyState } from "./rules.ts";

/** What residents see of the counts before they are final, and what they will see next. */
export interface Told extends Counted {
  /** The cells of a later moment, question by question: shown once each of them has as many more as are told at all. */
  readonly waiting: Counts;
}

/**
 * Whether a survey is looked at anew, by the number of its answers alone: looked at after each one, the moment at which something is shown
 * would tell of that one.
 */
export const isWorthTelling = (now: Counted, told: Counted | undefined): boolean =>
  now.web + now.paper - (told ? told.web + told.paper : 0) >= LEAST_TOLD;

/** How many gave each answer to a question, and how many left out one of several. */
const countsOf = (question: Asked, counts: Counts, districts: readonly string[]): number[] => {
  const { id, kind } = question;
  const at = (value: string): number => counts[`${id}.${value}`] ?? 0;
  const values = valuesOf(question, districts);
  if (kind === "ranking")
    return values.flatMap((value) => values.map((_, place) => at(`${value}.${place + 1}`)));
  const own = values.map(at);
  return [at(""), ...own, ...(kind === "several" ? own.map((one) => at("") - one) : [])];
};

/** Questions that are shown together: one, and those that are asked after it. Alone, those would tell how many gave the answer before them. */
const together = (questions: readonly Asked[]): Asked[][] => {
  const groups: Asked[][] = [];
  for (const question of questions) {
    const own = groups.find((group) => group.some(({ id }) => id === question.after?.question));
    if (own) own.push(question);
    else groups.push([question]);
  }
  return groups;
};

/**
 * What is told next. A question is told as of a moment since which every answer to it was given by as many more as are told at all: so
 * whatever is told later, the final results too, differs by none or by as many, and no difference tells of few.
 */
export const toldNext = (
  questions: readonly Asked[],
  {
    now,
    told,
    districts,
  }: { readonly now: Counted; readonly told: Told | undefined; readonly districts: readonly string[] },
): Told => {
  let { cells = {}, waiting = {} } = told ?? {};
  for (const group of together(questions)) {
    const before = group.flatMap((one) => countsOf(one, waiting, districts));
    const after = group.flatMap((one) => countsOf(one, now.cells, districts));
    if (after.some((count, index) => count - (before[index] ?? 0) < LEAST_TOLD)) continue;
    const of = (counts: Counts): Counts =>
      Object.fromEntries(
        Object.entries(counts).filter(([cell]) => group.some(({ id }) => cell.startsWith(`${id}.`))),
      );
    cells = { ...cells, ...of(waiting) };
    waiting = { ...waiting, ...of(now.cells) };
  }
  return { web: now.web, paper: now.paper, cells, waiting };
};

/** What residents see of the counts. How many answered is told of a survey that is over, too, in steps: papers are entered one by one. */
export const shownOf = (state: SurveyState, counted: Counted, told: Told | undefined): Counted => {
  if (state === "final") return counted;
  const { cells = {} } = told ?? {};
  if (state === "open") return { web: told?.web ?? 0, paper: told?.paper ?? 0, cells };
  const { web, paper } = told === undefined || isWorthTelling(counted, told) ? counted : told;
  return { web, paper, cells };
};

/** What is told of all questions before results are final: nothing of those that wait. */
export const provisionalResults = (
  questions: readonly Asked[],
  cells: Counts,
  districts: readonly string[],
): QuestionResult[] =>
  questionResults(questions, cells, districts).map((result) =>
    cells[`${result.question.id}.`] === undefined
      ? { question: result.question, answered: null, values: [], places: [] }
      : result,
  );
