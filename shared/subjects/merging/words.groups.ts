import type { Instant } from "../../domain/time.ts";
import { formatsOf } from "../../words/format.ts";

/** What the office reads of proposals that may be one. */
const inPolish = formatsOf("pl-PL");
const inEnglish = formatsOf("en-GB");

export const pl = {
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
  said: (name: string, at: Instant): string => `Zostają osobno: ${name}, ${inPolish.moment(at)}.`,
  acts: {
    keepApart: {
      title: "Zostaw osobno",
      hint: "Ta grupa nie będzie już do rozstrzygnięcia. Połączyć wnioski można dalej ze strony każdego z nich.",
      submit: "Zostaw osobno",
    },
  },
  fields: { reason: { label: "Dlaczego to różne wnioski" } },
};

export const en: typeof pl = {
  title: "Proposals like each other",
  of: (numbers) => `Proposals alike: ${numbers}`,
  lead: "The system puts proposals of one pool together that are near each other, or have one place or title. Their authors decide whether they become one.",
  caption: "Groups of proposals that are alike",
  numbers: "Proposals",
  titles: "Titles",
  why: "What they share",
  state: "State",
  none: "No proposals are like each other.",
  likeness: { near: "near each other", place: "the same place", title: "the same title" },
  states: { proposed: "to be decided", apart: "stay apart" },
  side: "Proposals side by side",
  number: "Number",
  titleOf: "Title",
  place: "Place",
  cost: "Cost",
  ask: "Question to the authors",
  stays: (number) => `Ask, ${number} stays`,
  said: (name, at) => `They stay apart: ${name}, ${inEnglish.moment(at)}.`,
  acts: {
    keepApart: {
      title: "Keep them apart",
      hint: "The group is not asked about any more. Proposals can still be merged from the page of each.",
      submit: "Keep them apart",
    },
  },
  fields: { reason: { label: "Why they are different proposals" } },
};
