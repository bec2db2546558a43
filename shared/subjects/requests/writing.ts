import { z } from "zod";
import { addressAt } from "../../domain/addresses.ts";
import type { RequestTerms } from "../../domain/consultation/requests.ts";
import { ConsultationId, RequestId } from "../../domain/ids.ts";
import { notice } from "../../domain/notice/notice.ts";
import { LocalDate } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { linkKeeper } from "../../platform/kept-link.ts";
import { noticeWrite } from "../../store/notices.ts";
import type { Write } from "../../store/write.ts";
import { representativeOf } from "./keeping.ts";
import { wordsIn } from "./pages.ts";
import { at } from "./rows.ts";
import {
  answerDueOn,
  appealDueOn,
  ConsultationRequest,
  Representative,
  RequestState,
  requestStateOf,
} from "./rules.ts";

export const RequestPath = z.object({ requestId: RequestId });

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
