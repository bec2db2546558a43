import type { VoidReason, VoidState } from "../../domain/voting/void.ts";

const reasons: Record<VoidReason, string> = {
  "duplicate-paper": "ta sama osoba oddała też kartę na papierze",
  "not-entitled": "osoba nie miała prawa głosu",
  "proven-misuse": "ktoś zagłosował za kogoś innego",
  "court-order": "tak orzekł sąd",
};

const states: Record<VoidState, string> = {
  proposed: "czeka na drugą osobę",
  accepted: "czeka na numer karty",
  voided: "karta jest nieważna",
  declined: "zamknięta bez zmian",
};

/** Ballots that the commission leaves out of the count. */
export const voids = {
  reasons,
  states,
  title: "Karty nieważne",
  lead: "Komisja może wyłączyć głos z liczenia po końcu głosowania, zanim przekaże klucz. Decydują dwie osoby. Wyboru z takiej karty nikt nie pozna.",
  columns: { id: "Sprawa", state: "Stan", reason: "Powód", proposed: "Kto złożył propozycję" },
  caption: "Sprawy",
  none: "Nie ma żadnej sprawy.",
  over: "Teraz nie można nic zmienić. Sprawy rozstrzyga się po końcu głosowania, przed przekazaniem klucza.",
  proposeTitle: "Nowa propozycja",
  whose: "Podaj osobę, o której głos chodzi. System szuka głosu po tych danych i ich nie zapisuje.",
  reason: "Powód",
  note: "Uzasadnienie do protokołu",
  noteHint: "Widzi je tylko komisja i audyt. Nie wpisuj numeru PESEL.",
  propose: "Złóż propozycję",
  faults: {
    pesel: "Wpisz numer PESEL: 11 cyfr, wszystkie zgodne.",
    reason: "Wybierz powód.",
    note: "Wpisz uzasadnienie, najwyżej 1000 znaków.",
    ballot: "Wpisz numer karty: 20 znaków.",
    why: "Wpisz powód zamknięcia, najwyżej 1000 znaków.",
  },
  case: "Sprawa karty nieważnej",
  terms: {
    state: "Stan",
    reason: "Powód",
    note: "Uzasadnienie",
    proposed: "Propozycja",
    accepted: "Przyjęcie",
    declined: "Zamknięcie",
    ballot: "Numer karty",
    link: "Zamknięte powiązanie",
  },
  person: (name: string, moment: string): string => `${name}, ${moment}`,
  why: (person: string, why: string): string => `${person}. Powód: ${why}`,
  mine: "To Twoja propozycja. Musi ją przyjąć druga osoba.",
  acceptText:
    "Po przyjęciu system pokaże powiązanie tego jednego głosu z kartą. Otwierają je posiadacze klucza powiązań.",
  accept: "Przyjmij propozycję",
  linkHint:
    "Zapisz plik albo zeskanuj kod i przenieś je na komputer bez sieci. Dwoje posiadaczy klucza powiązań otwiera je poleceniem:",
  linkFile: "Zapisz plik",
  linkQr: "Kod QR: edycja i zamknięte powiązanie",
  linkText: "To samo jako tekst",
  ballotTitle: "Numer karty",
  ballot: "Numer karty, na który wskazuje powiązanie",
  ballotHint: "20 znaków. Wpisują go dwie osoby, każda osobno. Numery muszą być takie same.",
  named: "Jedna osoba wpisała już numer.",
  namedByMe: "Twój numer jest zapisany. Musi go wpisać jeszcze druga osoba. Możesz go poprawić.",
  notYours: "Numer karty wpisują osoby, które złożyły i przyjęły propozycję.",
  nameBallot: "Zapisz numer karty",
  declineTitle: "Zamknij sprawę bez zmian",
  declineText: "Głos zostanie policzony.",
  declineReason: "Powód zamknięcia",
  decline: "Zamknij sprawę",
};
