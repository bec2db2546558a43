import type {
  ConsultationForm,
  ConsultationKind,
  ConsultationStatus,
} from "../../domain/consultation/consultation.ts";
import type { Instant } from "../../domain/time.ts";
import { formatsOf } from "../format.ts";

const f = formatsOf("pl-PL");

const statuses: Record<ConsultationStatus, string> = {
  draft: "szkic",
  announced: "zapowiedziane",
  open: "trwają",
  ended: "zakończone",
};

const kinds: Record<ConsultationKind, readonly [name: string, meaning: string]> = {
  formal: ["Konsultacje społeczne", "Formalne konsultacje z mieszkańcami."],
  ngo: [
    "Konsultacje z organizacjami",
    "Konsultacje projektu prawa miejscowego z organizacjami pozarządowymi.",
  ],
  dialogue: ["Dialog", "Rozmowa z mieszkańcami. To nie są formalne konsultacje."],
};

const forms: Record<ConsultationForm, string> = {
  online: "formularz internetowy",
  email: "e-mail",
  paper: "formularz papierowy",
  survey: "ankieta",
  meeting: "spotkanie",
  workshop: "warsztat",
  walk: "spacer badawczy",
  "info-point": "punkt informacyjny",
};

/** What residents read about consultations. */
export const consultations = {
  title: "Konsultacje",
  lead: "O czym teraz decyduje miasto i jak możesz zabrać głos.",
  none: "Teraz nie ma żadnych konsultacji. Zajrzyj na spotkania albo wróć później.",
  meetings: "Zobacz spotkania",
  statuses,
  kinds,
  forms,
  citywide: "całe miasto",
  dates: (startsAt: Instant, endsAt: Instant): string => `${f.moment(startsAt)} – ${f.deadline(endsAt)}`,
  terms: {
    kind: "Rodzaj",
    dates: "Termin",
    territory: "Obszar",
    forms: "Jak wziąć udział",
  },
  decided: "Co jest do ustalenia",
  fixed: "Czego nie można zmienić",
  meetingsHeading: "Spotkania",
  noMeetings: "Do tych konsultacji nie ma jeszcze spotkań.",
};
