import { z } from "zod";
import { canonicalDigest } from "../canonical.ts";
import { type Cycle, PoolId } from "../cycle/cycle.ts";
import { CycleId, ProjectId } from "../ids.ts";
import { Grosze } from "../money.ts";
import { hiddenCells } from "../small-cells.ts";
import { Figures } from "../tally/figures.ts";
import { LeftOver } from "../tally/left-over.ts";
import { Line } from "../tally/line.ts";
import { CountingRule } from "../tally/rule.ts";
import type { Tally } from "../tally/tally.ts";
import { Tie } from "../tally/tie.ts";
import { Instant } from "../time.ts";
import { BatchFigures } from "../voting/paper.ts";
import { People, type PerDistrict, type RunningTurnout, sumOf } from "../voting/turnout.ts";
import { VoidReason } from "../voting/void.ts";

/** A project in the results: its line of the tally, with its public number and title. */
const ResultProject = z.intersection(
  z.object({ number: z.string().describe("`project_id` in the `.pb` file"), title: z.string() }),
  Line,
);

/** The outcome of one pool: money, ballots, the rule, and every project in the order in which its turn came. */
export const PoolResult = z.object({
  id: PoolId,
  name: z.string(),
  /** Residents of its area, as the edition has them; editions that were opened before they were kept have none. */
  residents: z.int().positive().optional(),
  /** The pool's own money; the budget is what it was counted with, which may be more by what districts left. */
  amountGrosze: Grosze,
  budgetGrosze: Grosze,
  costGrosze: Grosze,
  leftGrosze: Grosze,
  ballots: z.int(),
  rule: CountingRule,
  selected: z.array(ProjectId),
  projects: z.array(ResultProject),
  ties: z.array(Tie),
  figures: Figures,
  tallyDigest: z.string(),
});
export type PoolResult = z.infer<typeof PoolResult>;

const Turnout = People.extend({ voters: z.int().min(0) });

/** The published result of a cycle. A result that has to change is published again under the next version, never edited. */
export const Results = z
  .object({
    cycleId: CycleId,
    name: z.string(),
    edition: z.string(),
    version: z.int().positive(),
    publishedAt: Instant,
    voting: z.object({ startsAt: Instant, endsAt: Instant }),
    ruleSet: z.object({ name: z.string(), version: z.int(), digest: z.string() }),
    turnout: z.object({
      ...Turnout.shape,
      /** Votes that children cast with a guardian; a handful is not told. */
      withGuardian: z.int().min(0).optional(),
      perDistrict: z
        .record(z.string(), Turnout)
        .describe(
          "Without districts of fewer than five voters, and without one more where those would be told by subtraction; their lists are published all the same",
        ),
    }),
    /** Paper cards of all batches, where the edition took them: how many became ballots, and why the others did not; how many were registered after the close. */
    paper: BatchFigures.omit({ untouched: true, keyed: true })
      .extend({ afterClose: z.int().min(0).default(0) })
      .optional(),
    /** Days on which voting points had ballots or cards, and those that two people have not signed as the ledger has them; absent without points. */
    pointDays: z
      .object({
        worked: z.int().min(0),
        unsigned: z.array(
          z.object({
            point: z.string(),
            name: z.string().optional().describe("Of the point"),
            day: z.string(),
          }),
        ),
      })
      .optional(),
    /** Ballots that were counted, and those left out by decision; together as many as voted. */
    counted: z.int().min(0).optional(),
    voids: z.array(z.object({ reason: VoidReason, ballots: z.int().positive() })).default([]),
    pools: z.array(PoolResult),
    /** What the money left in pools was used for beside them; null where it is not used in this edition. */
    leftOver: LeftOver.nullable(),
    /** SHA-256 over the sorted list of leaves, and over everything that was signed. */
    leavesDigest: z.string(),
    digest: z.string(),
    signOffs: z.array(z.object({ name: z.string(), at: Instant })),
  })
  .meta({ id: "Results" });
export type Results = z.infer<typeof Results>;

/** What a list calls a project. */
export interface Listed {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** Changes with a title, a number or a cost on any list: who signs it has signed what the projects are. The order of lists does not matter. */
export const listDigest = (
  pools: readonly {
    readonly id: string;
    readonly projects: readonly (Listed & { readonly costGrosze: number })[];
  }[],
): string =>
  canonicalDigest(
    Object.fromEntries(
      pools.map(({ id, projects }) => [
        id,
        Object.fromEntries(
          projects.map((project) => [project.id, [project.number, project.title, project.costGrosze]]),
        ),
      ]),
    ),
  );

export const poolResult = (
  pool: Cycle["pools"][number],
  tally: Tally,
  listed: readonly Listed[],
): PoolResult => {
  const names = new Map(listed.map((project) => [project.id, project]));
  return {
    id: pool.id,
    name: pool.name,
    ...(pool.residents !== undefined && { residents: pool.residents }),
    amountGrosze: pool.amountGrosze,
    budgetGrosze: tally.budgetGrosze,
    costGrosze: tally.costGrosze,
    leftGrosze: tally.leftGrosze,
    ballots: tally.ballots,
    rule: tally.rule,
    selected: tally.selected.map((id) => id as ProjectId),
    projects: tally.lines.map((line) => ({
      ...line,
      number: names.get(line.id)?.number ?? line.id,
      title: names.get(line.id)?.title ?? "",
    })),
    ties: tally.ties,
    figures: tally.figures,
    tallyDigest: tally.digest,
  };
};

/** How small a district's turnout, or the number of children, may be and still be told: below it, people could be told apart. */
export const SMALLEST_TOLD = 5;

interface Counts {
  readonly voters: PerDistrict;
  /** Children among them who voted with a guardian, by any key. */
  readonly guardians: PerDistrict;
  readonly onRoll: PerDistrict;
  /** Undefined where the edition has none. */
  readonly residents: PerDistrict | undefined;
  /** The last that was told while the vote was on, which whoever kept it still knows. */
  readonly running?: RunningTurnout | undefined;
}

/**
 * Voters, people on the roll and residents by district, and the children among the voters. Districts with a handful of voters or none are left
 * out, and the one that would tell them.
 */
export const turnoutOf = ({ voters, guardians, onRoll, residents, running }: Counts): Results["turnout"] => {
  const districts = Object.keys(onRoll);
  const counts = Object.fromEntries(districts.map((district) => [district, voters[district] ?? 0]));
  const told = Object.entries(running?.perDistrict ?? {}).map(([district, { atLeast }]) => [
    district,
    atLeast,
  ]);
  const hidden = hiddenCells({
    counts,
    lines: [districts],
    least: SMALLEST_TOLD,
    atLeast: Object.fromEntries(told),
  });
  const shown = Object.entries(onRoll).filter(
    ([district]) => (voters[district] ?? 0) >= SMALLEST_TOLD && !hidden.has(district),
  );
  const withGuardian = sumOf(guardians);
  return {
    ...(withGuardian >= SMALLEST_TOLD && { withGuardian }),
    voters: sumOf(voters),
    eligible: sumOf(onRoll),
    ...(residents && { residents: sumOf(residents) }),
    perDistrict: Object.fromEntries(
      shown.map(([district, eligible]) => [
        district,
        {
          voters: voters[district] ?? 0,
          eligible,
          ...(residents && { residents: residents[district] }),
        },
      ]),
    ),
  };
};
