import { formatsOf } from "../format.ts";
import type { PendingKindWords, PendingStateWords } from "../pending-words.ts";
import { deskActs } from "./desk-acts.ts";

const f = formatsOf("pl-PL");

const states: PendingStateWords = {
  proposed: "czeka na drugą osobę",
  accepted: "przyjęty",
  refused: "odrzucony",
  withdrawn: "wycofany",
  replaced: "zastąpiony nowszym",
  lapsed: "wygasł",
};

const kinds: PendingKindWords = {
  "extend-vote": {
    title: "Przedłużenie głosowania",
    what: ({ edition, before, endsAt }) =>
      `Głosowanie w edycji ${edition} skończy się: ${f.deadline(endsAt)}. Teraz koniec to: ${f.deadline(before)}. Powód przeczytają mieszkańcy.`,
  },
  "move-cycle": {
    title: "Koniec głosowania lub edycji przed czasem",
    what: ({ edition, to }) =>
      `Edycja ${edition}. ${to === "cancelled" ? deskActs.odwolanie.consequence : (deskActs.dalej.moves[to] ?? "")}`,
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
    until: "do",
  },
  subject: "Zobacz, czego to dotyczy",
  mine: "To Twój wniosek. Musi go przyjąć druga osoba.",
  notYours: "Ten wniosek może przyjąć ktoś z innej roli.",
  accept: "Przyjmij wniosek",
  refuseTitle: "Odrzuć wniosek",
  refuseReason: "Dlaczego",
  refuseHint: "Powód trafi do dziennika.",
  refuse: "Odrzuć wniosek",
  withdraw: "Wycofaj wniosek",
};
