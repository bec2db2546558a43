import { z } from "zod";
import { PoolId } from "../cycle/cycle.ts";
import { type CycleId, ProjectId } from "../ids.ts";
import { Grosze } from "../money.ts";
import { CheckStage } from "../procedure/stages.ts";
import { Instant } from "../time.ts";

/** Lists that the office announces. */
export const ListName = z
  .enum(["formal", "merit", "appeals", "withdrawn", "merged", "ballot"])
  .meta({ id: "ListName" });
export type ListName = z.infer<typeof ListName>;

/** What a list is written as. */
export const LIST_FORMATS = ["json", "csv", "ods", "docx", "pdf", "html", "zip"] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** A project as a list has it. */
export const ListRow = z.object({
  id: ProjectId,
  number: z.string(),
  title: z.string(),
  costGrosze: Grosze,
  /** What was found about it, and why, on lists of verdicts. */
  result: z.enum(["accepted", "rejected", "upheld", "dismissed"]).optional(),
  /** Which check an appeal is against, on the list after appeals. */
  stage: CheckStage.optional(),
  reason: z.string().optional(),
  /** It was taken out after the list before; it stays in its place. */
  withdrawn: z.object({ at: Instant, reason: z.string().optional() }).optional(),
  /** Since when nobody decides about it, on the lists of what was withdrawn or merged; and into which one it went. */
  gone: z.object({ at: Instant, into: z.string().optional() }).optional(),
});
export type ListRow = z.infer<typeof ListRow>;

export const ListPool = z.object({ id: PoolId, projects: z.array(ListRow) });
export type ListPool = z.infer<typeof ListPool>;

/** Which version of which list of an edition. */
export interface ListVersionOf {
  readonly cycleId: CycleId;
  readonly list: ListName;
  readonly version: number;
}

/** What a list says, beside whose edition it is. */
export interface ListVersion {
  /** From 1; a correction is another one. */
  readonly version: number;
  readonly issuedAt: Instant;
  readonly pools: readonly ListPool[];
}

/** A project that was taken out, when and why. */
interface TakenOut {
  readonly id: string;
  readonly at: Instant;
  readonly reason?: string | undefined;
}

/** A list, and one version more for each moment at which something was taken out of it: what is taken out stays listed as such. */
export const withTakenOut = <L extends ListVersion>(first: L, takenOut: readonly TakenOut[]): L[] => {
  const moments = [...new Set(takenOut.map(({ at }) => at))].sort();
  return [
    first,
    ...moments.map((issuedAt, n) => {
      const gone = new Map(takenOut.flatMap((one) => (one.at <= issuedAt ? [[one.id, one]] : [])));
      const pools = first.pools.map(({ id: pool, projects }) => ({
        id: pool,
        projects: projects.map((row) => {
          const out = gone.get(row.id);
          return out
            ? { ...row, withdrawn: { at: out.at, ...(out.reason !== undefined && { reason: out.reason }) } }
            : row;
        }),
      }));
      return { ...first, version: first.version + n + 1, issuedAt, pools };
    }),
  ];
};
