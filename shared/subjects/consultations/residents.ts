import { z } from "zod";
import { addressAt, pathTo } from "../../domain/addresses.ts";
import { existing } from "../../domain/result.ts";
import { html } from "../../pages/html.ts";
import { link } from "../../pages/layout.ts";
import { endpoint } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { json, view } from "../../platform/http.ts";
import { cursorOf, listOf, PageQuery, pageAfter, pageOf } from "../../platform/lists.ts";
import { programmesPart } from "../programmes/pages.ts";
import { publishedProgrammes } from "../programmes/residents.ts";
import { at as atRemarks } from "../remarks/rows.ts";
import { takesRemarks } from "../remarks/taking.ts";
import { said as saidOfRequests } from "../requests/pages.ts";
import { at as atRequests } from "../requests/rows.ts";
import { consultationsView, documentView, said } from "./pages.ts";
import { publicRows as rows } from "./rows.ts";
import { byUrgency, DocumentId } from "./rules.ts";
import {
  ConsultationPath,
  consultationsOf,
  documentText,
  PublicConsultation,
  publicConsultation,
  publishedConsultation,
} from "./writing.ts";

const JSON_CACHE = "public, max-age=10, s-maxage=10, stale-if-error=600";
const CACHE = "public, max-age=0, s-maxage=10, stale-if-error=600";

const published = async (now: string, deps: Parameters<typeof consultationsOf>[0]) =>
  (await consultationsOf(deps).all())
    .filter(({ publishedAt }) => publishedAt !== undefined)
    .toSorted(byUrgency(now));

export const getConsultations = endpoint(rows.getConsultations, {
  summary: "Published consultations: those open for remarks, those to come, those over",
  query: PageQuery,
  replies: { 200: listOf(PublicConsultation, "Consultations") },
  cache: JSON_CACHE,
  handle: async ({ query, receivedAt }, deps) => {
    const { items, next } = pageAfter(await published(receivedAt, deps), pageOf(query));
    return json({ items: items.map((one) => publicConsultation(one, receivedAt)), next: cursorOf(next) });
  },
});

export const getConsultationsPage = endpoint(rows.getConsultationsPage, {
  summary: "Published consultations",
  cache: CACHE,
  handle: async (request, deps) => {
    const now = request.receivedAt;
    const frame = frameOf(request);
    const meetings = link(frame, pathTo("meetings"));
    const all = await published(now, deps);
    const programmes = html`${programmesPart(frame, await publishedProgrammes(all, deps))}
${deps.site.city.consultationRequests && html`<p><a href="${link(frame, atRequests.list)}">${saidOfRequests(frame).title}</a></p>`}`;
    return view(consultationsView(frame, all, { now, city: deps.site.city, meetings, programmes }));
  },
});

const DocumentPath = ConsultationPath.extend({
  documentId: DocumentId,
  documentVersion: z.coerce.number().int().min(1).max(1000),
});

export const getConsultationDocument = endpoint(rows.getConsultationDocument, {
  summary: "A version of a document of a consultation, its paragraphs numbered",
  params: DocumentPath,
  cache: CACHE,
  handle: async (request, deps) => {
    const { consultationId, documentId: id, documentVersion: version } = request.params;
    const consultation = await publishedConsultation({ consultationId }, deps);
    const { text } = existing(await documentText(consultation.id, id, version, deps));
    const frame = frameOf(request);
    const isOpen = takesRemarks(consultation, request.receivedAt);
    const form = link(frame, addressAt(atRemarks.form, { consultationId }));
    const remarkOn = (paragraph: number) =>
      html`<p><a href="${`${form}?document=${id}&documentVersion=${version}&paragraph=${paragraph}`}">${said(frame).remarkOn(paragraph)}</a></p>`;
    return view(
      documentView(frame, consultation, { id, version, text, remarkOn: isOpen ? remarkOn : undefined }),
    );
  },
});
