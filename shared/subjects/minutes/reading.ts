import { z } from "zod";
import { visibleMeeting } from "../../acts/shown-meeting.ts";
import { existing } from "../../domain/result.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { json, view } from "../../platform/http.ts";
import { documentOf, minutesView } from "./pages.ts";
import { readingRows as rows } from "./rows.ts";
import { MinutesVersion } from "./rules.ts";
import { InMeeting, minutesOf } from "./sheet.ts";

const CACHE = "public, max-age=0, s-maxage=30, stale-if-error=86400";

const Edition = z.coerce.number().int().min(1).max(9999).optional();

/** What was published of the minutes of a meeting that residents may see: the version that is asked for, else the newest. */
const publishedMinutes = async ({ meetingId }: InMeeting, edition: number | undefined, deps: Deps) => {
  await visibleMeeting(meetingId, deps);
  const versions = await minutesOf(deps).versions(meetingId);
  const version = edition === undefined ? versions.at(-1) : versions.find((one) => one.edition === edition);
  return { versions, version: existing(version) };
};

export const getMinutes = endpoint(rows.getMinutes, {
  summary: "Minutes of a meeting as they are published; an earlier version by its number",
  params: InMeeting,
  query: z.strictObject({ version: Edition }),
  replies: { 200: MinutesVersion },
  cache: CACHE,
  handle: async ({ params, query }, deps) =>
    json((await publishedMinutes(params, query.version, deps)).version),
});

export const getMinutesPage = endpoint(rows.getMinutesPage, {
  summary: "Minutes of a meeting",
  params: InMeeting,
  query: z.strictObject({ version: Edition }),
  cache: CACHE,
  handle: async (request, deps) => {
    const { version, versions } = await publishedMinutes(request.params, request.query.version, deps);
    const { language } = request.words;
    const document = documentOf(version, { language, issuer: deps.site.city.office });
    return view(minutesView(frameOf(request), { version, versions, document }));
  },
});
