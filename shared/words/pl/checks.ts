import { formatsOf } from "../format.ts";

const f = formatsOf("pl-PL");

/** The office's checks of proposals. */
export const checks = {
  title: "Wnioski do sprawdzenia",
  cycle: "Edycja",
  status: "Stan",
  show: "Pokaż",
  alike: "Wnioski podobne do siebie",
  publications: "Karty ocen i ogłoszenie wyników",
  caption: "Kolejka wniosków",
  columns: {
    number: "Numer",
    title: "Tytuł",
    pool: "Pula",
    cost: "Koszt",
    supporters: "Poparcie",
    days: "Czeka",
    status: "Stan",
    held: "U kogo karta",
  },
  held: { all: "u kogokolwiek", me: "u mnie", nobody: "u nikogo" },
  days: (count: number): string =>
    `${f.number(count)} ${f.plural(count, { one: "dzień", few: "dni", many: "dni", other: "dnia" })}`,
  empty: "W tym stanie nie ma wniosków.",
  back: "Kolejka wniosków",
  mark: "znak sprawy",
  contact: "Kontakt",
  supporters: "Osoby popierające",
  supporterList: "Lista poparcia",
  withdrawal: {
    title: "Wycofanie przez urząd",
    hint: "Do zamknięcia listy albo po głosowaniu, przed ogłoszeniem wyników. Przyjmuje je druga osoba.",
    reason: "Powód",
    legalBasis: "Podstawa prawna",
    submit: "Wycofaj wniosek",
  },
  say: {
    "/reason": "Wpisz powód.",
    "/legalBasis": "Wpisz podstawę prawną.",
  } as Record<string, string>,
};
