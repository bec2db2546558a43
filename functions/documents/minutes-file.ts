import { z } from "zod";
import { visibleMeeting } from "../../shared/acts/shown-meeting.ts";
import { existing } from "../../shared/domain/result.ts";
import type { FileFormat } from "../../shared/pages/documents/file-links.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { file } from "../../shared/platform/http.ts";
import { documentOf } from "../../shared/subjects/minutes/pages.ts";
import { minutesFileRows as rows } from "../../shared/subjects/minutes/rows.ts";
import { InMeeting, minutesOf } from "../../shared/subjects/minutes/sheet.ts";
import { WRITERS } from "./writers.ts";

const FILE = /^(\d{1,4})\.(pdf|docx|html)$/;

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
