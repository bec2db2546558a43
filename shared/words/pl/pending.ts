import { formatsOf } from "../format.ts";
import type { PendingKindWords, PendingStateWords } from "../pending-words.ts";
import { deskActs } from "./desk-acts.ts";
import { voids } from "./voids.ts";

const f = formatsOf("pl-PL");

const states: PendingStateWords = {
  proposed: "czeka na drugą osobę",
  accepted: "przyjęty",
  refused: "odrzucony",
  withdrawn: "wycofany",
  replaced: "zastąpiony nowszym",
  lapsed: "wygasł",
};

const refuseHint = "Powód trafi do dziennika.";

const kinds: PendingKindWords = {
  "extend-vote": {
    title: "Przedłużenie głosowania",
    what: ({ edition, before, endsAt }) =>
      `Głosowanie w edycji ${edition} skończy się: ${f.deadline(endsAt)}. Teraz koniec to: ${f.deadline(before)}. Powód przeczytają mieszkańcy.`,
    refuseHint,
  },
  "move-cycle": {
    title: "Koniec głosowania lub edycji przed czasem",
    what: ({ edition, to }) =>
      `Edycja ${edition}. ${to === "cancelled" ? deskActs.odwolanie.consequence : (deskActs.dalej.moves[to] ?? "")}`,
    refuseHint,
  },
  "correct-batch": {
    title: "Inna liczba kart w partii",
    what: ({ edition, point, pointName, before, cards }) =>
      `Edycja ${edition}, punkt ${pointName || point}. ${cards === 0 ? "Partia będzie wycofana." : `W partii będzie kart: ${f.number(cards)}.`} Teraz jest: ${f.number(before)}. Policz karty, zanim przyjmiesz.`,
    refuseHint,
  },
  "add-to-roll": {
    title: "Dopisanie osoby do spisu",
    what: ({ edition }) =>
      `Edycja ${edition}. Osoba z oświadczenia będzie w spisie i zagłosuje. Porównaj jej dane z rejestrami, zanim przyjmiesz.`,
    refuseHint: "Oświadczenie będzie odrzucone. Ta osoba przeczyta powód w liście.",
  },
  "void-ballot": {
    title: "Karta nieważna",
    what: ({ edition, grounds }) =>
      `Edycja ${edition}. Komisja zobaczy powiązanie jednego głosu z kartą, żeby wyłączyć go z liczenia. Podstawa: ${voids.reasons[grounds]}.`,
    refuseHint: "Powód zostanie w sprawie; widzi go komisja i audyt. Głos zostanie policzony.",
  },
};

/** Acts that take two people: on the page of one, and in the lists of what waits. */
export const pending = {
  kinds,
  states,
  terms: {
    what: "Co się stanie",
    state: "Stan wniosku",
    by: "Wnioskuje",
    at: "Złożony",
    reason: "Powód",
    until: "Można przyjąć do",
    settledBy: "Rozstrzyga",
    why: "Powód odrzucenia",
  },
  lists: {
    title: "Czeka na drugą osobę",
    by: (name: string): string => `wnioskuje ${name}`,
  },
  subject: "Zobacz, czego to dotyczy",
  mine: "To Twój wniosek. Musi go przyjąć druga osoba.",
  notYours: "Ten wniosek może przyjąć ktoś z innej roli.",
  accept: "Przyjmij wniosek",
  refuseTitle: "Odrzuć wniosek",
  refuseReason: "Dlaczego",
  refuse: "Odrzuć wniosek",
  withdraw: "Wycofaj wniosek",
};
