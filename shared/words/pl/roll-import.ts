import type { RollPreview } from "../../domain/voting/roll-preview.ts";
import { formatsOf } from "../format.ts";

const f = formatsOf("pl-PL");

/** The roll, read in. */
export const rollImport = {
  title: "Wczytaj spis uprawnionych",
  lead: "Nowy spis zastąpi cały poprzedni, gdy przyjmie go druga osoba. System zachowa tylko skróty, bez numerów PESEL i nazwisk.",
  reading: "Plik jest czytany. Co zmieni spis, będzie wiadomo po przeczytaniu całego pliku.",
  progress: (rows: string): string => `Przeczytane wiersze: ${rows}.`,
  parts: (done: string, of: string): string => `Gotowe części: ${done} z ${of}.`,
  comesAgain: "Ta strona odświeża się sama co kilka sekund.",
  preview: ({
    people,
    before,
    added,
    gone,
    moved,
    cannotProve,
  }: Pick<RollPreview, "people" | "before" | "added" | "gone" | "moved" | "cannotProve">): string =>
    `Po przyjęciu osób w spisie: ${f.number(people)}, teraz: ${f.number(before)}. Dojdzie: +${f.number(added)}, ubędzie: −${f.number(gone)}, zmieni dzielnicę: ${f.number(moved)}. Bez nazwiska, które je potwierdzi: ${f.number(cannotProve)}.`,
  file: {
    upload: "Plik dowolnej wielkości",
    uploadLead: "Zapisany w UTF-8, UTF-16, Windows-1250 lub ISO-8859-2.",
    send: "Wyślij plik",
    paste: "Mały spis, wklejony",
    title: (name: string): string => `Spis z pliku ${name}`,
    lead: "To są pierwsze wiersze po odczytaniu. Porównaj litery i kolumny, zanim wczytasz całość.",
    firstRows: "Trzy pierwsze wiersze",
    columnsOpen: "Wskaż kolumny pliku: części z nich brakuje albo są dwa razy.",
    column: (name: string): string => `Kolumna pliku dla ${name}`,
    look: "Pokaż ponownie",
    read: "Wczytaj plik",
  },
  allNotes: "Wszystkie w pliku CSV",
  numbers: {
    title: "Co zmieni nowy spis",
    rows: "Wierszy",
    people: "Osób",
    added: "Dojdzie",
    gone: "Ubędzie",
    moved: "Zmieni dzielnicę",
    cannotProve: "Nie potwierdzi się nazwiskiem",
    cannotProveHint: "Te osoby głosują przez eID, w punkcie albo po oświadczeniu.",
    repaired: "Naprawione wiersze",
    faults: "Błędne wiersze",
    encoding: "Kodowanie",
    delimiter: "Rozdzielnik",
    columns: "Kolumny",
    column: (own: string, theirs: string): string => `${own}: ${theirs}`,
  },
  delimiters: { ";": "średnik", ",": "przecinek", "\t": "tabulator", "|": "kreska pionowa" },
  repairs: {
    title: "Uwagi do wierszy",
    what: "Uwaga",
    column: "Kolumna",
    more: (count: string): string => `Pokazano pierwsze 50. Wszystkich wierszy: ${count}.`,
    says: {
      "leading-zero": "Zginęły zera z początku. Dopisaliśmy je.",
      exponent: "Arkusz zapisał liczbę z wykładnikiem. Zapisaliśmy wszystkie jej cyfry.",
      apostrophe: "Pominęliśmy apostrof przed liczbą.",
      formula: "Pominęliśmy formułę wokół wartości.",
      decimal: "Pominęliśmy zera po przecinku.",
      spelling: "Dzielnicę zapisano inaczej. Rozpoznaliśmy ją mimo to.",
    },
  },
  field: "Treść pliku CSV",
  hint: (columns: string): string => `Kolumny: ${columns}. Do 100 000 wierszy.`,
  snapshot: {
    title: "Spis uprawnionych",
    version: "Wersja spisu",
    versionValue: (version: number, additions: number): string =>
      additions > 0 ? `${version}, dopisków: ${additions}` : String(version),
    entries: "Osób we wczytanym pliku",
    added: "Nowych osób z oświadczeń",
    imported: "Kiedy i kto",
    digest: "Skrót wpisów (SHA-256)",
  },
  submit: "Zaproponuj spis",
  rows: "Wiersz",
  row: (line: string): string => `Wiersz ${line}`,
  notShown: "Wklejonej treści nie pokazujemy ponownie, bo zawiera dane osobowe.",
};
