import { z } from "zod";
import { visibleMeeting } from "../../shared/acts/shown-meeting.ts";
import type { OfficialDocument } from "../../shared/domain/document/document.ts";
import { existing } from "../../shared/domain/result.ts";
import { printView } from "../../shared/pages/documents/print.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { file } from "../../shared/platform/http.ts";
import { documentOf, type FileFormat } from "../../shared/subjects/minutes/pages.ts";
import { minutesFileRows as rows } from "../../shared/subjects/minutes/rows.ts";
import { InMeeting, minutesOf } from "../../shared/subjects/minutes/sheet.ts";
import type { Words } from "../../shared/words/words.ts";

const FILE = /^(\d{1,4})\.(pdf|docx|html)$/;

/** What writes a document that stands by itself; a library is read in when it is needed. */
export const WRITERS: Readonly<
  Record<
    FileFormat,
    {
      readonly type: string;
      readonly write: (document: OfficialDocument, words: Words) => Promise<string | Uint8Array>;
    }
  >
> = {
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

export const getMinutesFile = endpoint(rows.getMinutesFile, {
  summary: "A published version of minutes as a tagged PDF, DOCX, or a page to print",
  params: InMeeting.extend({ file: z.string().regex(FILE) }),
  replies: { 200: "application/octet-stream" },
  cache: "public, max-age=300, s-maxage=86400, stale-if-error=86400",
  handle: async ({ params: { meetingId, file: asked }, words }, deps) => {
    await visibleMeeting(meetingId, deps);
    const [, edition, format] = FILE.exec(asked) ?? [];
    const version = existing(await minutesOf(deps).version(meetingId, Number(edition)));
    const document = documentOf(version, { language: words.language, issuer: deps.site.city.office });
    const { type, write } = WRITERS[format as FileFormat];
    return file(await write(document, words), type, `${version.number.replaceAll("/", "-")}-${asked}`);
  },
});
