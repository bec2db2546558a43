import fc from "fast-check";
import type { Project } from "../shared/domain/tally/election.ts";
import { electionOf, type PlainBallot } from "../shared/domain/tally/election-of.ts";
import type { CountingRule, TieKey } from "../shared/domain/tally/rule.ts";

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

export const aRule: fc.Arbitrary<CountingRule> = fc.record({
  order: fc.constant("points"),
  threshold: fc.option(
    fc.record({
      kind: fc.constantFrom("points", "votes"),
      minimum: fc.integer({ min: 0, max: 6 }),
      inclusive: fc.boolean(),
    }),
  ),
  fill: fc.constantFrom("skip", "stop"),
  ties: someTieKeys,
});

export const aSeed: fc.Arbitrary<string> = fc.string({ minLength: 1, maxLength: 12 });

/** Packs a plain election for the engine. */
export const packed = (plain: PlainElection) => electionOf(plain);
