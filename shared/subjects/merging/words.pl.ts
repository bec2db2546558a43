import type { Instant } from "../../domain/time.ts";
import { formatsOf } from "../../words/format.ts";

const f = formatsOf("pl-PL");

export const pl = {
  of: (number: string): string => `Łączenie: ${number}`,
  title: "Łączenie wniosków",
  back: "Wniosek",
  states: {
    none: "nie zaproponowano",
    asked: "autorzy odpowiadają",
    agreed: "zgodzili się wszyscy",
    refused: "odmowa",
    lapsed: "minął termin",
    "taken-back": "cofnięte",
    merged: "połączone",
  },
  acts: {
    propose: {
      title: "Zaproponuj połączenie",
      hint: "Pytanie dostają autorzy wszystkich wniosków. Ten wniosek zostaje, pozostałe w niego wchodzą.",
      submit: "Zapytaj autorów",
    },
    answer: {
      title: "Odpowiedź na papierze",
      hint: "Wpisz ją, gdy autor odpowiedział na piśmie.",
      submit: "Wpisz odpowiedź",
    },
    confirm: {
      title: "Połącz wnioski",
      hint: "Wnioski, które wchodzą w ten, tracą własną kartę. Tego nie da się cofnąć.",
      submit: "Połącz wnioski",
    },
    takeBack: {
      title: "Cofnij propozycję",
      hint: "Wnioski zostaną osobno.",
      submit: "Cofnij propozycję",
    },
  },
  fields: {
    others: { label: "Numery wniosków, które wchodzą w ten", hint: "Jeden albo dwa, po przecinku." },
    title: { label: "Wspólny tytuł" },
    description: { label: "Wspólny opis" },
    until: { label: "Do kiedy autorzy odpowiadają" },
  },
  answerFields: { number: "Numer wniosku", answer: "Odpowiedź autora" },
  answers: { accept: "zgoda", decline: "odmowa" },
  until: (at: string): string => `Czas na odpowiedź: do ${f.deadline(at)}.`,
  proposed: (name: string): string => `Zaproponował(a): ${name}.`,
  proposedByAuthor: "Zaproponował(a): autor wniosku, który zostaje.",
  caption: "Odpowiedzi autorów",
  number: "Wniosek",
  answered: "Odpowiedź",
  came: (numbers: readonly string[]): string =>
    `Po połączeniu z: ${numbers.join(", ")} wniosek ma nową treść. Oceń go od nowa.`,
  went: (number: string): string => `Wniosek połączono z wnioskiem ${number}.`,
  ask: {
    title: "Zaproponuj połączenie wniosków",
    back: "Twój wniosek",
    way: "Zaproponuj połączenie z innym wnioskiem",
    lead: "Znasz podobny wniosek? Zapytaj jego autora. Twój wniosek zostaje, a tamten w niego wchodzi.",
    what: "Druga osoba dostanie list i odpowie w ciągu 14 dni. Gdy się zgodzi, połączenie sprawdzi i potwierdzi urząd.",
    number: "Numer drugiego wniosku",
    numberHint: "Jest na stronie tego wniosku.",
    submit: "Zapytaj autora",
    notNow: "Teraz nie można o to zapytać: pytanie już trwa, było ich za dużo albo wniosek jest po ocenie.",
    say: {
      "/number": "Wpisz numer innego wniosku z tej edycji.",
      "/title": "Wpisz wspólny tytuł.",
      "/description": "Wpisz wspólny opis.",
    },
  },
  joined: { into: "Połączony z wnioskiem:", from: "W tym wniosku są też:" },
  /** What the office reads of proposals that may be one. */
  groups: {
    title: "Wnioski podobne do siebie",
    of: (numbers: string): string => `Podobne wnioski: ${numbers}`,
    lead: "System zestawia wnioski z jednej puli, które leżą blisko siebie, mają to samo miejsce albo tytuł. O połączeniu decydują autorzy.",
    caption: "Grupy podobnych wniosków",
    numbers: "Wnioski",
    titles: "Tytuły",
    why: "Co je łączy",
    state: "Stan",
    none: "Nie ma wniosków podobnych do siebie.",
    likeness: { near: "blisko siebie", place: "to samo miejsce", title: "ten sam tytuł" },
    states: { proposed: "do rozstrzygnięcia", apart: "zostają osobno" },
    side: "Wnioski obok siebie",
    number: "Numer",
    titleOf: "Tytuł",
    place: "Miejsce",
    cost: "Koszt",
    ask: "Pytanie do autorów",
    stays: (number: string): string => `Zapytaj, zostaje ${number}`,
    said: (name: string, at: Instant): string => `Zostają osobno: ${name}, ${f.moment(at)}.`,
    acts: {
      keepApart: {
        title: "Zostaw osobno",
        hint: "Ta grupa nie będzie już do rozstrzygnięcia. Połączyć wnioski można dalej ze strony każdego z nich.",
        submit: "Zostaw osobno",
      },
    },
    fields: { reason: { label: "Dlaczego to różne wnioski" } },
  },
  author: {
    title: "Pytanie o połączenie wniosków",
    lead: (numbers: string, into: string): string =>
      `Urząd proponuje połączyć wnioski ${numbers}. Zostaje numer ${into}.`,
    leadOfAuthor: (numbers: string, into: string): string =>
      `Autor wniosku ${into} proponuje połączyć wnioski ${numbers}. Zostaje numer ${into}.`,
    giveUp: "Cofnij propozycję",
    until: (at: string): string => `Czas na odpowiedź: do ${f.deadline(at)}.`,
    what: "Bez zgody wszystkich autorów nic się nie zmieni. Po połączeniu autorzy są współautorami, a poparcie zostaje przy swoim wniosku.",
    said: "Twoja odpowiedź jest zapisana.",
    accept: "Zgadzam się na połączenie",
    decline: "Nie zgadzam się",
  },
};

export type MergingWords = typeof pl;
