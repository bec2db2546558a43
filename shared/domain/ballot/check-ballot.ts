import { canonicalDigest } from "../canonical.ts";
import type { City } from "../city.ts";
import { entryOf } from "../cycle/calendar.ts";
import { type Cycle, poolOf } from "../cycle/cycle.ts";
import { folded } from "../folded.ts";
import type { Grosze } from "../money.ts";
import type { Location } from "../project/location.ts";
import { compareNumbers, projectNumber, readProjectNumber } from "../project/number-scheme.ts";
import { costOf, type Project } from "../project/project.ts";
import { elsewhere } from "../project/whereabouts.ts";
import { districtsOfPool } from "../rule-set.ts";
import { BallotChecks } from "./checks.ts";
import type { Finding, FindingFacts, FindingName, Settled } from "./findings.ts";
import { nearPairs } from "./near.ts";

type Checked = Pick<
  Project,
  "id" | "number" | "title" | "pool" | "status" | "costGrosze" | "estimatedCostGrosze" | "location"
>;
type Edition = Pick<Cycle, "edition" | "calendar" | "pools" | "ruleSet" | "exclusionGroups">;
type Place = Pick<City, "map" | "projectNumbers">;

/** So far from the estimate, or from the middle of its pool, a cost may lack its thousands. */
const FAR_TIMES = 100;
/** The middle of fewer says nothing. */
const LEAST_FOR_MIDDLE = 5;
/** Of one kind so many are told: what is settled makes room for the next. */
const MOST_OF_A_KIND = 200;

export const checksOf = ({ ruleSet }: Pick<Cycle, "ruleSet">): BallotChecks =>
  ruleSet.ballotChecks ?? BallotChecks.parse({});

const found = (what: FindingName, of: readonly Checked[], facts: FindingFacts): Finding => {
  const projects = of.map(({ id, number, title }) => ({ id, number, title }));
  const digest = canonicalDigest({ what, facts: { ...facts }, projects: projects.map(({ id }) => id) });
  return { what, id: `${what}-${digest.slice(0, 16)}`, projects, facts };
};

const middleOf = (costs: readonly Grosze[]): Grosze | undefined =>
  costs.length < LEAST_FOR_MIDDLE ? undefined : costs.toSorted((a, b) => a - b)[Math.floor(costs.length / 2)];

const isFar = (one: Grosze, other: Grosze): boolean =>
  Math.max(one, other) >= FAR_TIMES * Math.max(1, Math.min(one, other));

/** The same digits, with more or fewer zeros. */
const isShifted = (one: Grosze, other: Grosze): boolean => {
  const [less, more] = one < other ? [one, other] : [other, one];
  if (less <= 0) return false;
  let shifted = less;
  while (shifted < more) shifted *= 10;
  return one !== other && shifted === more;
};

const costFindings = (
  project: Checked,
  { pools }: Edition,
  middle: Grosze | undefined,
): (Finding | false)[] => {
  const { costGrosze: grosze, estimatedCostGrosze: estimate } = project;
  if (grosze === undefined) return [found("no-verified-cost", [project], {})];
  const pool = poolOf({ pools }, project.pool);
  const isOverPool = pool !== undefined && grosze > pool.amountGrosze;
  const isSlip = isShifted(grosze, estimate) || isFar(grosze, estimate);
  return [
    isOverPool && found("over-pool", [project], { grosze, besideGrosze: pool.amountGrosze }),
    pool !== undefined &&
      !isOverPool &&
      grosze > pool.capGrosze &&
      found("over-cap", [project], { grosze, besideGrosze: pool.capGrosze }),
    isSlip && found("thousands", [project], { grosze, besideGrosze: estimate, beside: "estimate" }),
    !isSlip &&
      middle !== undefined &&
      isFar(grosze, middle) &&
      found("thousands", [project], { grosze, besideGrosze: middle, beside: "middle" }),
  ];
};

const elsewhereIn = (project: Checked, { ruleSet }: Edition, city: Place): Finding[] => {
  const { location, pool } = project;
  const where = location && elsewhere(city, districtsOfPool(ruleSet, pool), location);
  return where
    ? [found("elsewhere", [project], { pool, district: "outside" in where ? null : where.district })]
    : [];
};

/** Projects by what they have in common, where several have it. */
const together = <P extends Checked>(projects: readonly P[], by: (project: P) => string): P[][] =>
  [...Map.groupBy(projects, by).values()].filter(({ length }) => length > 1);

type Located = Checked & { readonly location: Location };
const isLocated = (project: Checked): project is Located => project.location !== undefined;
/** A metre, as degrees go. */
const spotOf = ({ lat, lon }: Location): string => `${lat.toFixed(5)} ${lon.toFixed(5)}`;

const placeFindings = (listed: readonly Checked[], edition: Edition): Finding[] => {
  const located = listed.filter(isLocated);
  const spots = Map.groupBy(located, ({ location }) => spotOf(location));
  const same = [...spots.values()].filter(({ length }) => length > 1);
  const firsts = [...spots.values()].flatMap((group) => group.slice(0, 1));
  const pairs = nearPairs(firsts, checksOf(edition).nearMetres);
  const without = listed.filter((project) => !isLocated(project));
  return [
    ...(without.length > 0 ? [found("no-point", without, {})] : []),
    ...same.map((group) => found("same-place", group, {})),
    ...pairs.map(({ one, other, metres }) => found("near", [one, other], { metres })),
  ];
};

/** Numbers below the highest of a pool that no proposal has: each was given once, and none goes without a trace. */
const gapsIn = (all: readonly Checked[], { edition, pools, calendar }: Edition, city: Place): Finding[] => {
  // What the office enters from paper bears the numbers that it was given there.
  if (!entryOf(calendar, "submission")) return [];
  const scheme = city.projectNumbers;
  const given = new Map<string, Set<number>>();
  for (const { number } of all) {
    const parts = readProjectNumber(scheme, number);
    if (parts) given.set(parts.pool, (given.get(parts.pool) ?? new Set()).add(parts.sequence));
  }
  return pools.flatMap(({ id: pool }) => {
    const known = given.get(pool) ?? new Set();
    const highest = Math.max(0, ...known);
    const numbers: string[] = [];
    for (let sequence = 1; sequence < highest && numbers.length < MOST_OF_A_KIND; sequence++)
      if (!known.has(sequence)) numbers.push(projectNumber(scheme, { pool, edition, sequence }));
    return numbers.length > 0 ? [found("number-gap", [], { pool, numbers })] : [];
  });
};

/** Whether staff have named these projects as ones that exclude each other: then what they share is looked at. */
const isGrouped = ({ projects }: Finding, { exclusionGroups }: Edition): boolean =>
  projects.length > 0 &&
  exclusionGroups.some((group) => projects.every(({ id }) => group.projects.includes(id)));

const MAY_BE_GROUPED: readonly FindingName[] = ["same-place", "near"];

/**
 * What is found of the projects of an edition that would stand on its ballot: faults, with which no list is frozen, and hints, of which a person
 * says that they are right so. The work grows with the projects, not with their pairs.
 */
export const checkBallot = (
  edition: Edition,
  all: readonly Checked[],
  city: Place,
  settled: readonly Settled[],
): Finding[] => {
  const listed = all
    .filter(({ status }) => status === "on-ballot")
    .toSorted((a, b) => compareNumbers(a.number, b.number));
  const middles = new Map(
    [...Map.groupBy(listed, ({ pool }) => pool)].map(([pool, of]) => [pool, middleOf(of.map(costOf))]),
  );
  const findings = [
    ...listed.flatMap((project) => costFindings(project, edition, middles.get(project.pool))),
    ...listed.flatMap((project) => elsewhereIn(project, edition, city)),
    ...placeFindings(listed, edition),
    ...together(listed, ({ title }) => folded(title)).map((group) => found("same-title", group, {})),
    ...gapsIn(all, edition, city),
  ].filter((one) => one !== false);
  const said = new Map(settled.map((one) => [one.id, one]));
  const told = new Map<string, number>();
  return findings
    .filter((one) => !(MAY_BE_GROUPED.includes(one.what) && isGrouped(one, edition)))
    .flatMap((one) => {
      const known = said.get(one.id);
      if (known) return [{ ...one, settled: known }];
      const count = (told.get(one.what) ?? 0) + 1;
      told.set(one.what, count);
      return count > MOST_OF_A_KIND ? [] : [one];
    });
};
