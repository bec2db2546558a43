import { type Html, html } from "../html.ts";
import type { Frame } from "../layout.ts";

/** How a document of the office can be taken home. */
const FILE_FORMATS = ["pdf", "docx", "html"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** The files of a document, under their heading. */
export const fileLinks = ({ words }: Pick<Frame, "words">, hrefOf: (format: FileFormat) => string): Html => {
  const { files, formats } = words.documents;
  return html`<h2>${files}</h2>
<ul>${FILE_FORMATS.map((format) => html`<li><a href="${hrefOf(format)}">${formats[format]}</a></li>`)}</ul>`;
};
