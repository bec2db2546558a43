import { decoded, type Encoding, glimpsed } from "../../domain/import/encoding.ts";
import type { ImportKind } from "../../domain/import/kind.ts";
import { type Layout, layoutOf, type RowLayout } from "../../domain/import/layout.ts";
import { type LineRead, readRows } from "../../domain/import/read-rows.ts";
import {
  createScan,
  encodingFault,
  encodingOf,
  type FileFault,
  type FilePart,
  type Scan,
} from "../../domain/import/scan.ts";
import { refusal } from "../../domain/refusals.ts";
import { Refused } from "../../domain/result.ts";
import type { SaidOfFile } from "../../domain/voting/roll-preview.ts";
import type { Deps } from "../../platform/deps.ts";
import type { Part } from "../../platform/files.ts";

/** A file that is read in parts, wherever it is. */
interface Source {
  readonly bytes: number;
  readonly read: (part: Part) => Promise<Uint8Array>;
}

export const sourceOf = (bytes: Uint8Array): Source => ({
  bytes: bytes.length,
  read: async ({ start, end }) => bytes.subarray(start, end),
});

/** A file that was uploaded; its parts are held in memory one at a time. */
export const sourceIn = (
  { path, bytes }: { readonly path: string; readonly bytes: number },
  { uploads }: Pick<Deps, "uploads">,
): Source => ({
  bytes,
  read: async (part) => {
    const coming = await uploads.read(path, part);
    if (!coming) throw new Error("the file of a table is gone");
    const pieces: Uint8Array[] = [];
    for await (const piece of coming) pieces.push(piece);
    return Buffer.concat(pieces);
  },
});

/** How much of a file is looked at to say what it is, and how much of it is held at once. */
const BEGINNING_BYTES = 65_536;
const PIECE_BYTES = 1_000_000;

/** The beginning of a file as text, up to its last whole line. */
const beginningOf = (bytes: Uint8Array, encoding: Encoding, isWhole: boolean): string => {
  const text = glimpsed(bytes, encoding);
  const last = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"));
  return isWhole || last < 0 ? text : text.slice(0, last + 1);
};

/** What a file seems to be, by its beginning. */
interface Glimpse {
  readonly encoding: Encoding;
  readonly layout: Layout;
  readonly text: string;
}

export const glimpseOf = async <R>(
  source: Source,
  kind: ImportKind<R>,
  said: SaidOfFile,
): Promise<Glimpse | FileFault> => {
  const bytes = await source.read({ start: 0, end: Math.min(source.bytes, BEGINNING_BYTES) });
  const encoding = said.encoding ?? encodingOf(bytes);
  if (!encoding) return { says: "not-text" };
  const text = beginningOf(bytes, encoding, bytes.length === source.bytes);
  const layout = layoutOf(text, kind, said);
  return layout ? { encoding, layout, text } : { says: "no-rows" };
};

const othersTurn = (): Promise<void> =>
  new Promise((done) => {
    setImmediate(done);
  });

/** Walks through a file once, in pieces: what it is, how it is laid out, and in which parts it can be read. */
export const scanFile = async <R>(
  source: Source,
  kind: ImportKind<R>,
  { said, partBytes }: { readonly said: SaidOfFile; readonly partBytes: number },
): Promise<(Scan & { readonly layout: Layout }) | FileFault> => {
  const glimpse = await glimpseOf(source, kind, said);
  if ("says" in glimpse) return glimpse;
  const { delimiter } = glimpse.layout;
  const beginning = await source.read({ start: 0, end: Math.min(source.bytes, BEGINNING_BYTES) });
  const scan = createScan({ delimiter, beginning, partBytes });
  for (let start = 0; start < source.bytes; start += PIECE_BYTES) {
    const piece = await source.read({ start, end: Math.min(start + PIECE_BYTES, source.bytes) });
    if (!scan.add(piece)) break;
    await othersTurn();
  }
  const found = scan.finish();
  if ("says" in found) return found;
  const encoding = said.encoding ?? found.encoding;
  const layout = layoutOf(beginningOf(beginning, encoding, beginning.length === source.bytes), kind, {
    ...said,
    delimiter,
  });
  if (!layout) return { says: "no-rows" };
  if (layout.twice.length > 0) return { says: "columns-twice", columns: layout.twice };
  if (layout.missing.length > 0) return { says: "columns-missing", columns: layout.missing };
  return { ...found, encoding, layout };
};

/** How many rows are read before others have their turn. */
const ROWS_AT_ONCE = 500;

/** Reads one part of a file, row by row; a part that is not in its encoding says where. */
export const readPart = async <R>(
  source: Source,
  part: FilePart,
  kind: ImportKind<R>,
  { encoding, ...layout }: RowLayout & { readonly encoding: Encoding },
  take: (row: LineRead<R>) => void,
): Promise<FileFault | undefined> => {
  const bytes = await source.read(part);
  const found = decoded(bytes, encoding);
  if ("wrongAt" in found) return encodingFault(bytes, found.wrongAt, part, encoding);
  let rows = 0;
  for (const row of readRows(found.text, kind, { ...layout, line: part.line })) {
    take(row);
    rows += 1;
    if (rows % ROWS_AT_ONCE === 0) await othersTurn();
  }
  return undefined;
};

/** A table that was read whole: how it was written, and every row. */
interface TableRead<R> extends Pick<Scan, "encoding"> {
  readonly layout: Layout;
  readonly rows: readonly LineRead<R>[];
}

/** Reads a table that is at hand; refused where it is none. */
export const readTable = async <R>(
  table: Uint8Array,
  kind: ImportKind<R>,
  said: SaidOfFile,
): Promise<TableRead<R>> => {
  const source = sourceOf(table);
  const scan = await scanFile(source, kind, { said, partBytes: Math.max(table.length, 1) });
  if ("says" in scan) throw new Refused(refusal("roll/file", scan));
  const { encoding, layout } = scan;
  const rows: LineRead<R>[] = [];
  for (const part of scan.parts) {
    const failed = await readPart(source, part, kind, { ...layout, encoding }, (row) => rows.push(row));
    if (failed) throw new Refused(refusal("roll/file", failed));
  }
  if (rows.length === 0) throw new Refused(refusal("roll/file", { says: "no-rows" }));
  return { encoding, layout, rows };
};
