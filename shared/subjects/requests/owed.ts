/** What the office owes of a request, on the list of work: also what a consultation that came of it means for that. */
import { addressAt } from "../../domain/addresses.ts";
import type { RequestTerms } from "../../domain/consultation/requests.ts";
import type { RequestId } from "../../domain/ids.ts";
import { existing } from "../../domain/result.ts";
import type { LocalDate } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { asRead } from "../../store/kept.ts";
import { keys } from "../../store/keys.ts";
import { waits } from "../../store/work.ts";
import { type Attributes, update, type Write } from "../../store/write.ts";
import { consultedWrite, requestsOf } from "./keeping.ts";
import { inOffice } from "./pages.ts";
import { at } from "./rows.ts";
import { type ConsultationRequest, dueOf } from "./rules.ts";

/** What the city's resolution says; a city without such requests has none of their pages. */
export const termsOf = ({ city }: Deps["site"]): RequestTerms => existing(city.consultationRequests);

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
