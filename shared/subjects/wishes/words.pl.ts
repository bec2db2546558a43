import type { Wish } from "../../domain/project/wish.ts";
import { formatsOf } from "../../words/format.ts";
import { cameBy } from "../../words/pl/came-by.ts";

const f = formatsOf("pl-PL");

/** What a clerk reads who does what an author asks for. */
export const pl = {
  title: (number: string): string => `Na prośbę autora: ${number}`,
  back: "Sprawa w rejestrze",
  way: "Zrób coś na prośbę autora",
  lead: "Sprawdź, czy prosi autor: w dokumencie przy okienku albo po podpisie w liście.",
  author: "Autor",
  print: "Wydrukuj potwierdzenie dla autora",
  came: ({ arrivedBy, arrivedAt, mark }: Wish): string =>
    `Na prośbę autora, która przyszła ${cameBy[arrivedBy]}: ${f.moment(arrivedAt)}${mark === undefined ? "" : ` (${mark})`}.`,
  see: "Zobacz propozycję",
  change: {
    way: "Zmień wniosek",
    title: (number: string): string => `Zmiana wniosku ${number} na prośbę autora`,
    lead: "Wpisz tylko to, o co prosi autor. Reszta zostaje tak, jak jest. Autor dostanie list.",
    back: "Na prośbę autora",
    submit: "Zapisz zmianę",
  },
  states: { kept: "złożony" },
  acts: {
    withdrawal: {
      title: "Wycofanie wniosku",
      hint: "Do tego trzeba dwóch osób: propozycję jednej przyjmuje druga. Autor dostanie list.",
      submit: "Zaproponuj wycofanie",
    },
  },
  blockers: {
    closed: "Autor nie może już tego zrobić.",
    waits: "Czeka na drugą osobę.",
  },
  fields: {
    arrivedBy: "Jak przyszła prośba",
    arrivedAt: "Kiedy przyszła",
    arrivedAtHint: "Chwila, w której urząd ją dostał. Czas w Polsce.",
    mark: "Numer pisma",
    markHint: "Tak, jak zapisano w dzienniku urzędu. Przy okienku może go nie być.",
  },
  ways: { post: "poczta", desk: "okienko", email: "e-mail", epuap: "ePUAP" },
};

export type WishWords = typeof pl;
