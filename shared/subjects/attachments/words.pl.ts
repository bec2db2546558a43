import { formatsOf } from "../../words/format.ts";

const f = formatsOf("pl-PL");

export const pl = {
  title: "Zdjęcia i załączniki",
  back: "Twój wniosek",
  way: "Zdjęcia i załączniki",
  has: (count: number): string => `plików: ${f.number(count)}`,
  left: (left: number): string => `Wolne miejsca na pliki: ${f.number(left)}.`,
  full: (most: number): string => `Wniosek ma już ${f.number(most)} plików. Usuń któryś, żeby dodać nowy.`,
  closed: "Nie można teraz dodawać ani zmieniać plików.",
  photos: {
    title: "Zdjęcia i rysunki",
    lead: "Zobaczy je każdy na stronie wniosku. Nie pokazuj na nich danych osobowych.",
    none: "Nie ma jeszcze zdjęć.",
    alt: "Co widać na zdjęciu",
    altHint: "Jedno zdanie dla osób, które go nie widzą.",
    add: "Dodaj zdjęcie",
    describe: "Zmień opis",
    save: "Zapisz opis",
  },
  papers: {
    title: "Dokumenty dla urzędu",
    lead: "Czyta je tylko urząd. Nie pokazujemy ich publicznie.",
    none: "Nie ma jeszcze dokumentów.",
    as: "Co to za dokument",
    add: "Dodaj dokument",
  },
  guardian: "Dołącz zgodę opiekuna: wniosek składa osoba niepełnoletnia.",
  kinds: {
    photo: "Zdjęcie",
    "supporters-list": "Lista poparcia",
    "owner-consent": "Zgoda właściciela terenu",
    "guardian-consent": "Zgoda opiekuna",
    other: "Inny dokument",
  },
  states: {
    awaited: "czekamy na plik albo go sprawdzamy",
    there: "plik dołączony",
    refused: "plik odrzucony",
    "taken-down": "plik zdjęty przez urząd",
    over: "plik nie dotarł",
  },
  of: (kind: string, n: number): string => `${kind} ${f.number(n)}`,
  size: (bytes: number): string =>
    bytes < 1_000_000
      ? `${f.number(Math.max(1, Math.round(bytes / 1000)))} kB`
      : `${f.number(Math.round(bytes / 100_000) / 10)} MB`,
  send: {
    title: "Wyślij plik",
    file: "Plik",
    accepts: (endings: string, megabytes: number): string => `${endings}, najwyżej ${f.number(megabytes)} MB`,
    places: "Miejsce i aparat, które telefon zapisuje w zdjęciu, usuwamy.",
    submit: "Wyślij plik",
    back: "Zdjęcia i załączniki",
  },
  say: { "/alt": "Napisz, co widać na zdjęciu.", "/as": "Wybierz, co to za dokument." },
  checking: "Plik dotarł. Sprawdzamy go.",
  look: "Sprawdź, czy już gotowy",
  goOn: "Wybierz plik",
  up: "Wyżej",
  remove: "Usuń",
  again: "Wyślij inny plik",
  office: {
    title: "Zdjęcia i załączniki",
    read: "Otwórz dokument",
    takeDown: "Zdejmij zdjęcie",
    hint: "Zdjęcie zniknie ze strony wniosku, a plik usuniemy. Powód przeczyta autor.",
    file: "Które zdjęcie",
    reason: "Powód",
  },
};

export type AttachmentWords = typeof pl;
