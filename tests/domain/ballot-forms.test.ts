import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../shared/domain/languages.ts";
import { checkBallot } from "../../shared/domain/voting/ballot.ts";
import {
  contentBytes,
  contentOf,
  readContent,
  writeContent,
} from "../../shared/domain/voting/ballot-content.ts";
import { BallotForm } from "../../shared/domain/voting/ballot-form.ts";
import { detailOf, errorsOf, statusOf } from "../../shared/platform/problem.ts";
import { plain } from "../../shared/words/fallback.ts";
import { wordsOf } from "../kit/words.ts";

/** A list of up to six projects with costs of 1 to 9 złoty, and the money of its pool. */
const lists = fc
  .record({
    costs: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
    money: fc.integer({ min: 1, max: 30 }),
  })
  .map(({ costs, money }) => ({
    pool: "M",
    amountGrosze: money * 100,
    projects: costs.map((cost, index) => ({ id: `p/${index}`, costGrosze: cost * 100 })),
  }));
type List = typeof lists extends fc.Arbitrary<infer L> ? L : never;

const number = (min: number, max: number) => fc.integer({ min, max });
const repeatedProject = "void" as const;

const formsOf = <const F extends object>(arbitrary: fc.Arbitrary<F>): fc.Arbitrary<F> =>
  arbitrary.filter((form) => BallotForm.safeParse(form).success);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** What is written on a section, and whether the rule as a resolution words it holds. */
type Rule<F> = (form: F, written: readonly number[], list: List, cost: number) => boolean;

interface Case<F> {
  readonly forms: fc.Arbitrary<F>;
  readonly numbers: fc.Arbitrary<number>;
  readonly rule: Rule<F>;
  readonly counted: (form: F, written: number) => number;
}

const check = <F extends BallotForm>({ forms, numbers, rule, counted }: Case<F>): void => {
  const marks = fc.array(fc.option(numbers, { nil: undefined, freq: 2 }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(forms, lists, marks, (form, list, given) => {
      const named = list.projects.flatMap(({ id, costGrosze }, index) => {
        const value = given[index];
        return value === undefined ? [] : [{ id, costGrosze, value }];
      });
      const points = Object.fromEntries(named.map(({ id, value }) => [id, value]));
      const mentioned = named.filter(({ value }) => form.kind !== "scoring" || value !== 0);
      const outcome = checkBallot({ pools: [{ ...list, form }] }, [{ pool: "M", points }]);
      const isLegal =
        mentioned.length > 0 &&
        rule(
          form,
          mentioned.map(({ value }) => value),
          list,
          sum(mentioned.map(({ costGrosze }) => costGrosze)),
        );
      expect(outcome.ok).toBe(isLegal);
      if (outcome.ok) {
        const choices = mentioned.map(({ id, value }): [string, number] => [id, counted(form, value)]);
        expect(outcome.value.sections).toEqual([{ pool: "M", choices }]);
        const content = contentOf("cyc_0000000000000001", "L1", outcome.value);
        const length = contentBytes(content.cycle, [{ district: "L1", pools: [{ ...list, form }] }]);
        expect(readContent(writeContent(content, length))).toEqual(content);
      } else {
        expect(statusOf(outcome.refusal)).toBe(422);
        for (const language of LANGUAGES) {
          expect(detailOf(outcome.refusal, wordsOf(language))).not.toMatch(/undefined|Infinity|NaN/);
          for (const { pointer, detail } of errorsOf(outcome.refusal, wordsOf(language))) {
            expect(pointer).toMatch(/^\/sections(\/0\/points(\/p~1\d)?)?$/);
            expect(plain(detail)).toMatch(/\.$/);
          }
          expect(errorsOf(outcome.refusal, wordsOf(language))).toHaveLength(1);
        }
      }
    }),
    { numRuns: 1500 },
  );
};

describe("a section is legal just when the rule of its city holds:", () => {
  test("at least so many ticks, and at most so many or any number", () => {
    check({
      forms: formsOf(
        fc.record({
          kind: fc.constant("approval" as const),
          minProjects: number(1, 4),
          maxProjects: fc.option(number(1, 5)),
          repeatedProject: fc.constant(repeatedProject),
        }),
      ),
      numbers: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, number(-1, 2)),
      rule: ({ minProjects, maxProjects }, written, { projects }) =>
        written.every((one) => one === 1) &&
        written.length >= Math.min(minProjects, projects.length) &&
        (maxProjects === null || written.length <= maxProjects),
      counted: () => 1,
    });
  });

  test("one tick", () => {
    check({
      forms: fc.constant({ kind: "choose-one" as const, repeatedProject }),
      numbers: number(0, 2),
      rule: (_, written) => written.length === 1 && written[0] === 1,
      counted: () => 1,
    });
  });

  test("points of one project, of all projects, and all of them where all must be given", () => {
    check({
      forms: fc.record({
        kind: fc.constant("points" as const),
        points: number(1, 8),
        maxPerProject: number(1, 8),
        maxProjects: number(1, 6),
        allPoints: fc.boolean(),
        repeatedProject: fc.constant(repeatedProject),
      }),
      numbers: number(-1, 5),
      rule: ({ points, maxPerProject, maxProjects, allPoints }, written, { projects }) => {
        const most = Math.min(points, maxPerProject * Math.min(maxProjects, projects.length));
        return (
          written.every((one) => one >= 1 && one <= maxPerProject) &&
          written.length <= maxProjects &&
          (allPoints ? sum(written) === most : sum(written) <= points)
        );
      },
      counted: (_, written) => written,
    });
  });

  test("places from the first on, each once, and as many as must be filled", () => {
    check({
      forms: formsOf(
        fc.record({
          kind: fc.constant("ordinal" as const),
          weights: fc
            .array(number(1, 9), { minLength: 1, maxLength: 4 })
            .map((weights) => weights.sort((one, other) => other - one)),
          minProjects: number(1, 4),
          repeatedProject: fc.constant(repeatedProject),
        }),
      ),
      numbers: number(1, 3),
      rule: ({ weights, minProjects }, written, { projects }) =>
        written.length <= weights.length &&
        written.length >= Math.min(minProjects, projects.length) &&
        Array.from({ length: written.length }, (_, index) => index + 1).every(
          (place) => written.filter((one) => one === place).length === 1,
        ),
      counted: ({ weights }, rank) => weights[rank - 1] ?? Number.NaN,
    });
  });

  test("scores within their bounds, where 0 is as good as none", () => {
    check({
      forms: formsOf(
        fc.record({
          kind: fc.constant("scoring" as const),
          min: number(-3, 2),
          max: number(-2, 4),
          repeatedProject: fc.constant(repeatedProject),
        }),
      ),
      numbers: number(-4, 5),
      rule: ({ min, max }, written) => written.every((one) => one >= min && one <= max),
      counted: (_, written) => written,
    });
  });

  test("ticks that cost no more than the pool, or than a stated sum", () => {
    check({
      forms: fc.record({
        kind: fc.constant("knapsack" as const),
        maxCostGrosze: fc.option(number(1, 30).map((zloty) => zloty * 100)),
        maxProjects: fc.option(number(1, 5)),
        repeatedProject: fc.constant(repeatedProject),
      }),
      numbers: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, number(0, 2)),
      rule: ({ maxCostGrosze, maxProjects }, written, { amountGrosze }, cost) =>
        written.every((one) => one === 1) &&
        cost <= (maxCostGrosze ?? amountGrosze) &&
        (maxProjects === null || written.length <= maxProjects),
      counted: () => 1,
    });
  });
});

const listNamed = (pool: string, count: number, form: BallotForm) => ({
  pool,
  form,
  amountGrosze: 1000_00,
  projects: Array.from({ length: count }, (_, n) => ({ id: `${pool}/${n}`, costGrosze: 10_00 })),
});

describe("a card that is void unless it is whole", () => {
  const krakow: BallotForm = {
    kind: "ordinal",
    weights: [3, 2, 1],
    minProjects: 3,
    required: true,
    repeatedProject: "void",
  };
  const full = (pool: string) => ({ pool, points: { [`${pool}/0`]: 1, [`${pool}/1`]: 2, [`${pool}/2`]: 3 } });

  test("is taken with every section, and refused without one, or with one that is not full", () => {
    const booth = { pools: [listNamed("M", 5, krakow), listNamed("L1", 4, krakow)] };
    expect(checkBallot(booth, [full("L1"), full("M")]).ok).toBe(true);
    const free = { pools: [listNamed("M", 5, krakow), listNamed("L1", 4, { ...krakow, required: false })] };
    expect(checkBallot(free, [full("M")]).ok).toBe(true);
    expect(checkBallot(free, [full("L1")])).toMatchObject({ refusal: { facts: { pool: "M" } } });
    expect(checkBallot(booth, [full("M")])).toMatchObject({
      refusal: { code: "ballot/incomplete", facts: { pool: "L1" }, pointer: "/sections" },
    });
    expect(checkBallot(booth, [full("M"), { pool: "L1", points: { "L1/0": 1 } }])).toMatchObject({
      refusal: {
        code: "ballot/too-few-projects",
        facts: { given: 1, allowed: 3 },
        pointer: "/sections/1/points",
      },
    });
  });

  test("wants nothing of a list without projects, and no more than a short list has", () => {
    const booth = { pools: [listNamed("M", 5, krakow), listNamed("L1", 0, krakow)] };
    expect(checkBallot(booth, [full("M")]).ok).toBe(true);
    const short = { pools: [listNamed("M", 2, krakow)] };
    expect(checkBallot(short, [{ pool: "M", points: { "M/1": 1, "M/0": 2 } }]).ok).toBe(true);
  });
});

test("All ballots of a cycle have one length, which holds the longest ballot of the longest lists", () => {
  const forms = [
    { kind: "approval", minProjects: 1, maxProjects: null, repeatedProject },
    { kind: "knapsack", maxCostGrosze: null, maxProjects: null, repeatedProject },
    { kind: "scoring", min: -1000, max: 1000, repeatedProject },
  ] as const satisfies BallotForm[];
  const cycle = "cyc_0000000000000001";
  for (const form of forms) {
    const booths = [
      { district: "L2", pools: [listNamed("M", 90, form)] },
      { district: "L1", pools: [listNamed("M", 90, form), listNamed("L1", 3, form)] },
      { district: "L13", pools: [listNamed("M", 90, form), listNamed("L13", 44, form)] },
    ];
    const length = contentBytes(cycle, booths);
    for (const { district, pools } of booths) {
      const value = form.kind === "scoring" ? -1000 : 1;
      const sections = pools.map(({ pool, projects }) => ({
        pool,
        points: Object.fromEntries(projects.map(({ id }) => [id, value])),
      }));
      // A pool of 1000 złoty pays 100 projects of 10.
      const outcome = checkBallot({ pools }, sections);
      if (!outcome.ok) throw new Error(outcome.refusal.code);
      expect(writeContent(contentOf(cycle, district, outcome.value), length)).toHaveLength(length);
    }
    expect(length % 512).toBe(0);
  }
});
