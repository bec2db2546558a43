import { z } from "zod";
import { CycleId } from "../domain/ids.ts";
import { Encoding } from "../domain/import/encoding.ts";
import { Delimiter } from "../domain/import/records.ts";
import { epochSeconds, Instant, plusSeconds } from "../domain/time.ts";
import { UploadId } from "../domain/upload/upload.ts";
import { FailedFile, SaidOfFile } from "../domain/voting/roll-preview.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { put, remove, update } from "./write.ts";

const FilePart = z.object({ start: z.int(), end: z.int(), line: z.int() });

/** How a file is read: found out once, and the same for every part. */
const Plan = z.object({
  encoding: Encoding,
  delimiter: Delimiter,
  header: z.array(z.string()).nullable(),
  top: z.int().optional(),
  places: z.record(z.string(), z.int()),
  parts: z.array(FilePart),
  buckets: z.int(),
  shards: z.int(),
  over: z.string().optional(),
});
export type Plan = z.infer<typeof Plan>;

export const RollImport = z.object({
  id: z.string(),
  cycleId: CycleId,
  at: Instant,
  byName: z.string(),
  /** The file, where it was uploaded. */
  file: z.object({ path: z.string(), bytes: z.int(), upload: UploadId }).optional(),
  said: SaidOfFile,
  plan: Plan.optional(),
  failed: FailedFile.optional(),
  /** Into how many shards it is written, once that is known. */
  shards: z.int().optional(),
});
export type RollImport = z.infer<typeof RollImport>;

const Bytes = z.instanceof<typeof Uint8Array<ArrayBufferLike>>(Uint8Array);

export const PartDone = z.object({
  part: z.int(),
  rows: z.int(),
  repaired: z.int(),
  cannotProve: z.int(),
  faults: z.int(),
  failed: FailedFile.optional(),
});
export type PartDone = z.infer<typeof PartDone>;

export const BucketDone = z.object({
  bucket: z.int(),
  people: z.int(),
  added: z.int(),
  gone: z.int(),
  moved: z.int(),
  perDistrict: z.record(z.string(), z.int()),
  twice: z.int(),
  digest: z.string(),
});
export type BucketDone = z.infer<typeof BucketDone>;

const Notes = z.object({ notes: Bytes });

/** Longer than anybody has to accept it. */
const STAGED_SECONDS = 8 * 86_400;
/** With the act that it belongs to. */
const KEPT_SECONDS = 97 * 86_400;

const numbered = (kind: "PART" | "BUCKET" | "NOTES" | "TWICE", n: number): string =>
  `${kind}#${String(n).padStart(3, "0")}`;

type Ref = Pick<RollImport, "id" | "cycleId">;

/** Imports of rolls: which there are, and what the parts of one that is read in parts have found. */
export const openRollImports = (table: Table) => {
  const keyOf = ({ cycleId, id }: Ref, of: string) => keys.rollPart(cycleId, id, of);
  const done = async (ref: Ref, of: string, item: object, now: Instant): Promise<void> => {
    const expiresAtSeconds = epochSeconds(plusSeconds(now, KEPT_SECONDS));
    await table.write([put({ key: keyOf(ref, of), item: { ...item, expiresAtSeconds } })]);
  };
  const all = async <S extends z.ZodType>(ref: Ref, prefix: string, schema: S): Promise<z.output<S>[]> => {
    const { pk } = keyOf(ref, "");
    return (await table.query(pk, schema, { prefix, consistent: true })).items;
  };

  return {
    get: (id: string): Promise<RollImport | undefined> => table.get(keys.rollImport(id), RollImport),
    list: async (): Promise<RollImport[]> => (await table.query(keys.rollImport("").pk, RollImport)).items,
    begin: (one: RollImport) => put({ key: keys.rollImport(one.id), item: { ...one } }),
    know: async (
      id: string,
      found: Partial<Pick<RollImport, "plan" | "failed" | "shards">>,
    ): Promise<void> => {
      await table.write([
        update({ key: keys.rollImport(id), set: found, when: { text: "attribute_exists(#pk)" } }),
      ]);
    },
    forget: (id: string) => remove({ key: keys.rollImport(id) }),

    part: (ref: Ref, part: number) => table.get(keyOf(ref, numbered("PART", part)), PartDone),
    parts: (ref: Ref) => all(ref, "PART#", PartDone),
    bucket: (ref: Ref, bucket: number) => table.get(keyOf(ref, numbered("BUCKET", bucket)), BucketDone),
    buckets: (ref: Ref) => all(ref, "BUCKET#", BucketDone),

    /** What a part has found: its entries by bucket and its notes first, that it is read last. */
    partDone: async (
      ref: Ref,
      found: PartDone,
      { notes, staged }: { readonly notes: Uint8Array; readonly staged: ReadonlyMap<number, Uint8Array> },
      now: Instant,
    ): Promise<void> => {
      const expiresAtSeconds = epochSeconds(plusSeconds(now, STAGED_SECONDS));
      await table.fill(
        [...staged].map(([bucket, entries]) => ({
          key: keys.rollStaged(ref.cycleId, ref.id, bucket, found.part),
          item: { entries, expiresAtSeconds },
        })),
      );
      if (notes.length > 0) await done(ref, numbered("NOTES", found.part), { notes }, now);
      await done(ref, numbered("PART", found.part), found, now);
    },

    staged: async ({ cycleId, id }: Ref, bucket: number): Promise<Uint8Array[]> => {
      const { pk } = keys.rollStaged(cycleId, id, bucket, 0);
      const { items } = await table.query(pk, z.object({ entries: Bytes }), { consistent: true });
      return items.map(({ entries }) => entries);
    },

    bucketDone: async (ref: Ref, found: BucketDone, notes: Uint8Array, now: Instant): Promise<void> => {
      if (notes.length > 0) await done(ref, numbered("TWICE", found.bucket), { notes }, now);
      await done(ref, numbered("BUCKET", found.bucket), found, now);
    },

    /** Everything that was noted, a part at a time: of rows, and of lines that name somebody twice. */
    allNotes: async function* (ref: Ref): AsyncGenerator<Uint8Array> {
      for (const prefix of ["NOTES#", "TWICE#"]) {
        let after: string | null | undefined;
        do {
          const page = await table.query(keyOf(ref, "").pk, Notes, {
            prefix,
            limit: 1,
            ...(after && { after }),
          });
          for (const { notes } of page.items) yield notes;
          after = page.next;
        } while (after);
      }
    },

    /** Notes of a table that was read at once. */
    noted: (ref: Ref, notes: Uint8Array, now: Instant) => done(ref, numbered("NOTES", 0), { notes }, now),

    /** What was noted of a part, or of lines of a bucket; nothing where nothing was. */
    notes: async (ref: Ref, kind: "NOTES" | "TWICE", n: number): Promise<Uint8Array> =>
      (await table.get(keyOf(ref, numbered(kind, n)), Notes))?.notes ?? new Uint8Array(),
  };
};
