import { canonicalJson } from "../canonical.ts";
import type { ListPool, ListRow, ListVersion } from "./lists.ts";

/** What of a row can become another. A new field of a row needs its word here, so that no change of it goes unsaid. */
const ROW_FIELDS = ["pool", "number", "title", "costGrosze"] as const satisfies readonly (
  | "pool"
  | Exclude<keyof ListRow, "id" | "withdrawn" | "gone">
)[];
export type RowField = (typeof ROW_FIELDS)[number];

type PlacedRow = ListRow & { readonly pool: string };

/** One line of the register of changes. */
export interface ListChange {
  readonly what: "added" | "removed" | "withdrawn" | "restored" | "changed";
  readonly row: PlacedRow;
  /** What the row said before, of a field that changed. */
  readonly field?: RowField;
  readonly before?: PlacedRow;
}

/** By their project; on the list after appeals one may have a row of each stage. */
const rowsOf = (pools: readonly ListPool[]): Map<string, PlacedRow> =>
  new Map(
    pools.flatMap(({ id: pool, projects }) =>
      projects.map((row) => [`${row.id} ${row.stage ?? ""}`, { ...row, pool }]),
    ),
  );

const changesOfRow = (before: PlacedRow | undefined, row: PlacedRow): ListChange[] => {
  if (!before) return [{ what: "added", row }];
  const isGone = row.withdrawn !== undefined;
  const wasGone = before.withdrawn !== undefined;
  return [
    ...(isGone === wasGone ? [] : [{ what: isGone ? ("withdrawn" as const) : ("restored" as const), row }]),
    ...ROW_FIELDS.filter((field) => canonicalJson(before[field]) !== canonicalJson(row[field])).map(
      (field) => ({
        what: "changed" as const,
        row,
        field,
        before,
      }),
    ),
  ];
};

/** What a version of a list says otherwise than the one before it, row by row; of the first one, nothing. */
export const changesBetween = (
  before: Pick<ListVersion, "pools"> | undefined,
  after: Pick<ListVersion, "pools">,
): ListChange[] => {
  if (!before) return [];
  const [old, now] = [rowsOf(before.pools), rowsOf(after.pools)];
  return [
    ...[...now].flatMap(([id, row]) => changesOfRow(old.get(id), row)),
    ...[...old].flatMap(([id, row]): ListChange[] => (now.has(id) ? [] : [{ what: "removed", row }])),
  ];
};
