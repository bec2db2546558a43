import { z } from "zod";
import { visibleMeeting } from "../../acts/shown-meeting.ts";
import { District } from "../../domain/district.ts";
import { ConsultationId, MeetingId } from "../../domain/ids.ts";
import { MEASURE, prefixOf } from "../../domain/languages.ts";
import { icsOf, meetingsFeed } from "../../domain/meeting/ics.ts";
import { eventOf } from "../../domain/meeting/letter-facts.ts";
import { sayingOf } from "../../pages/letters/saying.ts";
import { endpoint } from "../../platform/endpoint.ts";
import { file, json } from "../../platform/http.ts";
import { cursorOf, listOf, PageQuery, pageOf } from "../../platform/lists.ts";
import { feedOfMeetings, listMeetings } from "./agenda.ts";
import { districtsOf } from "./districts.ts";
import { listRows as routes } from "./rows.ts";
import { PublicMeeting } from "./view-rules.ts";
import { meetingView } from "./views.ts";

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

const FeedQuery = z.strictObject({ district: District.optional() });

export const getMeetingsFeed = endpoint(routes.getMeetingsFeed, {
  summary:
    "All meetings as a feed (RFC 5545), those of the last three months among them; of one district, if it is named",
  query: FeedQuery,
  replies: { 200: "text/calendar" },
  cache: "public, max-age=300, s-maxage=300, stale-if-error=3600",
  handle: async ({ query: { district }, language, words, receivedAt, city }, deps) => {
    const siteUrl = `${deps.site.url}${prefixOf(language)}`;
    const meetings = await feedOfMeetings(district, receivedAt, deps);
    const place =
      district === undefined
        ? (city.name[language] ?? city.name[MEASURE])
        : (districtsOf(deps.site).get(district) ?? district);
    const ics = meetingsFeed(
      words.feeds.meetings(place),
      meetings.map((meeting) => eventOf(meeting, siteUrl)),
      sayingOf(words, deps.site),
    );
    return file(ics, "text/calendar; charset=utf-8", "meetings.ics");
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
  handle: async ({ params, language, words }, deps) => {
    const meeting = await visibleMeeting(params.meetingId, deps);
    const siteUrl = `${deps.site.url}${prefixOf(language)}`;
    return file(
      icsOf(eventOf(meeting, siteUrl), sayingOf(words, deps.site)),
      "text/calendar; charset=utf-8",
      "meeting.ics",
    );
  },
});
