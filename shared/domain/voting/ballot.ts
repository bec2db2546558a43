import { z } from "zod";
import { refusal } from "../refusals.ts";
import { ok, type Result, refused } from "../result.ts";
import type { Given } from "./forms/form-rules.ts";
import { type BoothList, checkSection } from "./section.ts";

/** One section as a voter fills it in: a pool, and a number by project: points, 1 for a tick, the rank from 1, a score. */
export const BallotSection = z
  .strictObject({
    pool: z.string().max(40),
    points: z.record(z.string().max(60), z.int().min(-1000).max(1000)),
  })
  .meta({ id: "BallotSection" });
export type BallotSection = z.infer<typeof BallotSection>;

/** What one voter may vote on: the lists of the own district, of areas that it is in, and of the city. */
export interface Booth {
  readonly pools: readonly BoothList[];
}

/** A ballot that keeps the rules: the sections that were filled in, by the booth's order, their projects by id, in points as counted. */
export interface CheckedBallot {
  readonly sections: readonly { readonly pool: string; readonly choices: Given }[];
}

/** Checks a ballot against the voter's booth: the only judge, for the API, the pages and the desk alike. */
export const checkBallot = (booth: Booth, sections: readonly BallotSection[]): Result<CheckedBallot> => {
  const filled = new Map<string, CheckedBallot["sections"][number]>();
  const seen = new Set<string>();
  for (const [index, { pool, points }] of sections.entries()) {
    const list = booth.pools.find((one) => one.pool === pool);
    const pointer = `/sections/${index}/pool`;
    if (!list) return refused(refusal("ballot/pool", { pool }, pointer));
    if (seen.has(pool)) return refused(refusal("ballot/pool-twice", { pool }, pointer));
    seen.add(pool);
    const given = checkSection(list, Object.entries(points), `/sections/${index}/points`);
    if (!given.ok) return given;
    if (given.value.length > 0) filled.set(pool, { pool, choices: given.value.toSorted(byProject) });
  }
  if (filled.size === 0) return refused(refusal("ballot/empty", {}, "/sections"));
  const missing = booth.pools.find(
    ({ pool, form, projects }) => form.required && projects.length > 0 && !filled.has(pool),
  );
  if (missing) return refused(refusal("ballot/incomplete", { pool: missing.pool }, "/sections"));
  return ok({ sections: booth.pools.flatMap(({ pool }) => filled.get(pool) ?? []) });
};

const byProject = ([a]: Given[number], [b]: Given[number]): number => (a < b ? -1 : 1);
