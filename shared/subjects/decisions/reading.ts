import { z } from "zod";
import { isVisible } from "../../acts/shown-meeting.ts";
import { UnitId } from "../../domain/office/directory.ts";
import { existing } from "../../domain/result.ts";
import { pages } from "../../pages/components/pages.ts";
import { html } from "../../pages/html.ts";
import { link } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type Request } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { json, view } from "../../platform/http.ts";
import { cursorOf, PageQuery, pageAfter, pageOf } from "../../platform/lists.ts";
import { listOf } from "../list-of.ts";
import { decisionsView, decisionView, FILTERS, figuresDocument, figuresView, passes } from "./pages.ts";
import { at, promiseRows as rows } from "./rows.ts";
import {
  type Decision,
  DecisionId,
  DecisionStep,
  figuresByUnit,
  figuresOf,
  inOrder,
  PublicDecision,
  publicDecision,
} from "./rules.ts";
import { decisionsOf } from "./writing.ts";

const CACHE = "public, max-age=0, s-maxage=30, stale-if-error=86400";
const DecisionPath = z.object({ decisionId: DecisionId });

const Filters = { unit: UnitId.optional(), state: z.enum(FILTERS).optional() };
interface Filters {
  readonly unit?: string | undefined;
  readonly state?: (typeof FILTERS)[number] | undefined;
}

const ordered = async ({ unit, state }: Filters, now: Request["receivedAt"], deps: Deps) => {
  const all = inOrder(await decisionsOf(deps).all(), now);
  return all.filter((one) => (unit === undefined || one.unit === unit) && passes(one, state, now));
};

const list = listOf({
  id: "Decisions",
  item: PublicDecision,
  filters: Filters,
  read: async ({ query, receivedAt: now }, page, deps) =>
    pageAfter(
      (await ordered(query, now, deps)).map((one) => publicDecision(one, now)),
      page,
    ),
  cache: CACHE,
});

export const getDecisions = list.json(
  rows.getDecisions,
  "What the city promised at meetings: whose it is, by when, how it stands and its proof; the overdue first",
);

const DecisionWithHistory = PublicDecision.extend({ history: z.array(DecisionStep) }).meta({
  id: "DecisionWithHistory",
});

const oneOf = async ({ decisionId }: z.infer<typeof DecisionPath>, deps: Deps): Promise<Decision> =>
  existing(await decisionsOf(deps).get(decisionId));

export const getDecision = endpoint(rows.getDecision, {
  summary: "A decision of a meeting with its whole history",
  params: DecisionPath,
  replies: { 200: DecisionWithHistory },
  cache: CACHE,
  handle: async ({ params, receivedAt }, deps) => {
    const decision = await oneOf(params, deps);
    return json({
      ...publicDecision(decision, receivedAt),
      history: await decisionsOf(deps).history(decision.id),
    });
  },
});

const A_PAGE = 30;

export const getDecisionsPage = endpoint(rows.getDecisionsPage, {
  summary: "The public list of what the city promised at meetings",
  query: PageQuery.extend(Filters),
  cache: CACHE,
  handle: async (request, deps) => {
    const { query, receivedAt: now, words } = request;
    const { unit, state, ...page } = query;
    const frame = frameOf(request);
    const everything = await decisionsOf(deps).all();
    const units = new Map(everything.map((one) => [one.unit, one.unitName] as const));
    const found = await ordered({ unit, state }, now, deps);
    const { items, next } = pageAfter(found, pageOf({ limit: A_PAGE, ...page }));
    const chosen = new URLSearchParams({ ...(unit && { unit }), ...(state && { state }) }).toString();
    const href = link(frame, at.all) + (chosen && `?${chosen}`);
    const more = html`${pages(words, { href, next: cursorOf(next), isLater: query.cursor !== undefined })}`;
    return view(decisionsView(frame, { decisions: items, units: [...units], unit, state, now, more }));
  },
});

export const getDecisionPage = endpoint(rows.getDecisionPage, {
  summary: "A decision of a meeting, and all that became of it",
  params: DecisionPath,
  cache: CACHE,
  handle: async (request, deps) => {
    const decision = await oneOf(request.params, deps);
    const [history, meeting] = await Promise.all([
      decisionsOf(deps).history(decision.id),
      deps.store.meetings.get(decision.meetingId),
    ]);
    const isMeetingShown = meeting !== undefined && (await isVisible(meeting, deps));
    const now = request.receivedAt;
    return view(decisionView(frameOf(request), { decision, history, now, isMeetingShown }));
  },
});

/** The figures as of now. */
export const figuresNow = async (now: Request["receivedAt"], deps: Deps) => {
  const all = await decisionsOf(deps).all();
  return { all: figuresOf(all, now), units: figuresByUnit(all, now), now };
};

export const getDecisionFigures = endpoint(rows.getDecisionFigures, {
  summary: "How the city keeps what it promised: in time, late, median days, by unit",
  cache: CACHE,
  handle: async (request, deps) => {
    const { language } = request.words;
    const around = { language, issuer: deps.site.city.office };
    const document = figuresDocument(await figuresNow(request.receivedAt, deps), around);
    return view(figuresView(frameOf(request), document));
  },
});
