import { z } from "zod";
import { District } from "../../shared/domain/district.ts";
import { ConsultationId, MeetingId } from "../../shared/domain/ids.ts";
import { prefixOf } from "../../shared/domain/languages.ts";
import { icsOf } from "../../shared/domain/meeting/ics.ts";
import { eventOf } from "../../shared/domain/meeting/letter-facts.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { file, json } from "../../shared/platform/http.ts";
import { cursorOf, listOf, PageQuery, pageOf } from "../../shared/platform/lists.ts";
import { routes } from "../routes.ts";
import { listMeetings } from "./agenda.ts";
import { visibleMeeting } from "./find.ts";
import { meetingView, PublicMeeting } from "./views.ts";

/** Places go fast: a list may be this old, and the sign-up itself is exact. */
const CACHE = "public, max-age=5, s-maxage=5, stale-if-error=600";

const MeetingPath = z.object({ meetingId: MeetingId });

const MeetingsQuery = PageQuery.extend({
  consultation: ConsultationId.optional(),
  district: District.optional(),
});

export const getMeetings = endpoint(routes.getMeetings, {
  summary: "Meetings: those to come, the nearest first; then those over, the latest first",
  query: MeetingsQuery,
  replies: { 200: listOf(PublicMeeting, "Meetings") },
  cache: CACHE,
  handle: async ({ query, receivedAt }, deps) => {
    const { consultation, district, ...page } = query;
    const { items, next } = await listMeetings({ consultation, district, ...pageOf(page) }, receivedAt, deps);
    return json({
      items: await Promise.all(items.map((meeting) => meetingView(meeting, deps))),
      next: cursorOf(next),
    });
  },
});

export const getMeeting = endpoint(routes.getMeeting, {
  summary: "One meeting with its places",
  params: MeetingPath,
  replies: { 200: PublicMeeting },
  cache: CACHE,
  handle: async ({ params }, deps) =>
    json(await meetingView(await visibleMeeting(params.meetingId, deps), deps)),
});

export const getMeetingCalendar = endpoint(routes.getMeetingCalendar, {
  summary: "A meeting as a calendar file (RFC 5545)",
  params: MeetingPath,
  replies: { 200: "text/calendar" },
  cache: CACHE,
  handle: async ({ params, language }, deps) => {
    const meeting = await visibleMeeting(params.meetingId, deps);
    const siteUrl = `${deps.site.url}${prefixOf(language)}`;
    return file(icsOf(eventOf(meeting, siteUrl)), "text/calendar; charset=utf-8", "meeting.ics");
  },
});
