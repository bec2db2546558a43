import type { z } from "zod";
import { audited } from "../../acts/audited.ts";
import { addressAt } from "../../domain/addresses.ts";
import type { RequestTerms } from "../../domain/consultation/requests.ts";
import { accept, ok, type Result } from "../../domain/result.ts";
import type { Deps } from "../../platform/deps.ts";
import type { StaffRequest as StaffOf } from "../../platform/endpoint.ts";
import type { Write } from "../../store/write.ts";
import { subjectOf } from "../act.ts";
import { consultationsOf } from "../consultations/writing.ts";
import { representativeOf, requestOf, requestsOf } from "./keeping.ts";
import { requestWork, termsOf } from "./owed.ts";
import { officeRequest, said } from "./pages.ts";
import { at, officeRequestRows as rows } from "./rows.ts";
import { type ConsultationRequest, type Representative, requestStateOf, today } from "./rules.ts";
import { publicRequest, RequestPath, StaffRequest } from "./writing.ts";

/** A request at the office, with who speaks for it. */
export interface OfRequest {
  readonly terms: RequestTerms;
  readonly request: ConsultationRequest;
  readonly representative: Representative | undefined;
  readonly version: number;
}

export const shown = ({
  request,
  representative,
  version,
  terms,
}: OfRequest): z.infer<typeof StaffRequest> => {
  const { consultations: _c, ...rest } = publicRequest(request, terms);
  return { ...rest, version, representative: representative ?? null };
};

const READINGS: readonly string[] = [
  rows.getStaffConsultationRequest.key,
  rows.getOfficeConsultationRequest.key,
];

/** A request with who speaks for it. That somebody reads it is in its journal. */
const find = async (
  path: z.infer<typeof RequestPath>,
  deps: Deps,
  by?: StaffOf<z.infer<typeof RequestPath>>,
): Promise<OfRequest> => {
  const request = await requestOf(path, deps);
  const { version } = request;
  if (by && READINGS.includes(by.route.key))
    accept(
      await deps.store.table.write([audited({ ...by, route: rows.getStaffConsultationRequest }, request.id)]),
    );
  return {
    request,
    representative: await representativeOf(request, deps),
    version,
    terms: termsOf(deps.site),
  };
};

export const one = subjectOf({
  params: RequestPath,
  find,
  stateAt: ({ request }) => requestStateOf(request),
  blockers: {
    "too-few": ({ thing, deps }) => thing.request.supporters < termsOf(deps.site).supporters.count,
    "still-time": ({ thing: { request }, by }) =>
      requestStateOf(request) === "called" && today(by) <= (request.call?.until ?? today(by)),
  },
  words: said,
  journal: ({ request }) => request.id,
  title: (_, { request }) => request.title,
  address: ({ request }) => addressAt(at.officeOne, { requestId: request.id }),
  back: { address: at.officeList, title: (frame) => said(frame).office.title },
  about: async (frame, { thing: { request, representative }, deps }) => {
    const cited = (await consultationsOf(deps).all()).filter((each) => each.request === request.id);
    const { city } = deps.site;
    return officeRequest(frame, request, { terms: termsOf(deps.site), city, cited, representative });
  },
  reply: StaffRequest,
  shown,
});

/** A request as it is to be, with what it waits for then. */
export const write = async (
  { request, ...rest }: OfRequest,
  more: Partial<ConsultationRequest>,
  also: readonly Write[],
  deps: Deps,
): Promise<Result<OfRequest>> => {
  const after = { ...request, ...more };
  const done = await requestsOf(deps).change(request, after, also, requestWork(after, deps.site));
  return done.ok ? ok({ ...rest, request: done.value, version: done.value.version }) : done;
};
