import type { OfficialDocument } from "../../shared/domain/document/document.ts";
import type { FileFormat } from "../../shared/pages/documents/file-links.ts";
import { printView } from "../../shared/pages/documents/print.ts";
import type { Words } from "../../shared/words/words.ts";

interface Writer {
  readonly type: string;
  readonly write: (document: OfficialDocument, words: Words) => Promise<string | Uint8Array>;
}

/** What writes a document that stands by itself; a library is read in when it is needed. */
export const WRITERS: Readonly<Record<FileFormat, Writer>> = {
  pdf: {
    type: "application/pdf",
    write: async (document, words) => (await import("./pdf.ts")).pdfOf(document, words),
  },
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    write: async (document, words) => (await import("./docx.ts")).docxOf(document, words),
  },
  html: {
    type: "text/html; charset=utf-8",
    write: async (document, words) => printView(document, words).text,
  },
};
