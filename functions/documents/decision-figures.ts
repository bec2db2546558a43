import { z } from "zod";
import type { FileFormat } from "../../shared/pages/documents/file-links.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { file } from "../../shared/platform/http.ts";
import { figuresDocument } from "../../shared/subjects/decisions/pages.ts";
import { figuresNow } from "../../shared/subjects/decisions/reading.ts";
import { figureFileRows as rows } from "../../shared/subjects/decisions/rows.ts";
import { WRITERS } from "./writers.ts";

const FILE = /^decyzje\.(pdf|docx|html)$/;

export const getDecisionFiguresFile = endpoint(rows.getDecisionFiguresFile, {
  summary: "How the city keeps what it promised, as a tagged PDF, DOCX, or a page to print",
  params: z.object({ file: z.string().regex(FILE) }),
  replies: { 200: "application/octet-stream" },
  cache: "public, max-age=60, s-maxage=60, stale-if-error=86400",
  handle: async ({ params, words, receivedAt }, deps) => {
    const [, format] = FILE.exec(params.file) ?? [];
    const around = { language: words.language, issuer: deps.site.city.office };
    const { type, write } = WRITERS[format as FileFormat];
    return file(
      await write(figuresDocument(await figuresNow(receivedAt, deps), around), words),
      type,
      params.file,
    );
  },
});
