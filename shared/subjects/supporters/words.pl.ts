import { formatsOf } from "../../words/format.ts";

const f = formatsOf("pl-PL");

export const pl = {
  title: "Lista poparcia",
  of: (number: string): string => `Lista poparcia wniosku ${number}`,
  counted: (count: number, needed: number | null): string =>
    needed === null
      ? `Liczy się osób: ${f.number(count)}. Nie wiadomo, ile potrzeba: edycja nie zna liczby mieszkańców.`
      : `Liczy się osób: ${f.number(count)}. Potrzeba: ${f.number(needed)}.`,
  paper: {
    title: "Pozycja z listy papierowej",
    hint: "Przepisz ją tak, jak jest na liście. Kto już poparł ten wniosek, drugi raz się nie liczy.",
    submit: "Zapisz pozycję",
    name: "Imię i nazwisko",
    address: "Adres",
    addressHint: "Ulica, dom i mieszkanie, na przykład: ul. Mariacka 5/7",
    sheet: "Numer arkusza",
    row: "Numer pozycji na arkuszu",
  },
  sheet: {
    title: "Cały arkusz z tabeli",
    lead: "Wyślij albo wklej arkusz przepisany do tabeli, najwyżej 45 pozycji. Zapiszemy wszystkie albo żadną.",
    table: "Treść tabeli",
    hint: "Kolumny: lp., imię i nazwisko, adres, powód skreślenia. Bez nagłówka: imię i nazwisko, adres.",
    look: "Pokaż, co zapiszemy",
    enter: "Zapisz arkusz",
    found: (lines: number, counting: number, struck: number): string =>
      `Pozycji: ${f.number(lines)}. Liczą się: ${f.number(counting)}. Skreślone: ${f.number(struck)}.`,
    caption: "Pozycje arkusza",
    line: "Pozycja",
    kept: "wpisana już wcześniej",
  },
  reading: {
    title: "Nazwiska i adresy",
    lead: "Kto je czyta i po co, zapisujemy w dzienniku.",
    why: "Po co je czytasz",
    submit: "Pokaż listę",
    purposes: {
      check: "sprawdzam wniosek",
      "own-data": "odpowiadam osobie, która pyta o swoje dane",
      complaint: "wyjaśniam skargę",
      audit: "prowadzę kontrolę",
    },
  },
  columns: {
    name: "Osoba",
    address: "Adres",
    from: "Skąd",
    state: "Stan",
  },
  none: "Nikt jeszcze nie poparł tego wniosku.",
  from: {
    online: (day: string): string => `z serwisu, ${day}`,
    paper: (sheet: string, row: string): string => `arkusz ${sheet}, pozycja ${row}`,
  },
  noAddress: "nie podano",
  states: { valid: "liczy się", struck: "skreślona" },
  reasons: {
    duplicate: "ta osoba już się liczy",
    "not-resident": "nie mieszka na tym obszarze",
    "no-signature": "brak podpisu",
    unreadable: "nieczytelna",
    "false-data": "dane się nie zgadzają",
    author: "to autor wniosku",
    "taken-back": "osoba wycofała poparcie",
  },
  strike: {
    title: "Skreślenie",
    hint: "Skreślona pozycja się nie liczy. Zostaje na liście z powodem.",
    submit: "Skreśl",
    reason: "Powód",
    note: "Uwaga",
  },
  restore: {
    title: "Przywrócenie",
    hint: "Pozycja znów się liczy, jeśli ta osoba nie liczy się już gdzie indziej na liście.",
    submit: "Przywróć",
  },
  decided: "Urząd ocenił już wniosek formalnie. Listy nie można zmienić.",
  back: "Wniosek",
};

export type SupporterWords = typeof pl;
