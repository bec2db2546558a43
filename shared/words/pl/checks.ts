import { formatsOf } from "../format.ts";

const f = formatsOf("pl-PL");

/** The office's checks of proposals. */
export const checks = {
  title: "Wnioski do sprawdzenia",
  cycle: "Edycja",
  status: "Stan",
  show: "Pokaż",
  caption: "Kolejka wniosków",
  columns: {
    number: "Numer",
    title: "Tytuł",
    pool: "Pula",
    cost: "Koszt",
    supporters: "Poparcie",
    days: "Czeka",
    status: "Stan",
  },
  days: (count: number): string =>
    `${f.number(count)} ${f.plural(count, { one: "dzień", few: "dni", many: "dni", other: "dnia" })}`,
  empty: "W tym stanie nie ma wniosków.",
  back: "Kolejka wniosków",
  contact: "Kontakt",
  supporters: "Osoby popierające",
  supporterList: "Lista poparcia",
  cap: "Limit kosztu w puli",
  formal: {
    title: "Ocena formalna",
    result: "Wynik oceny formalnej",
    accepted: "Spełnia wymagania",
    rejected: "Odrzucony",
    submit: "Zapisz ocenę formalną",
  },
  admission: {
    title: "Dopuszczenie do głosowania",
    result: "Decyzja",
    admitted: "Dopuszczony",
    "not-admitted": "Niedopuszczony",
    cost: "Koszt po sprawdzeniu",
    costHint: "Głosowanie i liczenie używają tej kwoty.",
    submit: "Zapisz decyzję",
  },
  reasons: "Uzasadnienie",
  reasonsHint: "Mieszkaniec przeczyta te słowa. Przy odmowie są konieczne.",
  withdrawal: {
    title: "Wycofanie przez urząd",
    hint: "Do zamknięcia listy albo po głosowaniu, przed ogłoszeniem wyników. Przyjmuje je druga osoba.",
    reason: "Powód",
    legalBasis: "Podstawa prawna",
    submit: "Wycofaj wniosek",
  },
  say: {
    "/result": "Wybierz wynik.",
    "/reasons": "Wpisz uzasadnienie.",
    "/cost": "Wpisz koszt w złotych, na przykład 12 500.",
    "/reason": "Wpisz powód.",
    "/legalBasis": "Wpisz podstawę prawną.",
  } as Record<string, string>,
};
