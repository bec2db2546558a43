import type { CountingRule, Fill } from "../../shared/domain/tally/rule.ts";
import type { PlainBallot, PlainContest, PlainProject } from "../../shared/recount/contest.ts";

// Contests for the second counter, as short as they can be written.

/** Projects from their costs in grosze, in the order of the official list. */
export const costing = (costs: Readonly<Record<string, number>>): PlainProject[] =>
  Object.entries(costs).map(([id, costGrosze]) => ({ id, costGrosze }));

/** An approval ballot from the ids it names, parted by blanks, cast so many times. */
export const approving = (ids: string, count = 1): PlainBallot => ({
  choices: ids.split(" ").flatMap((id) => (id ? [[id, 1] as const] : [])),
  count,
});

/** Ballots that each name one project, from the points wanted. */
export const pointsOnly = (points: Readonly<Record<string, number>>): PlainBallot[] =>
  Object.entries(points).map(([id, count]) => approving(id, count));

/** A project's points spread over its voters, each giving it 1 point or 2. */
export const pointsOf = (id: string, points: number, voters: number): PlainBallot[] => [
  { choices: [[id, 2]], count: points - voters },
  { choices: [[id, 1]], count: 2 * voters - points },
];

export const byVotes = (fill: Fill, rest: Partial<CountingRule> = {}): CountingRule => ({
  order: "votes",
  threshold: null,
  ties: ["file-order"],
  fill,
  ...rest,
});

export const SKIP: Fill = { kind: "skip" };
export const STOP: Fill = { kind: "stop" };

type SharesFill = Extract<Fill, { readonly kind: "equal-shares" }>;
type AddOne = Extract<SharesFill["completion"], { readonly kind: "add1" }>;

export const shares = (rest: Partial<SharesFill> = {}): SharesFill => ({
  kind: "equal-shares",
  utility: "cost",
  share: "exact",
  completion: { kind: "none" },
  comparison: null,
  ...rest,
});

export const addOne = (unitGrosze: number, rest: Partial<AddOne> = {}): AddOne => ({
  kind: "add1",
  unitGrosze,
  stopsWhenExhaustive: false,
  thenGreedy: false,
  ...rest,
});

/** As Wieliczka, Świecie and Assen counted: whole złoty, Add1 up to the end. */
export const asCitiesCount = (rest: Partial<CountingRule> = {}): CountingRule =>
  byVotes(shares({ share: { unitGrosze: 100 }, completion: addOne(100), comparison: "satisfaction" }), {
    ties: ["cheaper", "more-voters", "file-order"],
    ...rest,
  });

/** The example on equalshares.net. */
export const BICYCLES: Omit<PlainContest, "rule"> = {
  budgetGrosze: 1_100_00,
  projects: costing({ bike: 700_00, gym: 400_00, park: 250_00, playground: 200_00, library: 100_00 }),
  ballots: [
    approving("bike gym", 3),
    approving("bike gym park", 3),
    approving("park playground library", 2),
    approving("playground"),
    approving("playground library"),
    approving("bike"),
  ],
};

/** The running example of Lackner and Skowron (2023), a place costing 24 grosze. */
export const COMMITTEE: Omit<PlainContest, "rule"> = {
  budgetGrosze: 4 * 24,
  projects: costing({ a: 24, b: 24, c: 24, d: 24, e: 24, f: 24, g: 24 }),
  ballots: [
    approving("a b", 3),
    approving("a c", 3),
    approving("a d", 2),
    approving("b c f"),
    approving("e"),
    approving("f"),
    approving("g"),
  ],
};
