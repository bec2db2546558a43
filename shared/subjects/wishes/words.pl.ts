/** What a clerk reads who does what an author asks for. */
export const pl = {
  title: (number: string): string => `Na prośbę autora: ${number}`,
  back: "Sprawa w rejestrze",
  way: "Zrób coś na prośbę autora",
  lead: "Sprawdź, czy prosi autor: w dokumencie przy okienku albo po podpisie w liście.",
  author: "Autor",
  print: "Wydrukuj potwierdzenie dla autora",
  see: "Zobacz propozycję",
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
