import fc from "fast-check";
import { electionOf } from "../../shared/domain/tally/election-of.ts";
import type { AtMost, SharesContest } from "../../shared/domain/tally/shares/contest.ts";
import type { PlainContest } from "./shares-twin.ts";

/** Packs a plain contest for the engine. */
export const packedContest = (plain: PlainContest): SharesContest => {
  const { ballots } = electionOf({
    budgetGrosze: plain.budget,
    projects: plain.costs.map((costGrosze, index) => ({ id: `${index}`, costGrosze })),
    ballots: plain.ballots.map(({ given, count }) => ({
      choices: [...given].map(([project, points]) => [`${project}`, points] as const),
      count,
    })),
  });
  const precedence = new Int32Array(plain.costs.length);
  plain.order.forEach((project, place) => {
    precedence[project] = place;
  });
  return {
    ballots,
    costsGrosze: plain.costs,
    takesPart: Uint8Array.from(plain.takesPart, Number),
    precedence,
    budgetGrosze: plain.budget,
    voters: plain.ballots.reduce((sum, { count }) => sum + count, 0),
    groups: plain.groups,
  };
};

/** Approval ballots from lists of projects, each cast once. */
export const approvals = (
  costs: readonly number[],
  budget: number,
  lists: readonly (readonly number[])[],
): PlainContest => ({
  costs,
  takesPart: costs.map(() => true),
  order: [...costs.keys()],
  budget,
  ballots: lists.map((list) => ({ given: new Map(list.map((project) => [project, 1])), count: 1 })),
  groups: [],
});

const aGroup = (projects: number): fc.Arbitrary<AtMost> =>
  fc.record({
    projects: fc.subarray([...Array(projects).keys()], { minLength: 1 }),
    atMost: fc.integer({ min: 1, max: 2 }),
  });

/** Costs of few levels, so that ties are common; some cost nothing. */
const someCosts = fc.oneof(
  fc.array(fc.constantFrom(0, 1, 2, 6, 12), { minLength: 1, maxLength: 7 }),
  fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 7 }),
  fc.array(fc.constant(12), { minLength: 2, maxLength: 6 }),
);

const aBallot = (projects: number) =>
  fc.record({
    given: fc
      .uniqueArray(fc.tuple(fc.nat({ max: projects - 1 }), fc.constantFrom(1, 1, 2, 3, 0, -1)), {
        selector: ([project]) => project,
        maxLength: projects,
      })
      .map((entries) => new Map(entries)),
    count: fc.integer({ min: 1, max: 3 }),
  });

export const aContest: fc.Arbitrary<PlainContest> = someCosts.chain((costs) =>
  fc.record({
    costs: fc.constant(costs),
    takesPart: fc.tuple(...costs.map(() => fc.integer({ min: 0, max: 7 }).map((die) => die > 0))),
    order: fc.shuffledSubarray([...costs.keys()], { minLength: costs.length, maxLength: costs.length }),
    budget: fc.integer({ min: 0, max: 60 }),
    ballots: fc.array(aBallot(costs.length), { maxLength: 9 }),
    groups: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      fc.array(aGroup(costs.length), { maxLength: 2 }),
    ),
  }),
);

/** One project of each block of voters costs what they have, give or take one: what decides is the last grosz. */
export const aKnifeEdge: fc.Arbitrary<PlainContest> = fc
  .record({
    blocks: fc.array(
      fc.record({
        size: fc.integer({ min: 1, max: 5 }),
        more: fc.integer({ min: -1, max: 1 }),
        twice: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    each: fc.integer({ min: 3, max: 9 }),
    empty: fc.integer({ min: 0, max: 2 }),
    parts: fc.integer({ min: 1, max: 3 }),
    scale: fc.constantFrom(1, 1_099_511_627_791),
  })
  .map(({ blocks, each, empty, parts, scale }) => {
    const costs: number[] = [];
    const ballots: { given: Map<number, number>; count: number }[] = [];
    for (const { size, more, twice } of blocks) {
      const own = Array.from({ length: parts }, (_, part) => costs.length + part);
      for (let part = 0; part < parts; part += 1)
        costs.push(Math.max(0, Math.floor((size * each * scale) / parts) + more));
      for (let voter = 0; voter < size; voter += 1) {
        const given = new Map(own.map((project) => [project, 1]));
        if (twice && voter === 0 && own[0] !== 0) given.set(0, 2);
        ballots.push({ given, count: 1 });
      }
    }
    if (empty > 0) ballots.push({ given: new Map(), count: empty });
    const voters = ballots.reduce((sum, { count }) => sum + count, 0);
    return {
      costs,
      takesPart: costs.map(() => true),
      order: [...costs.keys()],
      budget: voters * each * scale,
      ballots,
      groups: [],
    };
  });

/** Blocks of voters with clones of one project each, all blocks alike: everything ties with everything. */
export const aSymmetry: fc.Arbitrary<PlainContest> = fc
  .record({
    blocks: fc.integer({ min: 1, max: 3 }),
    clones: fc.integer({ min: 1, max: 3 }),
    size: fc.integer({ min: 1, max: 4 }),
    cost: fc.integer({ min: 1, max: 12 }),
    budget: fc.integer({ min: 0, max: 80 }),
    shared: fc.boolean(),
  })
  .chain(({ blocks, clones, size, cost, budget, shared }) => {
    const projects = blocks * clones + (shared ? 1 : 0);
    const ballots = Array.from({ length: blocks }, (_, block) => ({
      given: new Map([
        ...Array.from({ length: clones }, (_, clone) => [block * clones + clone, 1] as const),
        ...(shared ? [[projects - 1, 1] as const] : []),
      ]),
      count: size,
    }));
    return fc
      .shuffledSubarray([...Array(projects).keys()], { minLength: projects, maxLength: projects })
      .map((order) => ({
        costs: Array.from({ length: projects }, () => cost),
        takesPart: Array.from({ length: projects }, () => true),
        order,
        budget,
        ballots,
        groups: [],
      }));
  });
