import { formatsOf } from "../../words/format.ts";
import { frame } from "../../words/pl/frame.ts";

const f = formatsOf("pl-PL");

export const pl = {
  titles: { formal: "Ocena formalna", merit: "Ocena merytoryczna" },
  of: {
    formal: (number: string): string => `Ocena formalna: ${number}`,
    merit: (number: string): string => `Ocena merytoryczna: ${number}`,
  },
  back: "Wniosek",
  description: "Opis wniosku",
  states: {
    assigned: "do oceny",
    called: "u autora do uzupełnienia",
    answered: "uzupełniony przez autora",
    unanswered: "bez uzupełnienia w terminie",
    "to-accept": "czeka na drugą osobę",
    accepted: "przyjęta, przed ogłoszeniem",
    published: "ogłoszona",
    filed: "odwołanie do rozstrzygnięcia",
    withdrawn: "wniosek wycofany",
    merged: "wniosek połączony z innym",
  },
  verdicts: { met: "Spełnione", "not-met": "Niespełnione", "to-correct": "Do uzupełnienia" },
  results: { accepted: "Pozytywny", rejected: "Negatywny", "to-correct": "Wezwanie do uzupełnienia" },
  card: {
    title: "Karta oceny",
    hint: "Oceń każde kryterium. Kartę przyjmie druga osoba; wezwanie do uzupełnienia wyjdzie do autora od razu.",
    submit: "Zapisz kartę",
    doubt: "System nie potwierdza tego kryterium.",
    reason: "Zdanie z biblioteki",
    noReason: "bez zdania z biblioteki",
    note: "Własne zdanie o tym wniosku",
    noteHint: "Konieczne, gdy kryterium nie jest spełnione. Przeczyta je autor.",
    result: "Wynik",
    resultHint:
      "Niespełnione kryterium daje wynik negatywny, a kryterium do uzupełnienia daje wezwanie. Wszystkie spełnione dają wynik pozytywny.",
    reasons: "Uzasadnienie własnymi słowami",
    reasonsHint: "Puste pole: uzasadnienie powstanie ze zdań przy kryteriach.",
  },
  held: (name: string, at: string, givenBy?: string): string =>
    `Pracuje nad kartą: ${name}, od ${f.moment(at)}.${givenBy === undefined ? "" : ` Przydział: ${givenBy}.`}`,
  standsIn: (name: string): string => `Dziś zastępuje: ${name}.`,
  take: {
    title: "Wzięcie karty",
    hint: "Karta trafi na Twoją listę pracy. Inni nadal mogą ją wypełnić.",
    submit: "Biorę tę kartę",
  },
  give: {
    title: "Przydział karty",
    hint: "Karta trafi na listę pracy wybranej osoby, a przy nieobecności na listę jej zastępstwa.",
    submit: "Przydziel kartę",
    person: "Osoba",
    personHint: "Osoby, które mogą zrobić następny krok.",
  },
  release: {
    title: "Oddanie karty",
    hint: "Karta wróci na wspólną listę.",
    submit: "Oddaj kartę",
  },
  accept: {
    title: "Przyjęcie karty",
    hint: "Wynik pozna autor i mieszkańcy dopiero po ogłoszeniu listy.",
    submit: "Przyjmij kartę",
  },
  giveBack: {
    title: "Zwrot karty",
    hint: "Karta wróci do oceny.",
    submit: "Zwróć kartę",
    reason: "Powód zwrotu",
  },
  toAccept: (number: string): string => `Karta oceny do przyjęcia: ${number}`,
  table: {
    caption: "Wynik karty",
    criterion: "Kryterium",
    verdict: "Ocena",
    note: "Zdania",
    result: "Wynik karty",
    filled: (name: string, at: string): string => `Wypełnienie: ${name}, ${f.moment(at)}`,
    accepted: (name: string, at: string): string => `Przyjęcie: ${name}, ${f.moment(at)}`,
    returned: (name: string, reason: string): string => `Zwrot (${name}): ${reason}`,
    supporters: "Poparcie",
  },
  calls: {
    edits: "Co autor zmienił",
    changedAt: (at: string): string => `Zmiana ${f.moment(at)}`,
    title: "Wezwania do uzupełnienia",
    call: (at: string, until: string): string => `Wezwanie ${f.moment(at)}, termin: ${f.deadline(until)}`,
    answered: (at: string, by: "author" | "clerk"): string =>
      `Odpowiedź ${f.moment(at)}${by === "clerk" ? ", wpisana przez urząd" : ""}`,
    message: "Wiadomość autora",
    changes: "Co się zmieniło",
    field: "Pole",
    before: "Było",
    after: "Jest",
    none: "Bez zmian we wniosku.",
  },
  merit: {
    lines: "Koszt po sprawdzeniu",
    line: "Pozycja kosztu",
    lineHint: "Wiersze bez nazwy i kwoty pomijamy.",
    cost: "Kwota brutto",
    sum: "Razem",
    holder: "Dysponent środków",
    holderHint: "Szkoła, biblioteka albo wydział, który wyda te pieniądze.",
    years: "Czas realizacji",
    yearsOf: { 1: "jeden rok", 2: "dwa lata" },
    cap: (money: string): string =>
      `Limit kosztu w puli: ${money}. Wynik pozytywny wymaga kosztu w tym limicie.`,
  },
  publication: {
    heading: "Ogłoszenie wyników ocen",
    lists: {
      formal: "Lista po ocenie formalnej",
      merit: "Lista po ocenie merytorycznej",
      appeals: "Lista po odwołaniach",
    },
    nothing: "Żaden wniosek nie czeka na tę listę.",
    published: (version: number, at: string, accepted: number, rejected: number): string =>
      `Ogłoszona wersja ${version}, ${f.moment(at)}. Pozytywne: ${f.number(accepted)}, negatywne: ${f.number(rejected)}.`,
    open: "Karty, na które lista czeka",
    number: "Numer",
    title: "Tytuł",
    state: "Stan karty",
    waits: (name: string, until: string): string =>
      `Propozycja czeka na drugą osobę ${frame.until(until)} (${name}).`,
    see: "Zobacz propozycję",
    hint: "Po przyjęciu przez drugą osobę wyniki zobaczą wszyscy w jednej chwili, a autorzy dostaną listy.",
    submit: {
      formal: "Ogłoś listę po ocenie formalnej",
      merit: "Ogłoś listę po ocenie merytorycznej",
      appeals: "Ogłoś listę po odwołaniach",
    },
  },
  precedents: { title: "Podobne projekty i ich wyniki", why: "Dlaczego" },
  correction: {
    title: (number: string): string => `Uzupełnienie wniosku ${number}`,
    back: "Twój wniosek",
    backToCase: "Wróć do sprawy",
    key: "Wpisz odpowiedź",
    keyWay: "Wpisz odpowiedź autora na wezwanie",
    until: (at: string): string => `Czekamy do: ${f.deadline(at)}.`,
    asked: "Co trzeba poprawić",
    submit: "Wyślij poprawki",
    fields: {
      message: "Wiadomość do urzędu",
      arrivedAt: "Kiedy wpłynęła odpowiedź",
    },
    arrivedAtHint: "Puste pole to teraz. Przykład: 14.05.2026 10:30.",
    messageHint: "Napisz, co się zmieniło albo czego nie da się zmienić.",
    box: "Uzupełnij wniosek",
    filesFirst: "Chcesz dodać plik? Zrób to przed wysłaniem poprawek.",
    files: "Zdjęcia i załączniki",
    came: "Mamy Twoje poprawki",
    cameAt: (at: string): string =>
      `Wpłynęły: ${f.moment(at)}. Urząd oceni wniosek jeszcze raz i napisze do Ciebie.`,
    way: "Zobacz, co trzeba poprawić",
  },
};

export type CheckWords = typeof pl;
