import { z } from "zod";
import { type Refusal, refusal } from "../refusals.ts";
import { ok, type Result, refused } from "../result.ts";
import { type BallotForm, limitsOf } from "./ballot-form.ts";
import { limitFault, type SectionLimits, type SectionSums } from "./limits.ts";

/** One section as a voter fills it in: a pool, and points by project. */
export const BallotSection = z
  .strictObject({
    pool: z.string().max(40),
    points: z.record(z.string().max(60), z.int().min(1).max(1000)),
  })
  .meta({ id: "BallotSection" });
export type BallotSection = z.infer<typeof BallotSection>;

/** What one voter may vote on: the voter's pools (citywide and the own district), each with its projects. */
export interface Booth {
  readonly pools: readonly { readonly pool: string; readonly projects: readonly string[] }[];
}

/** A ballot that keeps the rules: the sections that were filled in, by the booth's order, their projects by id. */
export interface CheckedBallot {
  readonly sections: readonly {
    readonly pool: string;
    readonly choices: readonly (readonly [projectId: string, points: number])[];
  }[];
}

/** Checks a ballot against the form and the voter's booth. A section may be left empty, but not every one. */
export const checkBallot = (
  form: BallotForm,
  booth: Booth,
  sections: readonly BallotSection[],
): Result<CheckedBallot> => {
  const limits = limitsOf(form);
  const filled = new Map<string, CheckedBallot["sections"][number]>();
  const seen = new Set<string>();
  for (const [index, section] of sections.entries()) {
    const pointer = `/sections/${index}`;
    const place = booth.pools.find(({ pool }) => pool === section.pool);
    if (!place || seen.has(section.pool)) {
      return refused(refusal("ballot/pool", { pool: section.pool }, `${pointer}/pool`));
    }
    seen.add(section.pool);
    const choices = Object.entries(section.points);
    const fault = choices.length > 0 ? sectionFault(limits, place.projects, { section, pointer }) : null;
    if (fault) return refused(fault);
    if (choices.length > 0)
      filled.set(section.pool, { pool: section.pool, choices: choices.sort(byProject) });
  }
  if (filled.size === 0) return refused(refusal("ballot/empty", {}, "/sections"));
  return ok({ sections: booth.pools.flatMap(({ pool }) => filled.get(pool) ?? []) });
};

const sectionFault = (
  limits: SectionLimits,
  projects: readonly string[],
  { section, pointer }: { readonly section: BallotSection; readonly pointer: string },
): Refusal | null => {
  const { pool, points } = section;
  const at = (project: string): string => `${pointer}/points/${escaped(project)}`;
  const stranger = Object.keys(points).find((id) => !projects.includes(id));
  if (stranger !== undefined) return refusal("ballot/project", { project: stranger }, at(stranger));

  const sums = sumsOf(Object.values(points));
  const toOne = (wrong: (given: number) => boolean) =>
    at(Object.keys(points).find((id) => wrong(points[id] ?? 0)) ?? "");
  const over = { pool, given: sums.points, allowed: limits.maxPoints };
  switch (limitFault(limits, sums)) {
    case null:
      return null;
    case "too-many-projects": {
      const facts = { pool, given: sums.projects, allowed: limits.maxProjects };
      return refusal("ballot/too-many-projects", facts, `${pointer}/points`);
    }
    case "too-many-points":
      return refusal("ballot/over-points", over, `${pointer}/points`);
    case "too-many-points-for-one": {
      const facts = { pool, given: sums.most, allowed: limits.maxPointsEach };
      return refusal(
        "ballot/over-points",
        facts,
        toOne((given) => given === sums.most),
      );
    }
    default: {
      const issue = { pointer: toOne((given) => given === sums.least), rule: "too-small", limit: 1 } as const;
      return refusal("request/not-valid", { issues: [issue] }, issue.pointer);
    }
  }
};

const sumsOf = (given: readonly number[]): SectionSums => ({
  projects: given.length,
  points: given.reduce((sum, points) => sum + points, 0),
  least: Math.min(...given),
  most: Math.max(...given),
});

/** A member's name in a JSON pointer (RFC 6901): numbers like `L13/08/XII` hold slashes. */
const escaped = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");

const byProject = ([a]: [string, number], [b]: [string, number]): number => (a < b ? -1 : 1);
