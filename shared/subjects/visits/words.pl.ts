/** Appointments at the consultation point. */
export const pl = {
  title: "Wizyty w punkcie konsultacyjnym",
  lead: "Wybierz termin. Link do potwierdzenia wyślemy na Twój e-mail, razem z wpisem do kalendarza. Jeden e-mail ma naraz najwyżej dwie wizyty.",
  none: "Teraz nie ma wolnych terminów. Przyjdź bez umawiania albo zadzwoń.",
  meeting: "Wizyta w punkcie konsultacyjnym",
  seats: (count: string): string => `wolne miejsca: ${count}`,
  acts: {
    add: {
      title: "Nowe terminy",
      hint: "Podziel dzień na wizyty. Każda ma osobny zapis, z linkiem do odwołania.",
      submit: "Dodaj terminy",
    },
  },
  fields: {
    startsAt: "Od",
    endsAt: "Do",
    minutes: "Ile minut trwa wizyta",
    seats: "Ile osób naraz",
    place: "Miejsce",
  },
  wrong: "W tych godzinach nie mieści się żadna wizyta albo jest ich ponad 60.",
};

export type VisitWords = typeof pl;
