import {
  AlignmentType,
  BorderStyle,
  Document,
  Table as DocxTable,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from "docx";
import { unzipSync } from "fflate";
import {
  type Block,
  cellText,
  isToTheRight,
  type OfficialDocument,
  type Table,
} from "../../shared/domain/document/document.ts";
import { rowOf } from "../../shared/domain/languages.ts";
import type { Words } from "../../shared/words/words.ts";
import { zipped } from "./zip.ts";

/** In twentieths of a point, as Word counts: an inch of margin on A4. */
const MARGIN = 1200;
const WIDTH = 11_906 - 2 * MARGIN;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: "B0B4B8" };
const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const SHADE = { fill: "F1F3F5" };
/** Half points. */
const SMALL = 18;
const NUMBERED = "numbered";

const tableOf = ({ columns, rows, total }: Table, { format }: Words): DocxTable => {
  const parts = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.round((width / parts) * WIDTH));
  const line = (texts: readonly string[], isBold: boolean, isHead = false) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: columns.map(
        ({ kind }, n) =>
          new TableCell({
            width: { size: widths[n] ?? 0, type: WidthType.DXA },
            margins: { top: 60, bottom: 60, left: 80, right: 80 },
            ...(isBold && { shading: SHADE }),
            children: [
              new Paragraph({
                alignment: isToTheRight(kind) ? AlignmentType.RIGHT : AlignmentType.LEFT,
                spacing: { after: 0 },
                children: [new TextRun({ text: texts[n] ?? "", bold: isBold, size: 19 })],
              }),
            ],
          }),
      ),
    });
  const written = (cells: readonly (string | number | undefined)[]) =>
    columns.map(({ kind }, n) => cellText(cells[n], kind, format));
  return new DocxTable({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: NONE,
      left: NONE,
      right: NONE,
      bottom: LINE,
      insideHorizontal: LINE,
      insideVertical: NONE,
    },
    rows: [
      line(
        columns.map(({ title }) => title),
        true,
        true,
      ),
      ...rows.map((cells) => line(written(cells), false)),
      ...(total ? [line(written(total), true)] : []),
    ],
  });
};

const HEADINGS = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** The blocks of a document as Word's: `list` numbers its lists, since each begins at 1. */
const blocksOf = (block: Block, words: Words, list: number): (Paragraph | DocxTable)[] => {
  switch (block.kind) {
    case "heading":
      return [new Paragraph({ text: block.text, heading: HEADINGS[block.level], keepNext: true })];
    case "paragraph":
      return [new Paragraph({ text: block.text })];
    case "list":
      return block.items.map(
        (text) =>
          new Paragraph({
            text,
            ...(block.isNumbered
              ? { numbering: { reference: NUMBERED, level: 0, instance: list } }
              : { bullet: { level: 0 } }),
          }),
      );
    case "facts":
      return block.facts.map(
        ([name, value]) =>
          new Paragraph({
            children: [new TextRun({ text: `${name}: `, bold: true }), new TextRun({ text: value })],
          }),
      );
    case "table":
      return [
        new Paragraph({
          spacing: { before: 160, after: 80 },
          keepNext: true,
          children: [new TextRun({ text: block.caption, bold: true })],
        }),
        tableOf(block, words),
        new Paragraph({ text: "" }),
      ];
    case "signatures":
      return block.posts.map(
        (post) =>
          new Paragraph({
            spacing: { before: 900 },
            indent: { right: WIDTH / 2 },
            border: { top: { ...LINE, space: 4 } },
            children: [new TextRun({ text: post, size: SMALL })],
          }),
      );
  }
};

/** The library writes when it was at work: what the document says stands there instead. */
const dated = (bytes: Uint8Array, at: string): Buffer => {
  const files = new Map<string, Uint8Array | string>(Object.entries(unzipSync(bytes)));
  const about = "docProps/core.xml";
  const text = new TextDecoder().decode(files.get(about) as Uint8Array);
  files.set(about, text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at}`));
  return zipped(files);
};

/** A document as a text for Word and LibreOffice Writer, to go on with. The same document is the same file, byte for byte. */
export const docxOf = async (document: OfficialDocument, words: Words): Promise<Buffer> => {
  const { title, issuer, number, version, issuedAt, language, blocks } = document;
  const small = (text: string) => new TextRun({ text, size: SMALL, color: "595959" });
  const edges = {
    tabStops: [{ type: TabStopType.RIGHT, position: WIDTH }],
    spacing: { after: 0 },
  };
  // What is said of a page by its number, with Word's own numbers in the places of these.
  const pageNumbers = words.documents
    .page(-1, -2)
    .split(/(-[12])/)
    .map((part) => (part === "-1" ? PageNumber.CURRENT : part === "-2" ? PageNumber.TOTAL_PAGES : part));
  const run = { font: "Arial", color: "1A1A1A" };
  const packed = await Packer.toBuffer(
    new Document({
      title,
      creator: issuer,
      lastModifiedBy: issuer,
      styles: {
        default: {
          document: {
            run: { ...run, size: 22, language: { value: rowOf(language).locale } },
            paragraph: { spacing: { after: 120 } },
          },
          title: { run: { ...run, size: 44, bold: true } },
          heading1: { run: { ...run, size: 44, bold: true } },
          heading2: { run: { ...run, size: 30, bold: true }, paragraph: { spacing: { before: 240 } } },
          heading3: { run: { ...run, size: 25, bold: true }, paragraph: { spacing: { before: 200 } } },
        },
      },
      numbering: {
        config: [
          {
            reference: NUMBERED,
            levels: [
              {
                level: 0,
                format: LevelFormat.DECIMAL,
                text: "%1.",
                style: { paragraph: { indent: { left: 480, hanging: 400 } } },
              },
            ],
          },
        ],
      },
      sections: [
        {
          properties: { page: { margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
          headers: {
            default: new Header({
              children: [new Paragraph({ ...edges, children: [small(issuer), small(`\t${number}`)] })],
            }),
          },
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  ...edges,
                  children: [
                    small(`${words.documents.version(version)}\t`),
                    new TextRun({
                      size: SMALL,
                      color: "595959",
                      children: pageNumbers,
                    }),
                  ],
                }),
              ],
            }),
          },
          children: [
            new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
            new Paragraph({
              children: [small(words.documents.issued(number, words.format.shortDay(issuedAt)))],
            }),
            ...blocks.flatMap((block, n) => blocksOf(block, words, n)),
          ],
        },
      ],
    }),
  );
  return dated(packed, issuedAt);
};
