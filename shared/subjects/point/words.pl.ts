import { formatsOf } from "../../words/format.ts";

const f = formatsOf("pl-PL");

type Act = readonly [title: string, hint: string];
type Name =
  | "proposal"
  | "late"
  | "wish"
  | "support"
  | "matter"
  | "meeting"
  | "statement"
  | "receipt"
  | "letters";

const acts: Readonly<Record<Name, Act>> = {
  proposal: ["Złóż wniosek projektowy", "Wpis w rejestrze, ze skanem obok."],
  late: ["Wpisz odpowiedź autora na wezwanie", "Znajdź sprawę wyżej i otwórz ją."],
  wish: ["Zrób coś na prośbę autora", "Znajdź sprawę wyżej i otwórz ją."],
  support: ["Wpisz poparcie", "Z listy papierowej, na stronie wniosku."],
  matter: ["Zadaj pytanie lub złóż wniosek", "Dostępność, dane osobowe, informacja publiczna."],
  meeting: ["Zapisz na spotkanie", "Na stronie spotkania."],
  statement: ["Złóż oświadczenie o zamieszkaniu", "Gdy osoby nie ma w spisie."],
  receipt: ["Sprawdź głos po numerze potwierdzenia", "Osoba wpisuje numer ze swojego potwierdzenia."],
  letters: ["Sprawdź, czy list wyszedł", "Z powodem, po adresie lub numerze."],
};

/** What a clerk at the consultation point reads. */
export const pl = {
  title: "Punkt konsultacyjny",
  lead: "Wszystko, co mieszkaniec robi w serwisie, zrobisz za niego przy okienku.",
  find: "Znajdź sprawę",
  query: "Numer projektu, znak sprawy, numer sprawy, nazwisko albo e-mail",
  queryHint: "Na przykład cały numer, Nowak albo jan@example.com.",
  reason: "Powód",
  reasonHint: "Na przykład: pyta przy okienku o swój wniosek. Nie wpisuj tu adresu ani nazwiska.",
  submit: "Szukaj",
  found: (count: number): string => `Znalezione sprawy: ${f.number(count)}.`,
  none: "Nie ma takiej sprawy. Sprawdź pisownię albo podaj numer.",
  more: "Jest ich więcej. Podaj numer albo pełne nazwisko.",
  caption: "Znalezione sprawy",
  columns: { number: "Numer", kind: "Rodzaj", title: "Tytuł", who: "Kto", print: "Druk" },
  kinds: {
    project: "projekt",
    late: "wniosek po terminie",
    matter: "pytanie lub wniosek",
    signup: "zapis na spotkanie",
  },
  print: "Potwierdzenie",
  desk: "Zrób za osobę przy okienku",
  acts,
  hours: "Godziny punktu",
  confirmation: {
    title: "Potwierdzenie czynności",
    lead: "Wydrukuj tę stronę i daj osobie przy okienku.",
    of: (day: string, name: string): string => `${day}, przyjmuje: ${name}`,
    caption: "Co zrobiono",
    none: "W tej sprawie nie masz dziś żadnej czynności.",
    subject: "Sprawa",
    signature: "Podpis i pieczątka",
  },
};

export type PointWords = typeof pl;
