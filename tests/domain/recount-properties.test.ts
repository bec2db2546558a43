import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CountingRule, Fill, TieKey } from "../../shared/domain/tally/rule.ts";
import type { PlainBallot, PlainContest, PlainGroup, PlainProject } from "../../shared/recount/contest.ts";
import { recount } from "../../shared/recount/recount.ts";
import { addOne, byVotes, costing, pointsOnly, shares } from "./recount-contests.ts";

// Contests with small numbers, so that ties, misfits and exact fits are common.

const IDS = ["a", "B", "ż", "10", "9"];

const aProject = (id: string): fc.Arbitrary<PlainProject> =>
  fc
    .record({
      costGrosze: fc.integer({ min: 0, max: 9 }),
      drawnNumber: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 1 }),
      why: fc.option(fc.constantFrom("withdrawn" as const, "excluded" as const), { freq: 5, nil: null }),
      isOut: fc.nat({ max: 5 }).map((die) => die === 0),
    })
    .map(({ costGrosze, drawnNumber, why, isOut }) => ({
      id,
      costGrosze,
      ...(drawnNumber === null ? {} : { drawnNumber }),
      ...(isOut && why ? { excluded: { why } } : {}),
    }));

const aBallot: fc.Arbitrary<PlainBallot> = fc.record({
  choices: fc
    .subarray(IDS)
    .chain((ids) => fc.tuple(...ids.map((id) => fc.tuple(fc.constant(id), fc.integer({ min: -1, max: 3 }))))),
  count: fc.integer({ min: 1, max: 4 }),
});

const aGroup: fc.Arbitrary<PlainGroup> = fc.record({
  projects: fc.subarray(IDS, { minLength: 2 }),
  rule: fc.oneof(fc.constant("best-wins" as const), fc.record({ atMost: fc.integer({ min: 0, max: 2 }) })),
});

const aGreedyFill: fc.Arbitrary<Fill> = fc.oneof(
  fc.constantFrom<Fill>({ kind: "skip" }, { kind: "stop" }),
  fc.record({ kind: fc.constant("stop-with-top-up" as const), percent: fc.integer({ min: 1, max: 99 }) }),
);

const aFill: fc.Arbitrary<Fill> = fc.oneof(
  aGreedyFill,
  fc.constantFrom<Fill>({ kind: "phragmen", afterMisfit: "skip" }, { kind: "phragmen", afterMisfit: "stop" }),
  fc.record({
    kind: fc.constant("equal-shares" as const),
    utility: fc.constantFrom(
      "cost" as const,
      "cardinality" as const,
      "points" as const,
      "points-times-cost" as const,
    ),
    share: fc.constantFrom("exact" as const, { unitGrosze: 1 }, { unitGrosze: 2 }),
    completion: fc.oneof(
      fc.constantFrom({ kind: "none" as const }, { kind: "greedy" as const }),
      fc.record({
        kind: fc.constant("add1" as const),
        unitGrosze: fc.integer({ min: 1, max: 2 }),
        stopsWhenExhaustive: fc.boolean(),
        thenGreedy: fc.boolean(),
      }),
    ),
    comparison: fc.constantFrom("satisfaction" as const, "exclusion" as const, null),
  }),
);

const aRule = (fill: fc.Arbitrary<Fill>): fc.Arbitrary<CountingRule> =>
  fc.record({
    order: fc.constantFrom("points", "votes", "points-then-voters", "points-per-cost", "votes-per-cost"),
    threshold: fc.option(
      fc.oneof(
        fc.record({
          kind: fc.constantFrom("points" as const, "votes" as const),
          minimum: fc.integer({ min: 0, max: 4 }),
          inclusive: fc.boolean(),
        }),
        fc.record({
          kind: fc.constant("share-of-ballots" as const),
          on: fc.constantFrom("points" as const, "votes" as const),
          basisPoints: fc.constantFrom(0, 1_000, 2_500, 5_000),
          inclusive: fc.boolean(),
        }),
        fc.record({ kind: fc.constant("share-of-cost" as const), divisor: fc.integer({ min: 1, max: 4 }) }),
      ),
      { freq: 2 },
    ),
    fill,
    ties: fc
      .shuffledSubarray<TieKey>(["more-voters", "cheaper", "drawn-number"])
      .map((keys): TieKey[] => [...keys, "lot"]),
  });

const aContest = (fill: fc.Arbitrary<Fill>): fc.Arbitrary<PlainContest> =>
  fc.record({
    rule: aRule(fill),
    budgetGrosze: fc.integer({ min: 0, max: 25 }),
    projects: fc.tuple(...IDS.map(aProject)),
    groups: fc.array(aGroup, { maxLength: 2 }),
    ballots: fc.array(aBallot, { maxLength: 8 }),
  });

const anyContest = aContest(aFill);
const aSeed = fc.string({ maxLength: 4 });

const permutations = (ids: readonly string[]): string[][] =>
  ids.length === 0
    ? [[]]
    : ids.flatMap((first) => permutations(ids.filter((id) => id !== first)).map((rest) => [first, ...rest]));

/** The projects of each way in which the lots can fall, funded or topped up. */
const waysOf = (contest: PlainContest): Set<string> =>
  new Set(
    permutations(IDS).map((order) => {
      const { selected, toppedUp } = recount({ ...contest, ties: { draws: [{ order }] } });
      return JSON.stringify([selected.toSorted(), toppedUp]);
    }),
  );

describe("every count", () => {
  test("spends no more than the pool, on projects that take part and that no group shuts out", () => {
    fc.assert(
      fc.property(anyContest, fc.option(aSeed, { nil: undefined }), (contest, seed) => {
        const ties = seed === undefined ? {} : { seed };
        const { selected, costGrosze, outcomes, toppedUp, undecided } = recount({ ...contest, ties });
        const costs = new Map(contest.projects.map(({ id, costGrosze: cost }) => [id, cost]));
        expect(costGrosze).toBe(selected.reduce((sum, id) => sum + (costs.get(id) ?? Number.NaN), 0));
        expect(costGrosze).toBeLessThanOrEqual(contest.budgetGrosze);
        expect(Object.keys(outcomes).sort()).toEqual(IDS.toSorted());
        expect(IDS.filter((id) => outcomes[id] === "funded").sort()).toEqual(selected.toSorted());
        for (const { id, excluded } of contest.projects)
          if (excluded) expect(outcomes[id]).toBe(excluded.why);
        for (const { projects, rule } of contest.groups ?? []) {
          const most = rule === "best-wins" ? 1 : rule.atMost;
          expect(selected.filter((id) => projects.includes(id)).length).toBeLessThanOrEqual(most);
        }
        if (toppedUp) expect(selected).not.toContain(toppedUp);
        if (seed !== undefined) expect(undecided).toBe(false);
      }),
      { numRuns: 1_500 },
    );
  });

  test("does not depend on the order of ballots, of projects, or of the choices on a ballot", () => {
    fc.assert(
      fc.property(anyContest, (contest) => {
        const { projects, ballots, ...rest } = contest;
        const mirrored = [...ballots]
          .toReversed()
          .map(({ choices, count }) => ({ choices: choices.toReversed(), count }));
        const turned = { ...rest, projects: projects.toReversed(), ballots: mirrored };
        expect(recount(turned)).toEqual(recount(contest));
      }),
      { numRuns: 1_000 },
    );
  });

  test("takes a ballot cast k times as k equal ballots", () => {
    fc.assert(
      fc.property(anyContest, (contest) => {
        const single = [...contest.ballots].flatMap(({ choices, count }) =>
          Array.from({ length: count }, () => ({ choices, count: 1 })),
        );
        expect(recount({ ...contest, ballots: single })).toEqual(recount(contest));
      }),
      { numRuns: 1_000 },
    );
  });

  test("that no lot leaves undecided funds the same projects however the lots fall", () => {
    fc.assert(
      fc.property(anyContest, (contest) => {
        const { selected, toppedUp, undecided } = recount(contest);
        if (!undecided)
          expect([...waysOf(contest)]).toEqual([JSON.stringify([selected.toSorted(), toppedUp])]);
      }),
      { numRuns: 200 },
    );
  });

  test("with a recorded draw follows it like a seed that happens to fall so", () => {
    fc.assert(
      fc.property(anyContest, aSeed, (contest, seed) => {
        const level = { rule: byVotes({ kind: "skip" }, { ties: ["lot"] }), budgetGrosze: 100 };
        const order = recount({
          ...level,
          projects: contest.projects.map(({ id }) => ({ id, costGrosze: 1 })),
          ballots: [],
          ties: { seed },
        }).selected;
        expect(recount({ ...contest, ties: { draws: [{ order }] } })).toEqual(
          recount({ ...contest, ties: { seed } }),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe("a greedy count", () => {
  test("is undecided just when the lots can fall so that other projects are done", () => {
    const withoutBestWins = aContest(aGreedyFill).map(({ groups = [], ...contest }) => ({
      ...contest,
      groups: groups.filter(({ rule }) => rule !== "best-wins"),
    }));
    fc.assert(
      fc.property(withoutBestWins, (contest) => {
        expect(recount(contest).undecided).toBe(waysOf(contest).size > 1);
      }),
      { numRuns: 300 },
    );
  });
});

test("Equal Shares with Add1 divides places between parties as D'Hondt does", () => {
  const aVote = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 3 });
  fc.assert(
    fc.property(aVote, fc.integer({ min: 1, max: 4 }), (votes, places) => {
      const quotients = votes
        .flatMap((count, party) =>
          Array.from({ length: places + 1 }, (_, won) => ({ party, quotient: count / (won + 1) })),
        )
        .sort((a, b) => b.quotient - a.quotient);
      fc.pre(quotients[places - 1]?.quotient !== quotients[places]?.quotient);
      const list = (party: number) => Array.from({ length: places + 1 }, (_, at) => `${party}:${at}`);
      const { selected } = recount({
        rule: byVotes(shares({ utility: "cardinality", completion: addOne(1) })),
        budgetGrosze: 900 * places,
        projects: votes.flatMap((_, party) => list(party).map((id) => ({ id, costGrosze: 900 }))),
        ballots: votes.map((count, party) => ({ choices: list(party).map((id) => [id, 1] as const), count })),
      });
      const won = votes.map((_, party) => selected.filter((id) => id.startsWith(`${party}:`)).length);
      const due = votes.map(
        (_, party) => quotients.slice(0, places).filter((each) => each.party === party).length,
      );
      expect(won).toEqual(due);
    }),
    { numRuns: 30 },
  );
});

test("large amounts stay exact", () => {
  const most = Number.MAX_SAFE_INTEGER;
  const contest = {
    budgetGrosze: most,
    projects: costing({ a: most - 1, b: 1, c: 1 }),
    ballots: pointsOnly({ a: 3, b: 2, c: 1 }),
  };
  expect(recount({ rule: byVotes({ kind: "skip" }), ...contest })).toMatchObject({
    selected: ["a", "b"],
    costGrosze: most,
  });
});
