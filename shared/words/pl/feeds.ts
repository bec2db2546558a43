import type { Instant } from "../../domain/time.ts";
import { formatsOf } from "../format.ts";

const f = formatsOf("pl-PL");

/** What calendars show of meetings and editions. */
export const feeds = {
  cancelled: "Odwołane",
  meetings: (place: string): string => `Spotkania: ${place}`,
  begins: (edition: string, phase: string): string => `${phase}: początek (${edition})`,
  ends: (edition: string, phase: string, at: Instant): string =>
    `${phase}: koniec ${f.deadline(at)} (${edition})`,
  subscribe: "Dodaj spotkania do kalendarza na stałe",
  download: "Pobierz plik ICS ze spotkaniami",
  edition: "Dodaj daty edycji do kalendarza",
};
