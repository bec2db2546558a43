import { z } from "zod";
import { PROBLEMS, REPAIRS } from "../import/cells.ts";
import { Encoding } from "../import/encoding.ts";
import { Delimiter } from "../import/records.ts";

/** What a person has said of a file, where it does not say it itself. */
export const SaidOfFile = z
  .strictObject({
    encoding: Encoding.optional(),
    delimiter: Delimiter.optional(),
    /** The column of the documentation, and which column of the file that is: by its header, or its place from 1. */
    columns: z.record(z.string().max(60), z.string().max(200)).optional(),
  })
  .meta({ id: "SaidOfFile" });
export type SaidOfFile = z.infer<typeof SaidOfFile>;

/** Why a file is no table of this kind. */
export const FailedFile = z.discriminatedUnion("says", [
  z.object({ says: z.enum(["no-rows", "not-text"]) }),
  z.object({ says: z.literal("unclosed-quote"), line: z.int() }),
  z.object({ says: z.literal("encoding"), encoding: Encoding, line: z.int(), byte: z.int() }),
  z.object({ says: z.enum(["columns-missing", "columns-twice"]), columns: z.array(z.string()) }),
]);

export type FailedFile = z.infer<typeof FailedFile>;

/** What is noted of a cell, or of a row. */
export const Noted = z.object({
  line: z.int(),
  column: z.string().nullable(),
  says: z.enum([...PROBLEMS, ...REPAIRS]),
});
export type Noted = z.infer<typeof Noted>;

export const RollNumbers = z.object({
  rows: z.int(),
  /** People who are not on the roll in force; who are and would be no more; who are and would vote elsewhere. */
  added: z.int(),
  gone: z.int(),
  moved: z.int(),
  cannotProve: z.int(),
  faults: z.int(),
  repaired: z.int(),
});
export type RollNumbers = z.infer<typeof RollNumbers>;

/** What an import would do, and how its file was read: a second person decides by it. */
export const RollPreview = RollNumbers.extend({
  encoding: Encoding.optional(),
  delimiter: Delimiter.optional(),
  /** Of each column of the roll, the header or the place of the one in the file. */
  columns: z.record(z.string(), z.string()),
  /** The first of what is noted: faults where there are some, repairs otherwise. */
  noted: z.array(Noted),
  failed: FailedFile.optional(),
  /** The import that was in force when this one was compared, and how many stood on it. */
  over: z.string().optional(),
  before: z.int(),
  people: z.int(),
  shards: z.int(),
  perDistrict: z.record(z.string(), z.int()),
  digest: z.string(),
});
export type RollPreview = z.infer<typeof RollPreview>;

/** Whether nothing of it can be imported. */
export const isFaulty = ({ faults, failed }: Pick<RollPreview, "faults" | "failed">): boolean =>
  failed !== undefined || faults > 0;
