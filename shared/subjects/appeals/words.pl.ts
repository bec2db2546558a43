import { formatsOf } from "../../words/format.ts";
import { frame } from "../../words/pl/frame.ts";

const f = formatsOf("pl-PL");

export const pl = {
  of: (number: string): string => `Odwołanie: ${number}`,
  title: "Odwołanie",
  back: "Wniosek",
  against: { formal: "Od oceny formalnej", merit: "Od oceny merytorycznej" },
  states: {
    none: "nie ma odwołania",
    filed: "do rozstrzygnięcia",
    "to-accept": "czeka na drugą osobę",
    accepted: "rozstrzygnięte, przed ogłoszeniem",
    published: "ogłoszone",
  },
  verdicts: { upheld: "Uwzględnione", dismissed: "Nieuwzględnione" },
  acts: {
    enter: {
      title: "Odwołanie na papierze",
      hint: "Przepisz zarzuty przy kryteriach, których dotyczą. Termin liczy się od ogłoszenia listy.",
      submit: "Wpisz odwołanie",
    },
    decide: {
      title: "Rozstrzygnięcie",
      hint: "Odpowiedz na każdy zarzut. Rozstrzyga ktoś, kto nie brał udziału w ocenie, i przyjmuje druga taka osoba.",
      submit: "Zapisz rozstrzygnięcie",
    },
    accept: {
      title: "Przyjęcie rozstrzygnięcia",
      hint: "Wynik pozna autor i mieszkańcy dopiero po ogłoszeniu listy.",
      submit: "Przyjmij rozstrzygnięcie",
    },
    giveBack: {
      title: "Zwrot rozstrzygnięcia",
      hint: "Odwołanie wróci do rozstrzygnięcia.",
      submit: "Zwróć rozstrzygnięcie",
    },
  },
  fields: {
    arrivedBy: "Jak przyszło",
    arrivedAt: "Kiedy było w urzędzie",
    postedOn: "Dzień na stemplu",
    postedOnHint: "Tylko przy liście pocztą.",
    verdict: "Wynik",
    verdictHint: "Uwzględnione: wniosek wraca do procedury albo na kartę do głosowania.",
    answer: (criterion: string): string => `Odpowiedź: ${criterion}`,
    reason: "Powód zwrotu",
  },
  arrivals: { post: "pocztą", desk: "osobiście", email: "mailem", epuap: "przez ePUAP" },
  work: {
    decide: (number: string): string => `Odwołanie do rozstrzygnięcia: ${number}`,
    accept: (number: string): string => `Rozstrzygnięcie odwołania do przyjęcia: ${number}`,
  },
  about: {
    reason: "Powód wyniku negatywnego",
    filed: (at: string, mark: string): string => `Złożone: ${f.moment(at)}. Znak sprawy: ${mark}.`,
    until: (at: string): string => `Termin na odwołanie: ${f.deadline(at)}.`,
    caption: "Zarzuty i odpowiedzi",
    criterion: "Kryterium",
    point: "Zarzut",
    answer: "Odpowiedź",
    verdict: "Wynik",
    decided: (name: string, at: string): string => `Rozstrzygnięcie: ${name}, ${f.moment(at)}`,
    accepted: (name: string, at: string): string => `Przyjęcie: ${name}, ${f.moment(at)}`,
    returned: (name: string, reason: string): string => `Zwrot (${name}): ${reason}`,
  },
  author: {
    title: (number: string): string => `Odwołanie w sprawie wniosku ${number}`,
    back: "Twój wniosek",
    until: (at: string): string => `Odwołanie możesz złożyć ${frame.until(at)}.`,
    way: "Złóż odwołanie",
    paper: "Możesz też złożyć je na piśmie w urzędzie albo wysłać pocztą.",
    reason: "Dlaczego wynik jest negatywny",
    lead: "Napisz przy kryterium, z którym się nie zgadzasz, dlaczego. Pozostałe pola zostaw puste.",
    point: (criterion: string): string => `Nie zgadzam się: ${criterion}`,
    submit: "Złóż odwołanie",
    filed: (at: string): string => `Odwołanie złożone: ${f.moment(at)}.`,
    waits: "Urząd ogłosi wyniki odwołań na jednej liście.",
    outcomes: {
      upheld: (at: string): string => `Odwołanie rozpatrzone ${f.moment(at)}: uwzględnione.`,
      dismissed: (at: string): string => `Odwołanie rozpatrzone ${f.moment(at)}: nieuwzględnione.`,
    },
  },
};

export type AppealWords = typeof pl;
