import fc from "fast-check";
import type { ExclusionGroup, Project } from "../../shared/domain/tally/election.ts";
import { electionOf, type PlainBallot } from "../../shared/domain/tally/election-of.ts";
import {
  type Completion,
  type CountingRule,
  type Fill,
  OrderKey,
  type TieKey,
  Utility,
} from "../../shared/domain/tally/rule.ts";

// Elections from the bottom up: small numbers on purpose, so that ties, misfits and exact fits are common.

/** An election in plain form, as the twin counts it and `electionOf` packs it. */
export interface PlainElection {
  readonly budgetGrosze: number;
  readonly projects: readonly Project[];
  readonly ballots: readonly PlainBallot[];
}

const IDS = ["L1/01/XII", "L1/02/XII", "L1/10/XII", "M/3/XII", "a", "B", "ż", "10", "9"];

export const aProject = (id: string): fc.Arbitrary<Project> =>
  fc.record(
    {
      id: fc.constant(id),
      costGrosze: fc.integer({ min: 1, max: 9 }),
      drawnNumber: fc.integer({ min: 1, max: 4 }),
      excluded: fc.record({
        why: fc.constantFrom("withdrawn", "excluded"),
        reason: fc.constant("building works"),
      }),
    },
    { requiredKeys: ["id", "costGrosze"], noNullPrototype: true },
  );

const mostlyPresent = (project: Project, absent: boolean): Project => {
  const { excluded, ...present } = project;
  return absent && excluded ? { ...present, excluded } : present;
};

export const aBallot = (ids: readonly string[]): fc.Arbitrary<PlainBallot> =>
  fc.record({
    choices: fc
      .subarray([...ids], { maxLength: Math.min(3, ids.length) })
      .chain((chosen) =>
        fc.tuple(...chosen.map((id) => fc.tuple(fc.constant(id), fc.integer({ min: 1, max: 3 })))),
      ),
    count: fc.integer({ min: 1, max: 4 }),
  });

export const anElection: fc.Arbitrary<PlainElection> = fc
  .shuffledSubarray(IDS, { minLength: 1 })
  .chain((ids) =>
    fc.record({
      budgetGrosze: fc.integer({ min: 0, max: 25 }),
      projects: fc.tuple(
        ...ids.map((id) =>
          fc
            .tuple(aProject(id), fc.integer({ min: 0, max: 5 }))
            .map(([project, die]) => mostlyPresent(project, die === 0)),
        ),
      ),
      ballots: fc.array(aBallot(ids), { maxLength: 12 }),
    }),
  );

/** Tie keys that end in a lot, so that no order of input plays a part. */
export const someTieKeys: fc.Arbitrary<TieKey[]> = fc
  .shuffledSubarray<TieKey>(["more-voters", "cheaper", "drawn-number"])
  .map((keys) => [...keys, "lot"]);

const aCompletion: fc.Arbitrary<Completion> = fc.oneof(
  fc.constant({ kind: "none" as const }),
  fc.constant({ kind: "greedy" as const }),
  fc.record({
    kind: fc.constant("add1" as const),
    unitGrosze: fc.constantFrom(1, 2),
    stopsWhenExhaustive: fc.boolean(),
    thenGreedy: fc.boolean(),
  }),
);

/** Ways of spending voters' own money. */
export const aSharesFill: fc.Arbitrary<Fill> = fc.oneof(
  fc.record({
    kind: fc.constant("equal-shares" as const),
    utility: fc.constantFrom(...Utility.options),
    share: fc.oneof(fc.constant("exact" as const), fc.record({ unitGrosze: fc.constantFrom(1, 2) })),
    completion: aCompletion,
    comparison: fc.constantFrom(null, "satisfaction" as const, "exclusion" as const),
  }),
  fc.record({
    kind: fc.constant("phragmen" as const),
    afterMisfit: fc.constantFrom("skip" as const, "stop" as const),
  }),
);

export const aRule: fc.Arbitrary<CountingRule> = fc.record({
  order: fc.constantFrom(...OrderKey.options),
  threshold: fc.option(
    fc.oneof(
      fc.record({
        kind: fc.constantFrom("points", "votes"),
        minimum: fc.integer({ min: 0, max: 6 }),
        inclusive: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant("share-of-ballots"),
        on: fc.constantFrom("points", "votes"),
        basisPoints: fc.integer({ min: 0, max: 10_000 }),
        inclusive: fc.boolean(),
      }),
      fc.record({ kind: fc.constant("share-of-cost"), divisor: fc.integer({ min: 1, max: 4 }) }),
    ),
  ),
  fill: fc.oneof(
    fc.constant({ kind: "skip" }),
    fc.constant({ kind: "stop" }),
    fc.record({ kind: fc.constant("stop-with-top-up"), percent: fc.integer({ min: 1, max: 99 }) }),
  ),
  ties: someTieKeys,
});

export const aSeed: fc.Arbitrary<string> = fc.string({ minLength: 1, maxLength: 12 });

/** Packs a plain election for the engine. */
export const packed = (plain: PlainElection) => electionOf(plain);

/** Two or more projects that shut each other out. */
export const aGroupOf = (ids: readonly string[]): fc.Arbitrary<ExclusionGroup> =>
  fc.record({
    projects: fc.subarray([...ids]),
    rule: fc.oneof(fc.constant("best-wins" as const), fc.record({ atMost: fc.integer({ min: 1, max: 2 }) })),
    reason: fc.constant("one place"),
  });
