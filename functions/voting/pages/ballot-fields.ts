import { z } from "zod";
import { PoolId } from "../../../shared/domain/cycle/cycle.ts";
import { ProjectId } from "../../../shared/domain/ids.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../../shared/domain/result.ts";
import { CHECK, type Mark, type MarksByPool, type Stop } from "../../../shared/domain/voting/marks.ts";
import type { BallotPool } from "../../../shared/pages/voting/list.ts";
import type { BallotState } from "../../../shared/pages/voting/state-fields.ts";

const MOST_FIELDS = 500;

const several = z
  .union([z.string(), z.array(z.string()).max(MOST_FIELDS)])
  .default([])
  .transform((value) => [value].flat());

const At = z.union([
  z.literal("check").transform(() => CHECK),
  z.templateLiteral([z.enum(["list", "points"]), ":", PoolId]).transform((text): Stop => {
    const [at = "", pool = ""] = text.split(":");
    return { at: at === "points" ? "points" : "list", pool };
  }),
]);

const CHANGE = "change:";

const Act = z.union([z.enum(["next", "skip", "back", "sum", "leave"]), z.templateLiteral([CHANGE, PoolId])]);

/** The fields of every form of the ballot: the state of `state-fields.ts`, and what this page asks. */
export const BallotFields = z.looseObject({
  at: At,
  act: Act.default("next"),
  returns: z.literal("yes").optional(),
  mark: several,
  pick: several,
  split: z.string().max(100).optional(),
});
export type BallotFields = z.infer<typeof BallotFields>;

export const poolToChange = ({ act }: BallotFields): string | undefined =>
  act.startsWith(CHANGE) ? act.slice(CHANGE.length) : undefined;

const MarkText = z.templateLiteral([ProjectId, ":", z.string().regex(/^-?\d{1,4}$/)]);

const markOf = (text: string): Mark | undefined => {
  if (!MarkText.safeParse(text).success) return undefined;
  const [project = "", points = "0"] = text.split(":");
  return { project, points: Number(points) || null };
};

/** The ballot so far; a mark or a page that is of none of the voter's lists is refused. */
export const stateOf = (fields: BallotFields, pools: readonly BallotPool[]): Result<BallotState> => {
  const marks = new Map<string, Mark>();
  for (const text of fields.mark) {
    const mark = markOf(text);
    if (!mark || !pools.some(({ projects }) => projects.some(({ id }) => id === mark.project)))
      return refused(refusal("ballot/project", { project: mark?.project ?? "" }));
    marks.set(mark.project, mark);
  }
  const { at } = fields;
  if (at.at !== "check" && !pools.some(({ id }) => id === at.pool))
    return refused(refusal("ballot/pool", { pool: at.pool }));
  const marksByPool: MarksByPool = new Map(
    pools.map(({ id, projects }) => [id, projects.flatMap((project) => marks.get(project.id) ?? [])]),
  );
  return ok({ marksByPool, stop: at, returns: fields.returns === "yes" });
};
