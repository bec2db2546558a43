import { z } from "zod";
import { audited, type Deed } from "../../acts/audited.ts";
import { wrongForm } from "../../acts/posted.ts";
import { OFFICE_JOURNAL } from "../../domain/office/directory.ts";
import { accept } from "../../domain/result.ts";
import { dayOf } from "../../domain/time.ts";
import { formState } from "../../pages/components/form-state.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { json, view } from "../../platform/http.ts";
import { caseNamed } from "./case-name.ts";
import { findCases } from "./find-cases.ts";
import { confirmationView, pointView } from "./pages.ts";
import { pointRows as rows } from "./rows.ts";
import { CaseSearch, FoundCases } from "./rules.ts";

const FIELDS = ["query", "reason"];

/** Found once the journal says who looks, and why; what was looked for is in no journal, since it may be a name. */
const search = async ({ query, reason }: CaseSearch, by: Deed, deps: Deps): Promise<FoundCases> => {
  const found = await findCases(query, deps);
  const facts = { found: found.cases.map(({ id }) => id).join(",") };
  const record = audited({ ...by, route: rows.postCaseSearch }, OFFICE_JOURNAL, { reason, facts });
  accept(await deps.store.table.write([record]));
  return found;
};

export const postCaseSearch = endpoint(rows.postCaseSearch, {
  summary: "Find the case of somebody at the desk; the journal says who looks, and why",
  description:
    "By a project's number, a case mark, a matter's number, a name of at least three letters, or a mailbox. A sign-up is found by its mailbox.",
  body: CaseSearch,
  replies: { 200: FoundCases },
  handle: async (request, deps) => json(await search(request.body, request, deps)),
});

export const getOfficeDesk = endpoint(rows.getOfficeDesk, {
  summary: "The desk of the consultation point",
  handle: (request, { site }) => view(pointView(frameOf(request), formState(request.words), site.city)),
});

export const postOfficeCaseSearch = endpoint(rows.postOfficeCaseSearch, {
  summary: "Cases of somebody at the desk, on a page whose address does not name them",
  body: CaseSearch,
  invalid: (issues, typed, request, { site }) => {
    const { status, ...posted } = wrongForm(issues, typed, FIELDS);
    return {
      ...view(pointView(frameOf(request), formState(request.words, posted), site.city), status),
      issues,
    };
  },
  handle: async (request, deps) => {
    const found = await search(request.body, request, deps);
    const state = formState(request.words, { typed: request.body });
    return view(pointView(frameOf(request), state, deps.site.city, found));
  },
});

/** A day's acts at a desk. */
const MOST = 100;

export const getOfficeConfirmation = endpoint(rows.getOfficeConfirmation, {
  summary: "What the clerk did in a case today, to be printed for whoever stands at the desk",
  params: z.object({ subject: z.string().regex(/^[a-z]{3}_[0-9a-z]{16,26}$/) }),
  handle: async (request, deps) => {
    const { params, actor, receivedAt } = request;
    const { items } = await deps.store.audit.list(params.subject, { limit: MOST });
    const day = dayOf(receivedAt);
    const lines = items.filter(({ by, at }) => by === actor.id && dayOf(at) === day);
    const { subject } = params;
    const { number = subject, title } = (await caseNamed(subject, deps)) ?? {};
    const { city } = deps.site;
    return view(confirmationView(frameOf(request), { number, title, day, lines, city }));
  },
});
