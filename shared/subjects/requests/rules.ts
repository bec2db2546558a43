import { z } from "zod";
import type { RequestTerms } from "../../domain/consultation/requests.ts";
import { District } from "../../domain/district.ts";
import { RequestId } from "../../domain/ids.ts";
import { Version } from "../../domain/kind.ts";
import { Language } from "../../domain/languages.ts";
import { calledName, Email, line, paragraphs, title } from "../../domain/text.ts";
import { dayOf, endOfDay, Instant, LocalDate, plusDays, plusMonths } from "../../domain/time.ts";
import { ConsultationForm } from "../consultations/form-rules.ts";

/** What residents ask for, as their paper says it. */
export const RequestFields = z
  .strictObject({
    title: title(200),
    /** None is the whole city. */
    territory: z.array(District).max(40),
    forms: z.array(ConsultationForm).min(1),
    justification: paragraphs(4000),
    arrivedOn: LocalDate,
    representative: z.strictObject({
      name: calledName(120),
      address: line(200),
      email: Email.optional(),
      phone: line(40).optional(),
      language: Language,
    }),
  })
  .meta({ id: "ConsultationRequestDraft" });
export type RequestFields = z.infer<typeof RequestFields>;

const Said = z.object({ on: LocalDate, text: z.string() });
/** What somebody of the office writes, and the day that it is of. */
export const Saying = z.strictObject({ text: paragraphs(4000) });

export const Outcome = z.enum(["granted", "upheld"]);

/** A request of residents for a consultation. Who speaks for them lies apart, and who signed it, too. */
export const ConsultationRequest = z.object({
  ...RequestFields.omit({ representative: true }).shape,
  id: RequestId,
  version: Version,
  /** How many people count: each once, by a keyed hash of name and address. */
  supporters: z.int(),
  call: Said.extend({ until: LocalDate, correctedOn: LocalDate.optional() }).optional(),
  /** Since when nothing is missing. */
  completeOn: LocalDate.optional(),
  answer: Said.extend({ isAccepted: z.boolean() }).optional(),
  appeal: z.object({ on: LocalDate, passedOn: LocalDate.optional() }).optional(),
  outcome: Said.extend({ outcome: Outcome }).optional(),
  /** The day on which a consultation that came of it was opened. */
  consultedOn: LocalDate.optional(),
  createdAt: Instant,
  fingerprint: z.string(),
});
export type ConsultationRequest = z.infer<typeof ConsultationRequest>;

export const Representative = z.object(RequestFields.shape.representative.shape);
export type Representative = z.infer<typeof Representative>;

export const RequestState = z.enum([
  "received",
  "called",
  "complete",
  "accepted",
  "refused",
  "appealed",
  "at-council",
  "upheld",
]);
export type RequestState = z.infer<typeof RequestState>;

/** Never stored: what has happened says it. */
export const requestStateOf = ({
  call,
  completeOn,
  answer,
  appeal,
  outcome,
}: Pick<ConsultationRequest, "call" | "completeOn" | "answer" | "appeal" | "outcome">): RequestState => {
  if (outcome) return outcome.outcome === "granted" ? "accepted" : "upheld";
  if (appeal) return appeal.passedOn === undefined ? "appealed" : "at-council";
  if (answer) return answer.isAccepted ? "accepted" : "refused";
  if (completeOn !== undefined) return "complete";
  return call && call.correctedOn === undefined ? "called" : "received";
};

/** The last day for an answer: from the day on which it came, or on which what was missing came. */
export const answerDueOn = (
  { arrivedOn, call }: Pick<ConsultationRequest, "arrivedOn" | "call">,
  { answer }: RequestTerms,
): LocalDate => plusMonths(call?.correctedOn ?? arrivedOn, answer.months);

/** The last day for an appeal to the council, once it was refused. */
export const appealDueOn = (
  { answer }: Pick<ConsultationRequest, "answer">,
  { appeal }: RequestTerms,
): LocalDate | undefined => answer && plusDays(answer.on, appeal.days);

type Owed = "check" | "corrected" | "answer" | "pass" | "outcome" | "open";

/** What the office owes next, and by when. */
export const dueOf = (
  request: ConsultationRequest,
  terms: RequestTerms,
): { readonly what: Owed; readonly at: Instant } | undefined => {
  const { arrivedOn, call, answer, appeal, outcome, consultedOn } = request;
  const by = (what: Owed, day: LocalDate) => ({ what, at: endOfDay(day) });
  switch (requestStateOf(request)) {
    case "received":
      return by("check", plusDays(call?.correctedOn ?? arrivedOn, terms.call.days));
    case "called":
      return call && by("corrected", call.until);
    case "complete":
      return by("answer", answerDueOn(request, terms));
    case "appealed":
      return appeal && by("pass", plusDays(appeal.on, terms.pass.days));
    case "at-council":
      return by("outcome", plusDays(appeal?.passedOn ?? arrivedOn, terms.outcome.days));
    case "accepted":
      return consultedOn === undefined
        ? by("open", plusDays((outcome ?? answer)?.on ?? arrivedOn, terms.open.days))
        : undefined;
    default:
      return undefined;
  }
};

/** At most so many lines at once: each is two items of one transaction. */
export const MOST_LINES = 40;

/** A line of the list of who signed. */
export const SignedLine = z.object({ name: calledName(120), address: line(160) });
export type SignedLine = z.infer<typeof SignedLine>;

/** Lines of a list as a form has them: a person a line, the name and the address with a semicolon between. */
export const linesTyped = (typed: unknown): unknown =>
  Array.isArray(typed)
    ? typed.map((one: unknown) => {
        if (typeof one !== "string") return one;
        const [name = "", ...address] = one.split(";");
        return { name: name.trim(), address: address.join(";").trim() };
      })
    : typed;

/** Today as the office's days go. */
export const today = ({ receivedAt }: { readonly receivedAt: Instant }): LocalDate => dayOf(receivedAt);
