import { z } from "zod";
import { byUrgency } from "../../shared/domain/consultation/consultation.ts";
import { ConsultationId } from "../../shared/domain/ids.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { ok, versionTag } from "../../shared/platform/http.ts";
import { cursorOf, listOf, PageQuery, pageOf } from "../../shared/platform/lists.ts";
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

/** A page of an ordered list: what stands behind the id that the reader saw last. */
const pageAfter = <T extends { readonly id: string }>(all: readonly T[], query: PageQuery) => {
  const { after, limit } = pageOf(query);
  const start = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
  const items = all.slice(start, start + limit);
  return { items, next: start + limit < all.length ? cursorOf(items.at(-1)?.id ?? null) : null };
};

export const getConsultations = endpoint(routes.getConsultations, {
  summary: "Published consultations: those open now, those to come, those over",
  query: PageQuery,
  replies: { 200: listOf(PublicConsultation, "Consultations") },
  cache: CACHE,
  handle: async ({ query, receivedAt }, { store }) => {
    const published = (await store.consultations.all()).filter(
      ({ publishedAt }) => publishedAt !== undefined,
    );
    const { items, next } = pageAfter(published.sort(byUrgency(receivedAt)), query);
    return ok({ items: items.map((one) => publicConsultation(one, receivedAt)), next });
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
    return ok({ ...publicConsultation(consultation, receivedAt), meetings });
  },
});

export const getStaffConsultations = endpoint(routes.getStaffConsultations, {
  summary: "All consultations, drafts included",
  query: PageQuery,
  replies: { 200: listOf(StaffConsultation, "StaffConsultations") },
  handle: async ({ query, receivedAt }, { store }) => {
    const all = (await store.consultations.all()).sort(byUrgency(receivedAt));
    const { items, next } = pageAfter(all, query);
    return ok({ items: items.map((one) => staffConsultation(one, receivedAt)), next });
  },
});

export const getStaffConsultation = endpoint(routes.getStaffConsultation, {
  summary: "One consultation with its version, for an edit",
  params: z.object({ consultationId: ConsultationId }),
  replies: { 200: StaffConsultation },
  handle: async ({ params, receivedAt }, deps) => {
    const consultation = await consultationOf(params.consultationId, deps);
    return ok(staffConsultation(consultation, receivedAt), { etag: versionTag(consultation.version) });
  },
});
