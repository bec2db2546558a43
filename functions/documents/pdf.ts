import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import type { Block, OfficialDocument } from "../../shared/domain/document/document.ts";
import { milliseconds } from "../../shared/domain/instant.ts";
import { rowOf } from "../../shared/domain/languages.ts";
import type { Words } from "../../shared/words/words.ts";
import {
  BOLD,
  bottomOf,
  type Element,
  FACES,
  FAINT,
  GAP,
  INK,
  LINE,
  MARGINS,
  ornament,
  type Pdf,
  REGULAR,
  SIZES,
  tagged,
  widthOf,
} from "./pdf-style.ts";
import { drawTable } from "./pdf-table.ts";
import { xmlText } from "./xml.ts";

/** The library as far as it is made better here. */
const Library = PDFDocument as unknown as new (
  ...options: ConstructorParameters<typeof PDFDocument>
) => Pdf & { _addInfo(): void };

/** The library writes a title into XML as it is: a `&` in it would leave the metadata unreadable. */
class WellFormedPdf extends Library {
  override _addInfo(): void {
    const { info } = this;
    this.info = { ...info, Title: xmlText(info.Title ?? ""), Author: xmlText(info.Author ?? "") };
    super._addInfo();
    this.info = info;
  }
}

const HEADINGS = { 2: SIZES.heading2, 3: SIZES.heading3 } as const;

/** Draws the blocks of a document one under another, and tags them as what they are. */
const drawBlocks = (pdf: Pdf, parent: Element, blocks: readonly Block[], { format }: Words): void => {
  const { left } = pdf.page.margins;

  const say = (text: string, { size = SIZES.body, face = REGULAR, colour = INK, indent = 0 } = {}): void => {
    pdf
      .font(face)
      .fontSize(size)
      .fillColor(colour)
      .text(text, left + indent, pdf.y, { width: widthOf(pdf) - indent, lineGap: 2 });
  };

  /** Goes on on the next page where less than this is left. */
  const leave = (height: number): void => {
    if (pdf.y + height > bottomOf(pdf)) pdf.addPage();
  };

  const draw: { readonly [K in Block["kind"]]: (block: Extract<Block, { kind: K }>) => void } = {
    heading: ({ level, text }) => {
      // A heading does not stand alone at the foot of a page.
      leave(HEADINGS[level] * 4);
      pdf.y += GAP;
      tagged(pdf, parent, `H${level}`, () => say(text, { size: HEADINGS[level], face: BOLD }));
    },
    paragraph: ({ text }) => {
      tagged(pdf, parent, "P", () => say(text));
    },
    list: ({ isNumbered, items }) => {
      const list = pdf.struct("L");
      parent.add(list);
      items.forEach((text, index) => {
        leave(SIZES.body * 2);
        const item = pdf.struct("LI");
        list.add(item);
        const top = pdf.y;
        tagged(pdf, item, "Lbl", () => say(isNumbered ? `${index + 1}.` : "•", { indent: 4 }));
        pdf.y = top;
        tagged(pdf, item, "LBody", () => say(text, { indent: 24 }));
        item.end();
        pdf.y += 2;
      });
      list.end();
    },
    facts: ({ facts }) => {
      for (const [name, value] of facts) {
        leave(SIZES.body * 4);
        tagged(pdf, parent, "P", () => {
          say(name, { size: SIZES.small, colour: FAINT });
          say(value);
        });
        pdf.y += 3;
      }
    },
    table: (block) => drawTable(pdf, parent, block, format),
    signatures: ({ posts }) => {
      for (const post of posts) {
        leave(80);
        pdf.y += 44;
        const { y } = pdf;
        ornament(pdf, () =>
          pdf
            .moveTo(left, y)
            .lineTo(left + 220, y)
            .lineWidth(0.75)
            .stroke(LINE),
        );
        pdf.y = y + 4;
        tagged(pdf, parent, "P", () => say(post, { size: SIZES.small }));
      }
    },
  };

  for (const block of blocks) {
    draw[block.kind](block as never);
    pdf.x = left;
    pdf.y += GAP;
  }
};

/** What returns on each page: whose document it is and its number above, its version and the page below. A letter has no versions. */
const drawMargins = (
  pdf: Pdf,
  { issuer, number, version, to }: OfficialDocument,
  words: Words,
  { first, count }: { readonly first: number; readonly count: number },
): void => {
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(first + page);
    const { left } = pdf.page.margins;
    // Below the margin the library would begin another page.
    const { bottom } = pdf.page.margins;
    pdf.page.margins.bottom = 0;
    const line = (text: string, y: number, align: "left" | "right") =>
      pdf.text(text, left, y, { width: widthOf(pdf), align, lineBreak: false });
    pdf.markContent("Artifact", { type: "Pagination" });
    pdf.font(REGULAR).fontSize(SIZES.small).fillColor(FAINT);
    line(issuer, 40, "left");
    line(number, 40, "right");
    if (!to) line(words.documents.version(version), pdf.page.height - 48, "left");
    line(words.documents.page(page + 1, count), pdf.page.height - 48, "right");
    pdf.endMarkedContent();
    pdf.page.margins.bottom = bottom;
  }
};

/** Where the window of a DL envelope is, of a sheet that is folded in three; and where what is written begins below it. */
const WINDOW = { x: 312, y: 130, below: 236 };

/** To whom a letter goes, where the window of its envelope shows it. */
const drawAddress = (pdf: Pdf, root: Element, lines: readonly string[]): void => {
  const { left } = pdf.page.margins;
  tagged(pdf, root, "P", () =>
    pdf
      .font(REGULAR)
      .fontSize(SIZES.body)
      .fillColor(INK)
      .text(lines.join("\n"), WINDOW.x, WINDOW.y, { width: pdf.page.width - WINDOW.x - 48 }),
  );
  pdf.x = left;
  pdf.y = WINDOW.below;
};

const drawDocument = (pdf: Pdf, document: OfficialDocument, words: Words): void => {
  const { title, number, issuedAt, language, blocks, to } = document;
  const { left } = pdf.page.margins;
  const root = pdf.struct("Document", { lang: rowOf(language).locale } as never);
  pdf.addStructure(root);
  if (to) drawAddress(pdf, root, to);
  tagged(pdf, root, "H1", () =>
    pdf
      .font(BOLD)
      .fontSize(to ? SIZES.heading2 : SIZES.title)
      .fillColor(INK)
      .text(title, left, pdf.y, { width: widthOf(pdf) }),
  );
  tagged(pdf, root, "P", () =>
    pdf
      .font(REGULAR)
      .fontSize(SIZES.small)
      .fillColor(FAINT)
      .text(words.documents.issued(number, words.format.shortDay(issuedAt)), { width: widthOf(pdf) }),
  );
  pdf.y += GAP;
  drawBlocks(pdf, root, blocks, words);
  root.end();
};

interface Worded {
  readonly document: OfficialDocument;
  readonly words: Words;
}

/**
 * Documents as one tagged PDF (PDF/UA-1), each on pages of its own: its language, its title and what each part of it is, with its letters embedded. The
 * same documents are the same file, byte for byte.
 */
export const pdfOfAll = async (all: readonly Worded[]): Promise<Buffer> => {
  const [first] = all;
  if (!first) throw new Error("no document");
  const { title, issuer, issuedAt, language } = first.document;
  const pdf = new WellFormedPdf({
    pdfVersion: "1.7",
    // Its types do not know this one yet.
    subset: "PDF/UA" as "PDF/A-1",
    tagged: true,
    lang: rowOf(language).locale,
    displayTitle: true,
    bufferPages: true,
    size: "A4",
    margins: MARGINS,
    font: FACES[REGULAR],
    info: { Title: title, Author: issuer, CreationDate: new Date(milliseconds(issuedAt)) },
  });
  for (const [name, file] of Object.entries(FACES)) pdf.registerFont(name, file);
  const bytes = buffer(pdf);
  const ends: number[] = [];
  for (const [index, { document, words }] of all.entries()) {
    if (index > 0) pdf.addPage();
    drawDocument(pdf, document, words);
    ends.push(pdf.bufferedPageRange().count);
  }
  for (const [index, { document, words }] of all.entries()) {
    const before = ends[index - 1] ?? 0;
    drawMargins(pdf, document, words, { first: before, count: (ends[index] ?? 0) - before });
  }
  pdf.end();
  return await bytes;
};

/** A document as a PDF. */
export const pdfOf = (document: OfficialDocument, words: Words): Promise<Buffer> =>
  pdfOfAll([{ document, words }]);
