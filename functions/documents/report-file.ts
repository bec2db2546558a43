import { z } from "zod";
import type { FileFormat } from "../../shared/pages/documents/file-links.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { file } from "../../shared/platform/http.ts";
import { ConsultationPath } from "../../shared/subjects/consultations/writing.ts";
import { publishedDocument } from "../../shared/subjects/remarks/report.ts";
import { reportFileRows as rows } from "../../shared/subjects/remarks/rows.ts";
import { WRITERS } from "./writers.ts";

const FILE = /^raport\.(pdf|docx|html)$/;

export const getConsultationReportFile = endpoint(rows.getConsultationReportFile, {
  summary: "The published report of a consultation as a tagged PDF, DOCX, or a page to print",
  params: ConsultationPath.extend({ file: z.string().regex(FILE) }),
  replies: { 200: "application/octet-stream" },
  cache: "public, max-age=60, s-maxage=300, stale-if-error=86400",
  handle: async ({ params: { file: asked, ...path }, words }, deps) => {
    const [, format] = FILE.exec(asked) ?? [];
    const { document } = await publishedDocument(path, words.language, deps);
    const { type, write } = WRITERS[format as FileFormat];
    return file(await write(document, words), type, asked);
  },
});
