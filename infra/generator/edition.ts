import { cityNamed } from "../../shared/cities/cities.ts";
import { capGrosze } from "../../shared/domain/pool/cap.ts";
import { forKind } from "../../shared/domain/pool/kinds.ts";
import { projectNumber } from "../../shared/domain/project/number-scheme.ts";
import { countingRule, kindOf, type RuleSet } from "../../shared/domain/rule-set.ts";
import { electionOf } from "../../shared/domain/tally/election-of.ts";
import { tally } from "../../shared/domain/tally/tally.ts";
import type { Contest, PastProject } from "../rehearse/contest.ts";
import { BOTH_LISTS, CITYWIDE_ALONE, PATTERNS, POOLS, type PoolParameters } from "./parameters.ts";
import { type Chance, seeded } from "./random.ts";
import { titleOf } from "./titles.ts";

/** Whose figures the parameters are. */
const CITY = cityNamed("katowice");

interface EditionParts {
  readonly ruleSet: RuleSet;
  readonly seed: number;
  /** How many ballots a pool gets: of a district all of them, of the citywide list those of voters who use no other. */
  readonly ballotsOf: (parameters: PoolParameters) => number;
}

type Choices = readonly (readonly [number: string, points: number])[];

/** Costs are log-normal around 60 000 zł in a district and 400 000 zł citywide, in hundreds of złoty, within the cap. */
const costOf = (chance: Chance, isCitywide: boolean, cap: number): number => {
  const median = isCitywide ? 400_000 : 60_000;
  const zloty = Math.round((median * Math.exp(chance.normal())) / 100) * 100;
  return Math.min(Math.max(zloty, 2000) * 100, cap);
};

const projectsOf = (
  chance: Chance,
  { pool, amountZloty, projects }: PoolParameters,
  { ruleSet }: EditionParts,
): PastProject[] => {
  const kind = kindOf(ruleSet, pool);
  const edition = ruleSet.edition.numeral;
  const cap = capGrosze(forKind(ruleSet.caps, kind), amountZloty * 100);
  const taken = new Set<string>();
  let sequence = 0;
  return Array.from({ length: projects }, () => {
    // Numbers have gaps where proposals were rejected or withdrawn.
    sequence += 1 + (chance.share() < 0.25 ? 1 : 0);
    return {
      number: projectNumber(CITY.projectNumbers, { pool, sequence, edition }),
      title: titleOf(chance, taken),
      costGrosze: costOf(chance, kind === "citywide", cap),
      isSelected: null,
      isWithdrawn: false,
    };
  });
};

/** Some projects are liked far more than others, as everywhere. */
const popularity = (chance: Chance, count: number): number[] =>
  Array.from({ length: count }, () => Math.exp(1.1 * chance.normal()));

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
  readonly projects: readonly PastProject[];
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
const withOutcome = ({ parameters, projects, ballots }: Draft, ruleSet: RuleSet): Contest => {
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

/** A whole made-up edition with the real city's parameters: 22 districts and citywide, each voter with one or both sections. */
export const generateEdition = (parts: EditionParts): Contest[] => {
  const chance = seeded(parts.seed);
  const drafts = POOLS.map((parameters): Draft => {
    const projects = projectsOf(chance, parameters, parts);
    return { parameters, projects, liked: popularity(chance, projects.length), ballots: new Map() };
  });
  castAll(chance, drafts, parts);
  return drafts.map((draft) => withOutcome(draft, parts.ruleSet));
};
