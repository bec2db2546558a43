import { z } from "zod";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { createGathering, packNotes, rollKindOf, unpackNotes } from "../../../shared/acts/roll/entries.ts";
import { compareBucket, previewOf } from "../../../shared/acts/roll/preview.ts";
import { readPart, scanFile, sourceIn } from "../../../shared/acts/roll/read-file.ts";
import { voterKeysOf } from "../../../shared/acts/voter-keys.ts";
import { isProblem } from "../../../shared/domain/import/cells.ts";
import type { PendingAct } from "../../../shared/domain/office/pending.ts";
import { ISSUES_TOLD } from "../../../shared/domain/refusals.ts";
import { setsOf } from "../../../shared/domain/voting/fact-sets.ts";
import { spreadOf, unpackStaged } from "../../../shared/domain/voting/roll-parts.ts";
import { isFaulty, type Noted, type RollPreview } from "../../../shared/domain/voting/roll-preview.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { Done, step } from "../../../shared/platform/step.ts";
import type { RollImport } from "../../../shared/store/roll-imports.ts";

/** A part is seconds of work and megabytes of memory; an execution bears 256 of them. */
const LEAST_PART_BYTES = 262_144;
const MOST_PARTS = 250;

const Import = z.object({ importId: z.string() });

/** An import that waits for its file to be read; undefined of one that nobody wants any more. */
const wanted = async (
  importId: string,
  { store }: Pick<Deps, "store">,
): Promise<{ readonly one: RollImport; readonly file: NonNullable<RollImport["file"]> } | undefined> => {
  const one = await store.rollImports.get(importId);
  return one?.file && { one, file: one.file };
};

const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

/** Looks through the whole file, once. */
export const lookThroughRoll = step(
  "look-through-roll",
  Import,
  z.strictObject({ parts: z.array(z.int()) }),
  async ({ importId }, deps) => {
    const found = await wanted(importId, deps);
    if (!found || found.one.failed) return { parts: [] };
    const { one, file } = found;
    if (one.plan) return { parts: upTo(one.plan.parts.length) };
    const { store, system } = deps;
    const cycle = await cycleOf(one.cycleId, deps);
    const scan = await scanFile(sourceIn(file, deps), rollKindOf(cycle, system.now()), {
      said: one.said,
      partBytes: Math.max(LEAST_PART_BYTES, Math.ceil(file.bytes / MOST_PARTS)),
    });
    if ("says" in scan) {
      await store.rollImports.know(importId, { failed: scan as NonNullable<RollImport["failed"]> });
      return { parts: [] };
    }
    const { layout, encoding, parts, records } = scan;
    const spread = spreadOf(records * setsOf(cycle.ruleSet.identity).length);
    const { delimiter, top, places } = layout;
    const plan = {
      encoding,
      delimiter,
      top,
      places: { ...places },
      header: layout.header && [...layout.header],
      parts: [...parts],
      ...spread,
      ...(cycle.roll && { over: cycle.roll.importId }),
    };
    await store.rollImports.know(importId, { plan, shards: spread.shards });
    return { parts: upTo(parts.length) };
  },
);

/** Reads one part of the file; a part that was read is not read again. */
export const readRollPart = step(
  "read-roll-part",
  Import.extend({ part: z.int() }),
  Done,
  async ({ importId, part }, deps) => {
    const found = await wanted(importId, deps);
    const at = found?.one.plan?.parts[part];
    if (!found?.one.plan || !at) return {};
    const { one, file } = found;
    const { store, vault, system } = deps;
    if (await store.rollImports.part(one, part)) return {};
    const cycle = await cycleOf(one.cycleId, deps);
    const kind = rollKindOf(cycle, system.now());
    const gathering = createGathering(cycle, Object.keys(kind.columns), await voterKeysOf(vault, cycle.id));
    const failed = await readPart(sourceIn(file, deps), at, kind, found.one.plan, gathering.take);
    await store.rollImports.partDone(
      one,
      { part, ...gathering.counts, ...(failed && { failed: failed as NonNullable<RollImport["failed"]> }) },
      { notes: gathering.packed(), staged: gathering.staged(found.one.plan.buckets) },
      system.now(),
    );
    return {};
  },
);

/** The buckets that are to be compared: none where a part could not be read. */
export const rollBuckets = step(
  "roll-buckets",
  Import,
  z.strictObject({ buckets: z.array(z.int()) }),
  async ({ importId }, deps) => {
    const found = await wanted(importId, deps);
    if (!found?.one.plan) return { buckets: [] };
    const parts = await deps.store.rollImports.parts(found.one);
    return { buckets: parts.some(({ failed }) => failed) ? [] : upTo(found.one.plan.buckets) };
  },
);

/** Compares one bucket with the roll that was in force when the import began. */
export const compareRollBucket = step(
  "compare-roll-bucket",
  Import.extend({ bucket: z.int() }),
  Done,
  async ({ importId, bucket }, deps) => {
    const found = await wanted(importId, deps);
    if (!found?.one.plan) return {};
    const { one } = found;
    const { rollImports } = deps.store;
    if (await rollImports.bucket(one, bucket)) return {};
    const cycle = await cycleOf(one.cycleId, deps);
    const staged = (await rollImports.staged(one, bucket)).flatMap(unpackStaged);
    const at = { ...found.one.plan, bucket };
    const { done, twice, ambiguous } = await compareBucket(cycle, importId, at, staged, deps);
    const notes = packNotes(
      [
        ...twice.map((line) => ({ line, says: "duplicate" as const })),
        ...ambiguous.map((line) => ({ line, says: "ambiguous" as const })),
      ],
      [],
    );
    await rollImports.bucketDone(one, done, notes, deps.system.now());
    return {};
  },
);

/** The first of what is noted, by line: faults, where there are some. */
const firstNoted = async (
  one: RollImport,
  columns: readonly string[],
  { store }: Pick<Deps, "store">,
): Promise<Noted[]> => {
  const { plan } = one;
  const [faults, repairs]: [Noted[], Noted[]] = [[], []];
  for (const part of upTo(plan?.parts.length ?? 0)) {
    for (const note of unpackNotes(await store.rollImports.notes(one, "NOTES", part), columns)) {
      const of = isProblem(note.says) ? faults : repairs;
      if (of.length < ISSUES_TOLD) of.push(note);
    }
    if (faults.length === ISSUES_TOLD) break;
  }
  for (const bucket of upTo(plan?.buckets ?? 0))
    faults.push(
      ...[...unpackNotes(await store.rollImports.notes(one, "TWICE", bucket), [])].slice(0, ISSUES_TOLD),
    );
  faults.sort((first, second) => first.line - second.line);
  return faults.length > 0 ? faults : repairs;
};

/** What an import would do, put on its proposal. */
const told = async (
  act: PendingAct<"import-roll">,
  { one, file }: NonNullable<Awaited<ReturnType<typeof wanted>>>,
  deps: Deps,
): Promise<RollPreview> => {
  const { store, system } = deps;
  const cycle = await cycleOf(one.cycleId, deps);
  const columns = Object.keys(rollKindOf(cycle, system.now()).columns);
  const preview = previewOf(cycle, {
    plan: one.plan,
    failed: one.failed,
    parts: await store.rollImports.parts(one),
    buckets: await store.rollImports.buckets(one),
    noted: await firstNoted(one, columns, deps),
  });
  // Nobody needs the file any more: what is in force, or not, is its entries.
  const released = await store.uploads.release({ id: file.upload }, system.now());
  const said = await store.pending.previewed(act, { ...preview, over: one.plan?.over });
  await store.table.write([said, released]);
  return preview;
};

/** Tells what an import would do; one that cannot be imported stands no more. */
export const tellRoll = step("tell-roll", Import, Done, async ({ importId }, deps) => {
  const found = await wanted(importId, deps);
  if (!found) return {};
  const { pending, table } = deps.store;
  const act = await pending.standing(found.one.cycleId, "import-roll", "");
  if (act?.proposal.importId !== importId || act.state !== "proposed") return {};
  // A run that was cut off may have told it, and not closed it.
  const preview = act.proposal.preview ?? (await told(act, found, deps));
  if (isFaulty(preview)) await table.write(await pending.overtake(act));
  return {};
});
