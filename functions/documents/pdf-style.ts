import { createRequire } from "node:module";

const { resolve } = createRequire(import.meta.url);
const face = (path: string): string => resolve(`@expo-google-fonts/source-sans-3/${path}`);

export type Pdf = PDFKit.PDFDocument;
export type Element = ReturnType<Pdf["struct"]>;

export const REGULAR = "regular";
export const BOLD = "bold";

/** With the letters of every language of the site; embedded, since a reader's machine may lack them. They lie beside the function as files. */
export const FACES = {
  [REGULAR]: face("400Regular/SourceSans3_400Regular.ttf"),
  [BOLD]: face("600SemiBold/SourceSans3_600SemiBold.ttf"),
};

/** In points, 72 to an inch. */
export const MARGINS = { top: 84, bottom: 72, left: 64, right: 64 };
export const SIZES = { title: 22, heading2: 15, heading3: 12.5, body: 11, table: 9.5, small: 9 };
export const GAP = 8;
export const INK = "#1a1a1a";
export const FAINT = "#595959";
export const LINE = "#b0b4b8";
export const SHADE = "#f1f3f5";

/** How far text may go down, and from left to right. */
export const bottomOf = ({ page }: Pdf): number => page.height - page.margins.bottom;
export const widthOf = ({ page }: Pdf): number => page.width - page.margins.left - page.margins.right;

/** Draws something, and says what it is to whoever hears the document. */
export const tagged = (pdf: Pdf, parent: Element, tag: string, draw: () => void): void =>
  void parent.add(pdf.struct(tag, {}, draw));

/** Draws what no one reads out: lines, and what returns on each page. */
export const ornament = (pdf: Pdf, draw: () => void): void => {
  pdf.markContent("Artifact", { type: "Layout" });
  draw();
  pdf.endMarkedContent();
};
