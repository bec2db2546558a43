import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answers } from "../../shared/subjects/surveys/answer-rules.ts";
import {
  isWorthTelling,
  provisionalResults,
  shownOf,
  type Told,
  toldNext,
} from "../../shared/subjects/surveys/provisional-rules.ts";
import {
  type Counted,
  cellsOf,
  type QuestionResult,
  questionResults,
} from "../../shared/subjects/surveys/result-rules.ts";
import type { Asked } from "../../shared/subjects/surveys/rules.ts";
import { type Chance, chanceOf, runs } from "../kit/chance.ts";
import { computed, type Known, known, sumOf } from "../kit/equations.ts";

const FEW = 5;
const DISTRICTS = ["L1", "L2", "L3", "L4"];
const KINDS = ["one", "several", "scale", "ranking", "place"] as const;
type Kind = (typeof KINDS)[number];

/** A survey of a few questions, and the answers of those who came between two moments at which its results were told. */
interface Answered {
  readonly questions: readonly Asked[];
  readonly cohorts: readonly (readonly Answers[])[];
}

const questionOf = (chance: Chance, at: number, before: readonly Asked[], kinds: readonly Kind[]): Asked => {
  const kind = chance.one(kinds);
  const options = Array.from({ length: chance.between(2, 4) }, (_, option) => `${option + 1}`);
  const first = chance.one(before.filter((one) => one.kind === "one" || one.kind === "several"));
  return {
    id: `q${at + 1}`,
    kind,
    text: { pl: "?" },
    options: { pl: kind === "scale" || kind === "place" ? [] : options },
    isRequired: chance.happens(0.6),
    most: kind === "several" && chance.happens(0.3) ? chance.between(1, 2) : null,
    after:
      first && chance.happens(0.5) ? { question: first.id, option: chance.happens(0.7) ? "1" : "2" } : null,
  } as Asked;
};
/** Most choose the first: what few chose is what is looked for. */
const chosen = <T>(chance: Chance, from: readonly T[]): T =>
  from[Math.min(chance.below(from.length), chance.below(from.length + 1))] ?? (from[0] as T);

const answerTo = (chance: Chance, { kind, options, most }: Asked): Answers[string] => {
  const all = options.pl.map((_, at) => String(at + 1));
  if (kind === "place") return { district: chosen(chance, DISTRICTS) };
  if (kind === "scale") return String(Math.max(1, 5 - chance.below(chance.between(1, 5))));
  if (kind === "one") return chosen(chance, all);
  const some = new Set([chosen(chance, all)]);
  if (kind === "several") {
    for (const one of all) if (some.size < (most ?? 9) && chance.happens(0.3)) some.add(one);
    return [...some].sort();
  }
  const isWhole = chance.happens(0.8);
  for (let n = 0; n < 9; n++) some.add(chosen(chance, all));
  for (const one of all) some.add(one);
  return isWhole ? [...some] : [...some].slice(0, chance.between(1, all.length));
};
const isAsked = (given: Answers, { after }: Asked): boolean => {
  if (!after) return true;
  const before = given[after.question];
  return before === after.option || (Array.isArray(before) && before.includes(after.option));
};
const answersOf = (chance: Chance, questions: readonly Asked[]): Answers => {
  const given: Record<string, Answers[string]> = {};
  for (const one of questions)
    if (isAsked(given, one) && (one.isRequired || chance.happens(0.8))) given[one.id] = answerTo(chance, one);
  return given;
};
const surveyOf = (
  seed: number,
  { cohorts, kinds = KINDS }: { readonly cohorts: readonly number[]; readonly kinds?: readonly Kind[] },
): Answered => {
  const chance = chanceOf(seed);
  const questions: Asked[] = [];
  const count = chance.between(1, 3);
  for (let at = 0; at < count; at++) questions.push(questionOf(chance, at, questions, kinds));
  return {
    questions,
    cohorts: cohorts.map((people) => Array.from({ length: people }, () => answersOf(chance, questions))),
  };
};

const countedOf = ({ questions }: Pick<Answered, "questions">, all: readonly Answers[]): Counted => {
  const cells: Record<string, number> = {};
  for (const one of all)
    for (const cell of cellsOf({ questions: [...questions] }, one)) cells[cell] = (cells[cell] ?? 0) + 1;
  return { web: all.length, paper: 0, cells };
};

const valuesOf = ({ kind, options }: Asked): string[] => {
  if (kind === "scale") return ["1", "2", "3", "4", "5"];
  return kind === "place" ? DISTRICTS : options.pl.map((_, at) => String(at + 1));
};
const by = (cohort: number, cell: string): string => `${cell} by ${cohort}`;

/** What follows from the questions alone, for each lot of answers. */
const rulesOf = (questions: readonly Asked[], cohort: number): Known[] => {
  const any = 99_999;
  const at = (cell: string) => by(cohort, cell);
  return questions.flatMap((question): Known[] => {
    const { id, kind, after, isRequired, most } = question;
    const answered = at(`${id}.`);
    const asked = after ? at(`${after.question}.${after.option}`) : at("people");
    const values = valuesOf(question);
    const left = isRequired ? 0 : any;
    const all = [known({ [asked]: 1, [answered]: -1 }, 0, left)];
    if (kind === "several")
      return [
        ...all,
        ...values.map((value) => known({ [answered]: 1, [at(`${id}.${value}`)]: -1 }, 0, any)),
        known({ ...sumOf(values.map((value) => at(`${id}.${value}`))), [answered]: -1 }, 0, any),
        ...(most
          ? [known({ ...sumOf(values.map((value) => at(`${id}.${value}`))), [answered]: -most }, -any, 0)]
          : []),
      ];
    if (kind !== "ranking")
      return [...all, known({ ...sumOf(values.map((value) => at(`${id}.${value}`))), [answered]: -1 }, 0)];
    const places = values.map((_, place) => values.map((value) => at(`${id}.${value}.${place + 1}`)));
    return [
      ...all,
      known({ ...sumOf(places[0] ?? []), [answered]: -1 }, 0),
      ...values.map((value) =>
        known(
          { ...sumOf(values.map((_, place) => at(`${id}.${value}.${place + 1}`))), [answered]: -1 },
          -any,
          0,
        ),
      ),
      ...places.slice(1).map((place, index) => {
        const sum: Record<string, number> = { ...sumOf(place) };
        for (const one of places[index] ?? []) sum[one] = -1;
        return known(sum, -any, 0);
      }),
    ];
  });
};

/** What is told of the answers to a question until a moment. */
const toldOf = (
  { question, answered, values, rest, places }: QuestionResult,
  upTo: readonly number[],
): Known[] => {
  const any = 99_999;
  const { id } = question;
  const all = (cell: string, factor = 1) => Object.fromEntries(upTo.map((one) => [by(one, cell), factor]));
  const isWhole = values.length > 0 && values.every(({ count }) => count === null);
  return [
    ...(answered === null ? [] : [known(all(`${id}.`), answered)]),
    ...values.map(({ value, count }) =>
      known(all(`${id}.${value}`), count ?? (isWhole || question.kind === "several" ? 0 : 1), count ?? any),
    ),
    ...(rest === undefined || rest === null
      ? []
      : [
          known(
            Object.assign(
              {},
              ...DISTRICTS.filter((one) => !values.some(({ value }) => value === one)).map((one) =>
                all(`${id}.${one}`),
              ),
            ),
            rest,
          ),
        ]),
    ...places.flatMap(({ value, mean }) => {
      if (mean === null) return [];
      const ten = Math.round(mean * 10);
      const sum = (factor: (place: number) => number) =>
        Object.assign({}, ...places.map((_, place) => all(`${id}.${value}.${place + 1}`, factor(place + 1))));
      return [
        known(
          sum((place) => 20 * place - (2 * ten - 1)),
          0,
          any * 100,
        ),
        known(
          sum((place) => 2 * ten + 1 - 20 * place),
          1,
          any * 100,
        ),
        known(
          sum(() => 1),
          FEW,
          any,
        ),
      ];
    }),
  ];
};

/** What is told at one moment: of the first so many lots of answers, all of them at least that many. */
interface Telling {
  readonly web: number;
  /** By question, how many lots its numbers speak of, and what is told. */
  readonly results: readonly { readonly lots: number; readonly result: QuestionResult }[];
}
type Publisher = (survey: Answered) => Telling[];

const lotsOf = (count: number) => Array.from({ length: count }, (_, lot) => lot);
const upTo = (survey: Answered, lots: number): Counted =>
  countedOf(survey, survey.cohorts.slice(0, lots).flat());

/** The last telling is the final one; those before come after each lot of answers, while the survey is open. */
const published: Publisher = (survey) => {
  const { questions, cohorts } = survey;
  const tellings: Telling[] = [];
  let told: Told | undefined;
  for (const lot of cohorts.slice(0, -1).keys()) {
    const now = upTo(survey, lot + 1);
    if (isWorthTelling(now, told)) told = toldNext(questions, { now, told, districts: DISTRICTS });
    const { web, cells } = shownOf("open", now, told);
    const results = provisionalResults(questions, cells, DISTRICTS).map((result) => {
      const cell = `${result.question.id}.`;
      // Of which moment it is the reader finds out: numbers of a question only grow.
      const lots = lotsOf(cohorts.length + 1).find(
        (count) => (upTo(survey, count).cells[cell] ?? 0) === (cells[cell] ?? 0),
      );
      return { lots: lots ?? 0, result };
    });
    tellings.push({ web, results });
  }
  const all = upTo(survey, cohorts.length);
  const final = questionResults(questions, shownOf("final", all, told).cells, DISTRICTS);
  return [...tellings, { web: all.web, results: final.map((result) => ({ lots: cohorts.length, result })) }];
};

const knownOf = (survey: Answered, tellings: readonly Telling[]): Known[] => {
  const { questions, cohorts } = survey;
  return [
    ...cohorts.flatMap((_, lot) => rulesOf(questions, lot)),
    ...tellings.flatMap(({ web, results }) => {
      const lots = lotsOf(cohorts.length + 1).find((count) => upTo(survey, count).web === web) ?? 0;
      return [
        known(sumOf(lotsOf(lots).map((lot) => by(lot, "people"))), web),
        ...results.flatMap(({ lots: of, result }) => toldOf(result, lotsOf(of))),
      ];
    }),
    ...[...new Set(Object.keys(upTo(survey, cohorts.length).cells))].map((cell) =>
      known({ ...sumOf(lotsOf(cohorts.length).map((lot) => by(lot, cell))), [cell]: -1 }, 0),
    ),
  ];
};

/** What a reader of everything computes of few: how many gave an answer, in all or in one lot. */
const secretsIn = (survey: Answered, publish: Publisher): string[] => {
  const truth = new Map<string, number>();
  for (const [lot, all] of survey.cohorts.entries()) {
    const { web, cells } = countedOf(survey, all);
    truth.set(by(lot, "people"), web);
    for (const [cell, count] of Object.entries(cells)) {
      truth.set(by(lot, cell), count);
      truth.set(cell, (truth.get(cell) ?? 0) + count);
    }
  }
  // What everybody gave is told of each of them by the final results alone.
  const isByAll = (cell: string): boolean =>
    truth.get(cell) === truth.get(cell.slice(0, cell.indexOf(".") + 1));
  const few = [...truth].filter(
    ([name, count]) =>
      /^q\d\.[\dL]/.test(name) && count > 0 && count < FEW && !isByAll(name.replace(/ by .*/, "")),
  );
  return computed(
    knownOf(survey, publish(survey)),
    truth,
    few.map(([name]) => name),
  );
};

/** Lots of answers as large as the steps in which a survey is looked at; the last, after which it is final, of a few too. */
const surveysOf = (kinds: readonly Kind[], most: number) =>
  fc
    .tuple(
      fc.nat(),
      fc.array(fc.integer({ min: FEW, max: most }), { maxLength: 3 }),
      fc.integer({ min: 1, max: 9 }),
    )
    .map(([seed, lots, last]) => surveyOf(seed, { kinds, cohorts: [...lots, last] }));
/** Rankings are left to those that are told once: each option at each place of each lot is more than can be searched. */
const small = surveysOf(["one", "several", "scale", "place"], 14);
/** Large enough to be told while they are open. */
const lively = surveysOf(["one", "several"], 45);

/** Surveys whose results are told once, when they are final. */
const toldOnce = (kinds: readonly Kind[]) =>
  fc
    .tuple(fc.nat(), fc.integer({ min: 5, max: 20 }))
    .map(([seed, people]) => surveyOf(seed, { kinds, cohorts: [people] }));

const isFound = (publish: Publisher, surveys: fc.Arbitrary<Answered>): boolean =>
  fc.sample(surveys, { numRuns: 300 }).some((survey) => secretsIn(survey, publish).length > 0);

describe("results of a survey, solved as equations over all that was ever told of them", () => {
  test.each([
    ["small", small],
    ["lively", lively],
    ["told once", toldOnce(KINDS)],
  ])("tell of no few people, in all or between two tellings: %s ones", (_, surveys) => {
    fc.assert(
      fc.property(surveys, (survey) => {
        expect(secretsIn(survey, published)).toEqual([]);
      }),
      { numRuns: Math.min(5000, runs(60)) },
    );
  });

  test("are told while a survey is open, where each answer was given often", () => {
    const isTold = (survey: Answered): boolean =>
      published(survey)
        .slice(0, -1)
        .some(({ results }) => results.some(({ result }) => (result.answered ?? 0) > 0));
    expect(fc.sample(lively, { numRuns: 200 }).filter(isTold).length).toBeGreaterThan(10);
  });

  test("would be found out if open surveys were told as they are, in steps of five", () => {
    const asTheyAre: Publisher = (survey) =>
      lotsOf(survey.cohorts.length).map((lot) => {
        const { web, cells } = upTo(survey, lot + 1);
        const results = questionResults(survey.questions, cells, DISTRICTS);
        return { web, results: results.map((result) => ({ lots: lot + 1, result })) };
      });
    expect(isFound(asTheyAre, small)).toBe(true);
  });

  test("would be found out if nothing but small numbers were hidden, or each mean place told", () => {
    const final = (
      tell: (question: Asked, counts: Counted["cells"]) => Partial<QuestionResult>,
    ): Publisher => {
      return (survey) => {
        const all = upTo(survey, survey.cohorts.length);
        const results = questionResults(survey.questions, all.cells, DISTRICTS).map((result) => ({
          lots: survey.cohorts.length,
          result: { ...result, ...tell(result.question, all.cells) },
        }));
        return [{ web: all.web, results }];
      };
    };
    const onlySmall = final(({ id, kind, options }, counts) => {
      if (kind !== "one") return {};
      const values = options.pl.map((_, at) => ({
        value: `${at + 1}`,
        count: counts[`${id}.${at + 1}`] ?? 0,
      }));
      return {
        answered: counts[`${id}.`] ?? 0,
        values: values.map(({ value, count }) => ({ value, count: count > 0 && count < FEW ? null : count })),
      };
    });
    const eachMean = final(({ id, kind, options }, counts) => {
      if (kind !== "ranking") return {};
      return {
        places: options.pl.map((_, option) => {
          const own = options.pl.map((_, place) => counts[`${id}.${option + 1}.${place + 1}`] ?? 0);
          const all = own.reduce((sum, one) => sum + one, 0);
          const mean = own.reduce((sum, one, place) => sum + one * (place + 1), 0) / all;
          return { value: `${option + 1}`, mean: all < FEW ? null : Math.round(mean * 10) / 10 };
        }),
      };
    });
    expect(isFound(onlySmall, toldOnce(["one"]))).toBe(true);
    expect(isFound(eachMean, toldOnce(["ranking"]))).toBe(true);
  });

  test("tell a mean place of many, whoever few of them are", () => {
    const chance = chanceOf(1);
    for (let n = 0; n < 20; n++) {
      const survey = surveyOf(chance.below(1e9), { kinds: ["ranking"], cohorts: [chance.between(50, 70)] });
      expect(secretsIn(survey, published)).toEqual([]);
    }
  });
});
