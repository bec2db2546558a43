import { base32 } from "../../domain/base32.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import { isProblem } from "../../domain/import/cells.ts";
import type { FileFault } from "../../domain/import/scan.ts";
import type { PendingAct } from "../../domain/office/pending.ts";
import { ISSUES_TOLD, refusal } from "../../domain/refusals.ts";
import { Refused } from "../../domain/result.ts";
import { shardOf } from "../../domain/voting/roll.ts";
import { spreadOf } from "../../domain/voting/roll-parts.ts";
import type { Noted, SaidOfFile } from "../../domain/voting/roll-preview.ts";
import type { Deps } from "../../platform/deps.ts";
import { sha256 } from "../../platform/keyed.ts";
import type { BucketDone, RollImport } from "../../store/roll-imports.ts";
import type { Deed } from "../audited.ts";
import { propose } from "../propose.ts";
import { voterKeysOf } from "../voter-keys.ts";
import { createGathering, packNotes, rollKindOf, unpackNotes } from "./entries.ts";
import { checkBeforeVote, importRoll } from "./import-roll.ts";
import { compareBucket, previewOf } from "./preview.ts";
import { readPart, scanFile, sourceOf } from "./read-file.ts";

/** A table that is handed over at once is read in slices: others have their turn between two. */
const SLICE_BYTES = 65_536;

export interface Importing {
  readonly by: Deed;
  readonly cycle: Cycle;
  readonly said: SaidOfFile;
}

const failedFile = (failed: FileFault): Refused => new Refused(refusal("roll/file", failed));

/** One faulty row, and nothing of the table is proposed: the first are listed, and all counted. */
const checkRows = (importId: string, noted: readonly Noted[], total: number): void => {
  if (total === 0) return;
  const rows = noted.flatMap(({ says, ...at }) => (isProblem(says) ? [{ ...at, says }] : []));
  const first = rows.filter(({ line }, n) => rows[n - 1]?.line !== line);
  throw new Refused(refusal("roll/rows", { importId, rows: first.slice(0, ISSUES_TOLD), total }));
};

/** The same table under the same key has the same place; whatever else comes never writes over it. */
const importIdOf = ({ newId }: Pick<Deed, "newId">, table: Uint8Array): string =>
  base32(sha256(newId("rol"), "/", table))
    .slice(0, 16)
    .toLowerCase();

/** Begins a roll's place in the list of imports, by which what nobody accepts is taken away. */
export const beginImport = async (
  { by, cycle, said }: Importing,
  { id, shards, file }: Pick<RollImport, "id" | "shards" | "file">,
  { store }: Pick<Deps, "store">,
) =>
  await store.rollImports.begin({
    id,
    cycleId: cycle.id,
    at: by.receivedAt,
    byName: by.actor.name,
    said,
    ...(shards !== undefined && { shards }),
    ...(file && { file }),
  });

/** Reads a roll that was handed over whole, and proposes it with what it would do. One waits at a time. */
export const proposeRoll = async (
  { table, ...importing }: Importing & { readonly table: Uint8Array },
  deps: Deps,
): Promise<PendingAct<"import-roll">> => {
  const { by, cycle, said } = importing;
  const { store, vault, system } = deps;
  checkBeforeVote(cycle);
  const kind = rollKindOf(cycle, system.now());
  const columns = Object.keys(kind.columns);
  const source = sourceOf(table);
  const scan = await scanFile(source, kind, { said, partBytes: SLICE_BYTES });
  if ("says" in scan) throw failedFile(scan);
  const { encoding, layout, parts } = scan;
  const gathering = createGathering(cycle, columns, await voterKeysOf(vault, cycle.id));
  for (const part of parts) {
    const failed = await readPart(source, part, kind, { ...layout, encoding }, gathering.take);
    if (failed) throw failedFile(failed);
  }
  const { entries, counts } = gathering;
  if (counts.rows === 0) throw failedFile({ says: "no-rows" });
  const noted = [...unpackNotes(gathering.packed(), columns)];
  const spread = spreadOf(Math.max(entries.length, 1));
  const importId = importIdOf(by, table);
  await store.table.write([await beginImport(importing, { id: importId, shards: spread.shards }, deps)]);
  const inBuckets = Map.groupBy(entries, ({ id }) => shardOf(id, spread.buckets));
  const buckets: BucketDone[] = [];
  for (let bucket = 0; bucket < spread.buckets; bucket++) {
    const { done, twice, ambiguous } = await compareBucket(
      cycle,
      importId,
      { ...spread, bucket },
      inBuckets.get(bucket) ?? [],
      deps,
    );
    buckets.push(done);
    for (const line of twice) noted.push({ line, column: null, says: "duplicate" });
    for (const line of ambiguous) noted.push({ line, column: null, says: "ambiguous" });
  }
  noted.sort((one, other) => one.line - other.line);
  if (noted.length > 0)
    await store.rollImports.noted(
      { id: importId, cycleId: cycle.id },
      packNotes(noted, columns),
      by.receivedAt,
    );
  const plan = {
    ...layout,
    header: layout.header && [...layout.header],
    encoding,
    parts: [...parts],
    ...spread,
  };
  const preview = previewOf(cycle, { plan, failed: undefined, parts: [counts], buckets, noted });
  checkRows(importId, noted, preview.faults);
  const { id: cycleId, edition } = cycle;
  return await propose(
    importRoll,
    { kind: "import-roll", proposal: { cycleId, edition, importId, preview }, by },
    deps,
  );
};
