import type { Placeholder } from "../../domain/document/template.ts";

const placeholders: Readonly<Record<Placeholder, string>> = {
  edition: "nazwa i numer edycji",
  office: "nazwa urzędu",
  number: "numer listy",
  version: "wersja listy",
  date: "dzień utworzenia",
  act: "numer aktu",
  projects: "liczba projektów",
  cost: "koszt wszystkich projektów",
};

/** Lists at the office: how they were published, and the texts around them. */
export const pl = {
  title: "Listy urzędowe",
  lead: "Ogłoszone listy ostatnich edycji i wzory tekstów, które stoją wokół nich.",
  lists: "Ogłoszone listy",
  none: "Nie ma jeszcze ogłoszonej listy.",
  templates: "Wzory tekstów",
  templateOf: (list: string, language: string): string => `Wzór: ${list} (${language})`,
  basic: "tekst podstawowy",
  written: (version: string, by: string, at: string): string => `wersja ${version}, ${by}, ${at}`,
  before: "Wcześniejsze wersje",
  columns: { list: "Lista", made: "Utworzono", state: "Stan" },
  states: { announced: "bez numeru aktu", published: "opublikowana aktem", retracted: "cofnięta" },
  onSite: "Zobacz listę na stronie dla mieszkańców",
  placeholders: (list: string): string => `Wstawki: ${list}.`,
  placeholder: (name: string, what: string): string => `${name} – ${what}`,
  names: placeholders,
  early: "Dzień publikacji nie może być wcześniejszy niż dzień utworzenia listy.",
  acts: {
    publish: {
      title: "Numer aktu i publikacja",
      hint: "Numer zarządzenia i dzień publikacji staną na liście i we wszystkich jej plikach.",
      submit: "Zaproponuj zapis",
    },
    retract: {
      title: "Cofnięcie listy",
      hint: "Lista i jej pliki zostaną na stronie, z powodem i dniem cofnięcia.",
      submit: "Zaproponuj cofnięcie",
    },
    change: {
      title: "Zmiana wzoru",
      hint: "Nowe teksty mają listy, które powstaną po przyjęciu zmiany. Ogłoszone zostają, jakie są.",
      submit: "Zaproponuj zmianę",
    },
  },
  fields: {
    act: "Numer aktu",
    actHint: "Na przykład: zarządzenie nr 123/2027",
    on: "Dzień publikacji",
    reason: "Powód",
    reasonHint: "Przeczytają go mieszkańcy.",
    title: "Tytuł",
    introduction: "Wstęp",
    legalBasis: "Podstawa prawna",
    closing: "Zakończenie",
    signatures: "Kto podpisuje",
    signaturesHint: "Stanowisko w każdej linii, najwyżej 5.",
  },
};

export type PublishingWords = typeof pl;
