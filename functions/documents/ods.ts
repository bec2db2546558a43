import {
  type Block,
  type Cell,
  type CellKind,
  cellText,
  type OfficialDocument,
  type Table,
  tablesOf,
} from "../../shared/domain/document/document.ts";
import { rowOf } from "../../shared/domain/languages.ts";
import type { Words } from "../../shared/words/words.ts";
import { element, xmlText } from "./xml.ts";
import { zipped } from "./zip.ts";

const TYPE = "application/vnd.oasis.opendocument.spreadsheet";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

const urn = (name: string): string => `urn:oasis:names:tc:opendocument:xmlns:${name}`;

const NAMESPACES = {
  "xmlns:office": urn("office:1.0"),
  "xmlns:style": urn("style:1.0"),
  "xmlns:text": urn("text:1.0"),
  "xmlns:table": urn("table:1.0"),
  "xmlns:fo": urn("xsl-fo-compatible:1.0"),
  "xmlns:number": urn("datastyle:1.0"),
  "xmlns:meta": urn("meta:1.0"),
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
};

const file = (root: string, ...inner: readonly string[]): string =>
  DECLARATION + element(`office:${root}`, { ...NAMESPACES, "office:version": "1.3" }, ...inner);

/** Of A4, less the margins that programs begin with. */
const WIDTH_MM = 168;

const STYLES = [
  "title",
  "heading",
  "head",
  "text",
  "number",
  "money",
  "date",
  "total-text",
  "total-number",
  "total-money",
  "total-date",
] as const;
type Style = (typeof STYLES)[number];

/** What a value is, as the sheet keeps it. */
const TYPED: Readonly<
  Record<CellKind, (value: string | number) => Readonly<Record<string, string | number>>>
> = {
  text: () => ({ "office:value-type": "string" }),
  number: (value) => ({ "office:value-type": "float", "office:value": Number(value) }),
  money: (value) => ({
    "office:value-type": "currency",
    "office:currency": "PLN",
    "office:value": (Number(value) / 100).toFixed(2),
  }),
  date: (value) => ({ "office:value-type": "date", "office:date-value": String(value) }),
};

/** A cell holds a value of its kind and never a formula, whatever it begins with. */
const cell = (value: Cell, kind: CellKind, style: Style, { format }: Words): string => {
  const styled = { "table:style-name": style };
  if (value === undefined || value === "") return element("table:table-cell", styled);
  const text = element("text:p", {}, xmlText(cellText(value, kind, format)));
  return element("table:table-cell", { ...styled, ...TYPED[kind](value) }, text);
};

const row = (cells: readonly string[]): string => element("table:table-row", {}, ...cells);

/** A table as rows of a sheet of its own, whose head is printed on each page. */
const rowsOf = ({ columns, rows, total }: Table, words: Words): string[] => {
  const line = (cells: readonly Cell[], isTotal: boolean) =>
    row(columns.map(({ kind }, n) => cell(cells[n], kind, isTotal ? `total-${kind}` : kind, words)));
  const head = row(columns.map(({ title }) => cell(title, "text", "head", words)));
  return [
    element("table:table-header-rows", {}, head),
    ...rows.map((cells) => line(cells, false)),
    ...(total ? [line(total, true)] : []),
  ];
};

/** What is said beside the tables, a line each. */
const saidIn = (block: Block): readonly (readonly [Style, ...string[]])[] => {
  switch (block.kind) {
    case "heading":
      return [["heading", block.text]];
    case "paragraph":
      return [["text", block.text]];
    case "list":
      return block.items.map((item, n) => ["text", block.isNumbered ? `${n + 1}. ${item}` : item]);
    case "facts":
      return block.facts.map(([name, value]) => ["text", name, value]);
    case "table":
      return [["heading", block.caption]];
    case "signatures":
      return block.posts.map((post) => ["text", post]);
  }
};

/** Names that programs take for sheets, no two alike: without their signs, of at most 31 characters. */
const sheetNames = (captions: readonly string[]): string[] => {
  const names: string[] = [];
  for (const caption of captions) {
    const plain =
      caption
        .replace(/[[\]*?:/\\']/g, " ")
        .replace(/\s+/g, " ")
        .trim() || "-";
    let name = plain.slice(0, 31).trim();
    for (let n = 2; names.some((one) => one.toLowerCase() === name.toLowerCase()); n++)
      name = `${plain.slice(0, 31 - `${n}`.length - 3).trim()} (${n})`;
    names.push(name);
  }
  return names;
};

const columnStyle = (name: string, millimetres: number): string =>
  element(
    "style:style",
    { "style:name": name, "style:family": "table-column" },
    element("style:table-column-properties", { "style:column-width": `${millimetres.toFixed(1)}mm` }),
  );

const cellStyle = (name: Style): string => {
  const data = /money|date/.exec(name)?.[0];
  return element(
    "style:style",
    { "style:name": name, "style:family": "table-cell", "style:data-style-name": data && `as-${data}` },
    element("style:table-cell-properties", {
      "fo:wrap-option": "wrap",
      "style:vertical-align": "top",
      "fo:background-color": /^(?:head$|total)/.test(name) ? "#f1f3f5" : undefined,
    }),
    element("style:paragraph-properties", { "fo:text-align": /number|money/.test(name) ? "end" : "start" }),
    element("style:text-properties", {
      "fo:font-weight": /^(?:title|heading|head|total)/.test(name) ? "bold" : undefined,
      "fo:font-size": name === "title" ? "16pt" : undefined,
    }),
  );
};

const DASH = element("number:text", {}, "-");
const LONG = { "number:style": "long" };

/** How sheets show money and days. */
const DATA_STYLES = [
  element(
    "number:currency-style",
    { "style:name": "as-money" },
    element("number:number", {
      "number:decimal-places": 2,
      "number:min-decimal-places": 2,
      "number:min-integer-digits": 1,
      "number:grouping": "true",
    }),
    element("number:text", {}, " zł"),
  ),
  element(
    "number:date-style",
    { "style:name": "as-date" },
    element("number:year", LONG),
    DASH,
    element("number:month", LONG),
    DASH,
    element("number:day", LONG),
  ),
];

/** A part of the width of a sheet for each column. */
const widthsOf = ({ columns }: Table): number[] => {
  const parts = columns.reduce((sum, { width }) => sum + width, 0);
  return columns.map(({ width }) => (width / parts) * WIDTH_MM);
};

const sheet = (name: string, columns: readonly string[], rows: readonly string[]): string =>
  element(
    "table:table",
    { "table:name": name },
    ...columns.map((style) => element("table:table-column", { "table:style-name": style })),
    ...rows,
  );

const contentOf = (document: OfficialDocument, words: Words): string => {
  const { title, issuer, number, version, issuedAt, blocks } = document;
  const tables = tablesOf(document);
  const [first = "", ...names] = sheetNames([words.documents.sheet, ...tables.map(({ caption }) => caption)]);
  const said: readonly (readonly [Style, ...string[]])[] = [
    ["title", title],
    ["text", issuer],
    ["text", words.documents.issued(number, words.format.shortDay(issuedAt))],
    ["text", words.documents.version(version)],
    ...blocks.flatMap(saidIn),
  ];
  const lines = said.map(([style, ...texts]) => row(texts.map((text) => cell(text, "text", style, words))));
  const styleOf = (table: number, column: number): string => `t${table}c${column}`;
  return file(
    "document-content",
    element(
      "office:automatic-styles",
      {},
      ...DATA_STYLES,
      columnStyle("said", WIDTH_MM / 2),
      ...tables.flatMap((table, n) => widthsOf(table).map((width, c) => columnStyle(styleOf(n, c), width))),
      ...STYLES.map(cellStyle),
    ),
    element(
      "office:body",
      {},
      element(
        "office:spreadsheet",
        {},
        sheet(first, ["said", "said"], lines),
        ...tables.map((table, n) =>
          sheet(
            names[n] ?? "",
            table.columns.map((_, c) => styleOf(n, c)),
            rowsOf(table, words),
          ),
        ),
      ),
    ),
  );
};

const stylesOf = ({ language }: OfficialDocument): string => {
  const [tongue, land] = rowOf(language).locale.split("-");
  return file(
    "document-styles",
    element(
      "office:styles",
      {},
      element(
        "style:default-style",
        { "style:family": "table-cell" },
        element("style:text-properties", { "fo:language": tongue, "fo:country": land }),
      ),
    ),
  );
};

const metaOf = ({ title, issuer, issuedAt, language }: OfficialDocument): string => {
  const at = issuedAt.slice(0, 19);
  return file(
    "document-meta",
    element(
      "office:meta",
      {},
      element("dc:title", {}, xmlText(title)),
      element("meta:initial-creator", {}, xmlText(issuer)),
      element("meta:creation-date", {}, at),
      element("dc:date", {}, at),
      element("dc:language", {}, rowOf(language).locale),
    ),
  );
};

const MANIFEST =
  DECLARATION +
  element(
    "manifest:manifest",
    { "xmlns:manifest": urn("manifest:1.0"), "manifest:version": "1.3" },
    ...[["/", TYPE], ...["content.xml", "styles.xml", "meta.xml"].map((name) => [name, "text/xml"])].map(
      ([path, type]) =>
        element("manifest:file-entry", { "manifest:full-path": path, "manifest:media-type": type }),
    ),
  );

/**
 * A document as an OpenDocument spreadsheet (OASIS OpenDocument 1.3): what it says on the first sheet, each table on one of its own, numbers, money
 * and days as such. The same document is the same file, byte for byte.
 */
export const odsOf = (document: OfficialDocument, words: Words): Buffer =>
  zipped(
    new Map([
      ["mimetype", TYPE],
      ["META-INF/manifest.xml", MANIFEST],
      ["content.xml", contentOf(document, words)],
      ["styles.xml", stylesOf(document)],
      ["meta.xml", metaOf(document)],
    ]),
    // What a file is stands at its start, unpacked (OpenDocument 1.3, part 2, 3.3).
    ["mimetype"],
  );
