import { z } from "zod";
import { decoded, Encoding } from "../domain/import/encoding.ts";
import type { ImportKind } from "../domain/import/kind.ts";
import { Delimiter } from "../domain/import/records.ts";
import { encodingOf } from "../domain/import/scan.ts";
import type { SaidOfFile } from "../domain/voting/roll-preview.ts";
import { TableSent } from "../platform/body.ts";
import { glimpseOf, sourceOf } from "./roll/read-file.ts";

/** A table that is the body of a request. */
export const SentTable = z
  .any()
  .refine((sent) => sent instanceof TableSent, { abort: true })
  .meta({ override: () => ({ type: "string", format: "binary" }) }) as z.ZodType<TableSent>;

const maybe = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** How a person says that a table is to be read: its columns come as `column-…`, each the place of one in the table. */
export const ReadingFields = z
  .object({ encoding: maybe(Encoding), delimiter: maybe(Delimiter) })
  .catchall(z.unknown());

export const saidIn = ({ encoding, delimiter, ...rest }: z.infer<typeof ReadingFields>): SaidOfFile => ({
  encoding,
  delimiter,
  columns: Object.fromEntries(
    Object.entries(rest).flatMap(([name, place]) =>
      name.startsWith("column-") && typeof place === "string" && place !== ""
        ? [[name.slice("column-".length), place]]
        : [],
    ),
  ),
});

/** A form's table: a file that was chosen, else what was pasted. */
export const TableFields = ReadingFields.extend({
  table: z.string().default(""),
  file: maybe(z.instanceof(TableSent)),
});

/** As a browser sends the text of a field. */
const asTyped = (text: string): string => text.replace(/\r\n?|\n/g, "\r\n");

/** What was said of another table says nothing of this one. */
const withoutSaid = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(fields).filter(([name]) => name !== "delimiter" && !name.startsWith("column-")),
  );

interface TableRead {
  /** What the form's fields show again. */
  readonly typed: Readonly<Record<string, unknown>>;
  readonly bytes: Uint8Array;
  readonly said: SaidOfFile;
  /** Of a file. */
  readonly encoding?: Encoding | undefined;
}

/** A table out of a form. A file comes back as text in the field for it; one that is no text is left as it came, to be refused as such. */
export const sentTable = ({ file, table, ...rest }: z.infer<typeof TableFields>): TableRead => {
  const { encoding: byHand, ...said } = saidIn(rest);
  if (!file)
    return { typed: { ...rest, table }, bytes: Buffer.from(table), said: { ...said, encoding: "utf-8" } };
  const encoding = byHand ?? encodingOf(file.bytes);
  const read = encoding && decoded(file.bytes, encoding);
  const typed = withoutSaid(rest);
  if (!read || "wrongAt" in read) return { typed, bytes: file.bytes, said: { encoding } };
  const text = asTyped(read.text);
  return {
    typed: { ...typed, table: text },
    bytes: Buffer.from(text),
    said: { encoding: "utf-8" },
    encoding,
  };
};

/** The same of a form that its schema refused. */
export const typedAgain = (sent: unknown): unknown => {
  const { data } = TableFields.safeParse(sent);
  return data ? sentTable(data).typed : sent;
};

/** How a table that was typed seems to be laid out, to be shown beside it; nothing of an empty one. */
export const glimpseOfTyped = async <R>(typed: unknown, kind: ImportKind<R>) => {
  const { data } = TableFields.safeParse(typed);
  if (!data?.table) return undefined;
  const glimpse = await glimpseOf(sourceOf(Buffer.from(data.table)), kind, {
    ...saidIn(data),
    encoding: "utf-8",
  });
  return "says" in glimpse ? undefined : { ...glimpse, columns: Object.keys(kind.columns) };
};
