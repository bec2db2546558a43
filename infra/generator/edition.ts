import { cityNamed } from "../../shared/cities/cities.ts";
import { capGrosze } from "../../shared/domain/pool/cap.ts";
import { forKind } from "../../shared/domain/pool/kinds.ts";
import { projectNumber } from "../../shared/domain/project/number-scheme.ts";
import { countingRule, kindOf, type RuleSet } from "../../shared/domain/rule-set.ts";
import { electionOf } from "../../shared/domain/tally/election-of.ts";
import { tally } from "../../shared/domain/tally/tally.ts";
import type { Contest, PastProject } from "../rehearse/contest.ts";
import { BOTH_LISTS, CITYWIDE_ALONE, PATTERNS, POOLS, type PoolParameters } from "./parameters.ts";
import { proposer } from "./proposals.ts";
import { type Chance, seeded } from "./random.ts";

/** Whose figures the parameters are. */
const CITY = cityNamed("katowice");

interface EditionParts {
  readonly ruleSet: RuleSet;
  readonly seed: number;
  /** Without them those of the whole city. */
  readonly pools?: readonly PoolParameters[];
  /** How many ballots a pool gets: of a district all of them, of the citywide list those of voters who use no other. */
  readonly ballotsOf: (parameters: PoolParameters) => number;
}

/** How many times its money the projects of a list cost together: twice in the middle of the real districts, more citywide. */
const ASKED = { citywide: 3.4, district: 2.2 };
const ASKED_SPREAD = 0.4;

/** About as many proposals as the real city's office turns down. */
const GAP_SHARE = 0.25;

type Choices = readonly (readonly [number: string, points: number])[];

/** A project that was made up, with what its author says of it. */
export interface MadeUpProject extends PastProject {
  readonly description: string;
  readonly category: string;
}

/** A contest of made-up projects, and the proposals of its pool that did not come that far: their numbers are gaps in its list. */
export interface MadeUpContest extends Contest {
  readonly projects: readonly MadeUpProject[];
  readonly others: readonly MadeUpProject[];
}

const projectsOf = (
  chance: Chance,
  { pool, amountZloty, projects }: PoolParameters,
  { ruleSet }: EditionParts,
): Pick<MadeUpContest, "projects" | "others"> => {
  const kind = kindOf(ruleSet, pool);
  const edition = ruleSet.edition.numeral;
  const cap = capGrosze(forKind(ruleSet.caps, kind), amountZloty * 100);
  const isCitywide = kind === "citywide";
  const asked = (isCitywide ? ASKED.citywide : ASKED.district) * Math.exp(ASKED_SPREAD * chance.normal());
  const meanZloty = (asked * amountZloty) / projects;
  const propose = proposer(chance, { pool, isCitywide, cap, meanZloty });
  let sequence = 0;
  const next = (): MadeUpProject => {
    sequence += 1;
    const number = projectNumber(CITY.projectNumbers, { pool, sequence, edition });
    return { number, ...propose(), isSelected: null, isWithdrawn: false };
  };
  const others: MadeUpProject[] = [];
  const listed = Array.from({ length: projects }, () => {
    if (chance.share() < GAP_SHARE) others.push(next());
    return next();
  });
  return { projects: listed, others };
};

/** The best liked has two to three times the points of the middle one, as in the real lists. */
const SPREAD = 0.75;

const popularity = (chance: Chance, count: number): number[] =>
  Array.from({ length: count }, () => Math.exp(SPREAD * chance.normal()));

const choose = (chance: Chance, projects: readonly PastProject[], liked: readonly number[]): Choices => {
  const pattern = PATTERNS[chance.weighted(PATTERNS.map(({ weight }) => weight))]?.points ?? [3];
  const weights = [...liked];
  return pattern.slice(0, projects.length).map((points) => {
    const index = chance.weighted(weights);
    weights[index] = 0;
    return [projects[index]?.number ?? "", points] as const;
  });
};

interface Draft {
  readonly parameters: PoolParameters;
  readonly projects: readonly MadeUpProject[];
  readonly others: readonly MadeUpProject[];
  readonly liked: readonly number[];
  readonly ballots: Map<string, Choices>;
}

const castAll = (chance: Chance, drafts: readonly Draft[], { ruleSet, ballotsOf }: EditionParts): void => {
  const citywide = drafts.find(({ parameters }) => kindOf(ruleSet, parameters.pool) === "citywide");
  const cast = (draft: Draft | undefined, voter: string): void => {
    draft?.ballots.set(voter, choose(chance, draft.projects, draft.liked));
  };
  let voter = 0;
  for (const draft of drafts) {
    for (let left = ballotsOf(draft.parameters); left > 0; left--) {
      voter += 1;
      cast(draft, String(voter));
      if (draft !== citywide && chance.share() < BOTH_LISTS) cast(citywide, String(voter));
    }
  }
};

/** Marks the winners as the count itself finds them, without the system in between: what a rehearsal is compared with. */
const withOutcome = ({ parameters, projects, others, ballots }: Draft, ruleSet: RuleSet): MadeUpContest => {
  const { pool, amountZloty } = parameters;
  const election = electionOf({
    budgetGrosze: amountZloty * 100,
    projects: projects.map(({ number, costGrosze }) => ({ id: number, costGrosze })),
    ballots: [...ballots.values()].map((choices) => ({ choices, count: 1 })),
  });
  const order = projects.map(({ number }) => number);
  const draws = order.length > 1 ? [{ order, protocol: "the order of the list" }] : [];
  const selected = new Set(tally(election, countingRule(ruleSet, kindOf(ruleSet, pool)), { draws }).selected);
  return {
    name: `generated ${ruleSet.name} ${pool}`,
    year: ruleSet.edition.voteYear,
    city: CITY,
    ruleSet,
    pool,
    budgetGrosze: amountZloty * 100,
    projects: projects.map((project) => ({ ...project, isSelected: selected.has(project.number) })),
    others,
    ballots,
  };
};

/** Of the other ballots of the city, those with the citywide list alone are told. */
const isDistrict = (pool: string): boolean => CITY.districts.some(({ id }) => id === pool);

/** The real numbers of ballots, or a share of them. */
export const realBallots =
  (share = 1): EditionParts["ballotsOf"] =>
  ({ pool, ballots }) =>
    Math.max(1, Math.round(ballots * share * (isDistrict(pool) ? 1 : CITYWIDE_ALONE)));

/** A made-up edition, by itself with the real city's parameters: 22 districts and citywide, each voter with one or both sections. */
export const generateEdition = (parts: EditionParts): MadeUpContest[] => {
  const chance = seeded(parts.seed);
  const drafts = (parts.pools ?? POOLS).map((parameters): Draft => {
    const { projects, others } = projectsOf(chance, parameters, parts);
    return { parameters, projects, others, liked: popularity(chance, projects.length), ballots: new Map() };
  });
  castAll(chance, drafts, parts);
  return drafts.map((draft) => withOutcome(draft, parts.ruleSet));
};
