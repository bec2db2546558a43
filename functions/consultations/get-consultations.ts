import { z } from "zod";
import { byUrgency } from "../../shared/domain/consultation/consultation.ts";
import { ConsultationId } from "../../shared/domain/ids.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json, versionTag } from "../../shared/platform/http.ts";
import { cursorOf, listOf, PageQuery, pageAfter, pageOf } from "../../shared/platform/lists.ts";
import { routes } from "../routes.ts";
import { listMeetings } from "./agenda.ts";
import { consultationOf, publishedConsultation } from "./find.ts";
import {
  ConsultationWithMeetings,
  meetingView,
  PublicConsultation,
  publicConsultation,
  StaffConsultation,
  staffConsultation,
} from "./views.ts";

const CACHE = "public, max-age=10, s-maxage=10, stale-if-error=600";

/** Meetings that one consultation shows at once; a city of 22 districts holds one in each. */
export const MEETINGS_SHOWN = 100;

export const getConsultations = endpoint(routes.getConsultations, {
  summary: "Published consultations: those open now, those to come, those over",
  query: PageQuery,
  replies: { 200: listOf(PublicConsultation, "Consultations") },
  cache: CACHE,
  handle: async ({ query, receivedAt }, { store }) => {
    const published = (await store.consultations.all()).filter(
      ({ publishedAt }) => publishedAt !== undefined,
    );
    const { items, next } = pageAfter(published.sort(byUrgency(receivedAt)), pageOf(query));
    return json({ items: items.map((one) => publicConsultation(one, receivedAt)), next: cursorOf(next) });
  },
});

export const getConsultation = endpoint(routes.getConsultation, {
  summary: "One consultation with its meetings",
  params: z.object({ consultationId: ConsultationId }),
  replies: { 200: ConsultationWithMeetings },
  cache: CACHE,
  handle: async ({ params, receivedAt }, deps) => {
    const consultation = await publishedConsultation(params.consultationId, deps);
    const { items } = await listMeetings(
      { consultation: consultation.id, limit: MEETINGS_SHOWN },
      receivedAt,
      deps,
    );
    const meetings = await Promise.all(items.map((meeting) => meetingView(meeting, deps)));
    return json({ ...publicConsultation(consultation, receivedAt), meetings });
  },
});

export const getStaffConsultations = endpoint(routes.getStaffConsultations, {
  summary: "All consultations, drafts included",
  query: PageQuery,
  replies: { 200: listOf(StaffConsultation, "StaffConsultations") },
  handle: async ({ query, receivedAt }, { store }) => {
    const all = (await store.consultations.all()).sort(byUrgency(receivedAt));
    const { items, next } = pageAfter(all, pageOf(query));
    return json({ items: items.map((one) => staffConsultation(one, receivedAt)), next: cursorOf(next) });
  },
});

export const getStaffConsultation = endpoint(routes.getStaffConsultation, {
  summary: "One consultation with its version, for an edit",
  params: z.object({ consultationId: ConsultationId }),
  replies: { 200: StaffConsultation },
  handle: async ({ params, receivedAt }, deps) => {
    const consultation = await consultationOf(params.consultationId, deps);
    return json(staffConsultation(consultation, receivedAt), { etag: versionTag(consultation.version) });
  },
});
