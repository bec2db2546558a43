import type { Deps } from "../../platform/deps.ts";
import { endpoint } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { json, view } from "../../platform/http.ts";
import { cursorOf, listOf, PageQuery, pageAfter, pageOf } from "../../platform/lists.ts";
import type { Consultation } from "../consultations/rules.ts";
import { consultationsOf } from "../consultations/writing.ts";
import { requestOf, requestsOf } from "./keeping.ts";
import { termsOf } from "./owed.ts";
import { requestsView, requestView } from "./pages.ts";
import { requestRows as rows } from "./rows.ts";
import type { ConsultationRequest } from "./rules.ts";
import { PublicRequest, publicRequest, RequestPath } from "./writing.ts";

const CACHE = "public, max-age=0, s-maxage=10, stale-if-error=600";

const newestFirst = (one: ConsultationRequest, other: ConsultationRequest): number =>
  one.arrivedOn === other.arrivedOn ? (one.id < other.id ? -1 : 1) : one.arrivedOn < other.arrivedOn ? 1 : -1;

const sorted = async (deps: Deps) => (await requestsOf(deps).all()).toSorted(newestFirst);

/** The consultations that are published of those that name a request. */
const published = async (deps: Deps): Promise<Consultation[]> =>
  (await consultationsOf(deps).all()).filter((one) => one.request && one.publishedAt !== undefined);

const idsFor = (all: readonly Consultation[], id: ConsultationRequest["id"]) =>
  all.filter(({ request }) => request === id).map((one) => one.id);

export const getConsultationRequests = endpoint(rows.getConsultationRequests, {
  summary: "Requests of residents for a consultation: state, terms and how many signed, never who",
  query: PageQuery,
  replies: { 200: listOf(PublicRequest, "ConsultationRequests") },
  cache: CACHE,
  handle: async ({ query }, deps) => {
    const terms = termsOf(deps.site);
    const [all, cited] = await Promise.all([sorted(deps), published(deps)]);
    const shown = all.map((one) => publicRequest(one, terms, idsFor(cited, one.id)));
    const { items, next } = pageAfter(shown, pageOf(query));
    return json({ items, next: cursorOf(next) });
  },
});

export const getConsultationRequest = endpoint(rows.getConsultationRequest, {
  summary: "A request of residents for a consultation, with what has become of it",
  params: RequestPath,
  replies: { 200: PublicRequest },
  cache: CACHE,
  handle: async ({ params }, deps) => {
    const request = await requestOf(params, deps);
    return json(publicRequest(request, termsOf(deps.site), idsFor(await published(deps), request.id)));
  },
});

export const getConsultationRequestsPage = endpoint(rows.getConsultationRequestsPage, {
  summary: "Requests of residents for a consultation",
  cache: CACHE,
  handle: async (request, deps) =>
    view(requestsView(frameOf(request), await sorted(deps), termsOf(deps.site))),
});

export const getConsultationRequestPage = endpoint(rows.getConsultationRequestPage, {
  summary: "A request of residents for a consultation, with what has become of it",
  params: RequestPath,
  cache: CACHE,
  handle: async (request, deps) => {
    const found = await requestOf(request.params, deps);
    const cited = (await published(deps)).filter((one) => one.request === found.id);
    const { city } = deps.site;
    return view(requestView(frameOf(request), found, { terms: termsOf(deps.site), city, cited }));
  },
});
