import { z } from "zod";
import { addressAt } from "../../domain/addresses.ts";
import type { RequestTerms } from "../../domain/consultation/requests.ts";
import { ConsultationId, RequestId } from "../../domain/ids.ts";
import { notice } from "../../domain/notice/notice.ts";
import { existing } from "../../domain/result.ts";
import { LocalDate } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { linkKeeper } from "../../platform/kept-link.ts";
import { asRead } from "../../store/kept.ts";
import { keys } from "../../store/keys.ts";
import { noticeWrite } from "../../store/notices.ts";
import { waits } from "../../store/work.ts";
import { type Attributes, update, type Write } from "../../store/write.ts";
import { consultedWrite, representativeOf, requestsOf } from "./keeping.ts";
import { inOffice, wordsIn } from "./pages.ts";
import { at } from "./rows.ts";
import {
  answerDueOn,
  appealDueOn,
  ConsultationRequest,
  dueOf,
  Representative,
  RequestState,
  requestStateOf,
} from "./rules.ts";

export const RequestPath = z.object({ requestId: RequestId });

/** What the city's resolution says; a city without such requests has none of their pages. */
export const termsOf = ({ city }: Deps["site"]): RequestTerms => existing(city.consultationRequests);

export const PublicRequest = ConsultationRequest.omit({ fingerprint: true, createdAt: true, version: true })
  .extend({
    state: RequestState,
    needed: z.int(),
    answerDueOn: LocalDate,
    appealDueOn: LocalDate.nullable(),
    consultations: z.array(ConsultationId),
  })
  .meta({ id: "ConsultationRequest" });

/** A request as everybody reads it, with the consultations that came of it: how many signed, and never who. */
export const publicRequest = (
  { fingerprint: _f, createdAt: _c, version: _v, ...request }: ConsultationRequest,
  terms: RequestTerms,
  consultations: readonly ConsultationId[] = [],
): z.infer<typeof PublicRequest> => ({
  ...request,
  state: requestStateOf(request),
  needed: terms.supporters.count,
  answerDueOn: answerDueOn(request, terms),
  appealDueOn: appealDueOn(request, terms) ?? null,
  consultations: [...consultations],
});

export const StaffRequest = PublicRequest.omit({ consultations: true })
  .extend({ version: z.int(), representative: Representative.nullable() })
  .meta({ id: "StaffConsultationRequest" });

/** What it waits for, on the list of those whose work consultations are. */
export const requestWork = (request: ConsultationRequest, site: Deps["site"]): Attributes => {
  const due = dueOf(request, termsOf(site));
  if (!due) return {};
  return waits({
    kind: "of-subject",
    id: request.id,
    owner: "queue#consulting",
    dueAt: due.at,
    about: {
      path: addressAt(at.officeOne, { requestId: request.id }),
      text: inOffice(site.city, ({ office }) => office.due[due.what](request.title)),
    },
  });
};

/** That the consultation that came of it is none any more: another one is owed. */
const owedAgain = async (id: RequestId, deps: Deps): Promise<Write[]> => {
  const request = await requestsOf(deps).get(id);
  if (request?.consultedOn === undefined) return [];
  const { consultedOn: _, ...owed } = request;
  return [
    update({
      key: keys.consultationRequest(id),
      set: requestWork(owed, deps.site),
      remove: ["consultedOn"],
      add: { version: 1 },
      when: asRead(request.version),
    }),
  ];
};

interface Asked {
  readonly request?: RequestId | undefined;
  readonly publishedAt?: string | undefined;
  readonly takenBack?: unknown;
}

/** The request of which a consultation came, once it is open. */
const answeredBy = ({ request, publishedAt, takenBack }: Asked): RequestId | undefined =>
  publishedAt === undefined || takenBack !== undefined ? undefined : request;

/** What a change of a consultation means for the request of which it came: it is answered, or waits again. */
export const requestWrites = async (
  before: Asked,
  after: Asked,
  on: LocalDate,
  deps: Deps,
): Promise<Write[]> => {
  const [was, is] = [answeredBy(before), answeredBy(after)];
  if (was === is) return [];
  return [
    ...(was === undefined ? [] : await owedAgain(was, deps)),
    ...(is === undefined ? [] : [consultedWrite(is, on)]),
  ];
};

type Letters = ReturnType<typeof wordsIn>;

/** A letter to who speaks for a request, where they have a mailbox; once an event. */
export const letterWrites = async (
  request: ConsultationRequest,
  event: string,
  letterOf: (words: Letters) => ReturnType<Letters["letters"]["call"]>,
  now: ConsultationRequest["createdAt"],
  deps: Deps,
): Promise<Write[]> => {
  const representative = await representativeOf(request, deps);
  if (representative?.email === undefined) return [];
  const { email, language } = representative;
  const letter = notice("subject/decision", email, language, {
    letter: letterOf(wordsIn(language)),
    link: (await linkKeeper(deps))(addressAt(at.one, { requestId: request.id })),
  });
  return [noticeWrite(`${request.id}/${event}`, letter, now)];
};
