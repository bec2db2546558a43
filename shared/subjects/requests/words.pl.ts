import type { LocalDate } from "../../domain/time.ts";
import { formatsOf } from "../../words/format.ts";
import type { RequestState } from "./rules.ts";

const f = formatsOf("pl-PL");

const states: Readonly<Record<RequestState, string>> = {
  received: "sprawdzamy",
  called: "czeka na uzupełnienie",
  complete: "czeka na odpowiedź",
  accepted: "uwzględniony",
  refused: "odmowa",
  appealed: "odwołanie",
  "at-council": "odwołanie w Radzie Miasta",
  upheld: "odmowa utrzymana",
};

const languages = { pl: "polski", en: "angielski", uk: "ukraiński" };

/** What residents and the office read of requests for a consultation. */
export const pl = {
  title: "Wnioski o konsultacje",
  lead: (count: number): string =>
    `Mieszkańcy mogą wnieść o konsultacje. Pod wnioskiem potrzeba podpisów: ${f.number(count)}. Wniosek na papierze złóż w urzędzie.`,
  none: "Nie ma jeszcze żadnego wniosku.",
  back: "Konsultacje",
  states,
  supporters: (count: number, needed: number): string =>
    `Podpisy: ${f.number(count)}, potrzeba: ${f.number(needed)}`,
  citywide: "całe miasto",
  terms: {
    arrived: "Wpłynął",
    territory: "Obszar",
    forms: "Proponowane formy",
    supporters: "Poparcie",
    answerDue: "Odpowiedź najpóźniej",
    appealDue: "Odwołanie do Rady Miasta najpóźniej",
    cites: "Konsultacje z tego wniosku",
  },
  why: "Uzasadnienie",
  called: (on: LocalDate, until: LocalDate): string =>
    `Wezwanie do uzupełnienia z dnia ${f.date(on)}. Termin: ${f.date(until)}.`,
  corrected: (on: LocalDate): string => `Uzupełniono: ${f.date(on)}.`,
  accepted: (on: LocalDate): string => `Urząd uwzględnił wniosek: ${f.date(on)}.`,
  refused: (on: LocalDate): string => `Urząd odmówił: ${f.date(on)}.`,
  appealed: (on: LocalDate): string => `Odwołanie wpłynęło: ${f.date(on)}.`,
  passed: (on: LocalDate): string => `Przekazano Radzie Miasta: ${f.date(on)}.`,
  outcomes: {
    granted: (on: LocalDate): string => `Rada Miasta uwzględniła odwołanie: ${f.date(on)}.`,
    upheld: (on: LocalDate): string => `Rada Miasta utrzymała odmowę: ${f.date(on)}.`,
  },
  letters: {
    call: (title: string, text: string, until: LocalDate) => ({
      subject: "Uzupełnij wniosek o konsultacje",
      first: `Wniosek: ${title}.`,
      parts: [text, `Termin: ${f.date(until)}.`],
      button: "Zobacz wniosek",
      why: "Wysłaliśmy ten list, bo to adres przedstawiciela wnioskodawców.",
    }),
    answer: (title: string, sentence: string, text: string, appealDue: LocalDate | undefined) => ({
      subject: "Odpowiedź na wniosek o konsultacje",
      first: `Wniosek: ${title}.`,
      parts: [
        sentence,
        text,
        ...(appealDue === undefined
          ? []
          : [`Odwołanie do Rady Miasta można złożyć najpóźniej: ${f.date(appealDue)}.`]),
      ],
      button: "Zobacz wniosek",
      why: "Wysłaliśmy ten list, bo to adres przedstawiciela wnioskodawców.",
    }),
  },
  office: {
    title: "Wnioski mieszkańców o konsultacje",
    columns: ["Wniosek", "Wpłynął", "Stan", "Podpisy", "Termin"] as readonly string[],
    isPublic: "Zobacz stronę dla mieszkańców",
    representative: "Przedstawiciel",
    sources: "Co mówi uchwała",
    due: {
      check: (title: string): string => `Sprawdź wniosek o konsultacje: ${title}`,
      corrected: (title: string): string => `Uzupełnienie wniosku o konsultacje: ${title}`,
      answer: (title: string): string => `Odpowiedź na wniosek o konsultacje: ${title}`,
      pass: (title: string): string => `Przekaż odwołanie Radzie Miasta: ${title}`,
      outcome: (title: string): string => `Rozstrzygnięcie Rady Miasta: ${title}`,
      open: (title: string): string => `Konsultacje na wniosek mieszkańców: ${title}`,
    },
    fields: {
      title: { label: "Przedmiot konsultacji" },
      territory: { label: "Dzielnice", hint: "Bez zaznaczenia: całe miasto." },
      forms: { label: "Proponowane formy" },
      justification: { label: "Uzasadnienie", hint: "Będzie publiczne. Bez danych osób." },
      arrivedOn: { label: "Dzień wpływu" },
      name: { label: "Przedstawiciel: imię i nazwisko" },
      address: { label: "Przedstawiciel: adres" },
      email: { label: "Przedstawiciel: e-mail" },
      phone: { label: "Przedstawiciel: telefon" },
      language: { label: "Język listów", options: languages },
      lines: {
        label: "Osoby z listy",
        hint: "Osoba w wierszu: imię i nazwisko; adres. Najwyżej 40 naraz. Numeru PESEL nie wpisuj.",
      },
      text: { label: "Treść" },
      until: { label: "Termin uzupełnienia" },
      on: { label: "Dzień" },
      outcome: {
        label: "Co postanowiła Rada",
        options: { granted: "uwzględniła odwołanie", upheld: "utrzymała odmowę" },
      },
    },
  },
  acts: {
    add: { title: "Wpisz wniosek", submit: "Wpisz wniosek" },
    supporters: { title: "Wpisz listę poparcia", submit: "Wpisz listę" },
    call: { title: "Wezwij do uzupełnienia", submit: "Wezwij" },
    correct: { title: "Zapisz uzupełnienie", submit: "Zapisz uzupełnienie" },
    complete: { title: "Wniosek jest kompletny", submit: "Uznaj za kompletny" },
    accept: { title: "Uwzględnij wniosek", submit: "Uwzględnij" },
    refuse: {
      title: "Odmów",
      hint: "Przedstawiciel przeczyta powód i termin odwołania do Rady Miasta.",
      submit: "Odmów",
    },
    appeal: { title: "Zapisz odwołanie do Rady Miasta", submit: "Zapisz odwołanie" },
    pass: { title: "Przekaż odwołanie Radzie Miasta", submit: "Zapisz przekazanie" },
    outcome: { title: "Wpisz rozstrzygnięcie Rady Miasta", submit: "Zapisz rozstrzygnięcie" },
  },
  blockers: {
    "too-few": "Podpisów jest mniej, niż wymaga uchwała.",
    "still-time": "Termin uzupełnienia jeszcze nie minął.",
  },
};
export type RequestWords = typeof pl;
