import { fingerprint } from "../../domain/fingerprint.ts";
import { isFaulty } from "../../domain/voting/roll-preview.ts";
import { formatsOf } from "../format.ts";
import type { PendingKindWords, PendingStateWords } from "../pending-words.ts";
import { cameBy } from "./came-by.ts";
import { exclusions } from "./exclusions.ts";
import { rollImport } from "./roll-import.ts";
import { transition } from "./transition.ts";
import { voids } from "./voids.ts";

const f = formatsOf("pl-PL");

const states: PendingStateWords = {
  proposed: "czeka na drugą osobę",
  accepted: "przyjęta",
  refused: "odrzucona",
  withdrawn: "wycofana",
  replaced: "zastąpiona nowszą",
  overtaken: "nieaktualna, bo zmieniło się to, czego dotyczy",
  lapsed: "wygasła",
};

const refuseHint = "Powód trafi do dziennika.";

const kinds: PendingKindWords = {
  "extend-vote": {
    title: "Przedłużenie głosowania",
    what: ({ edition, before, endsAt }) =>
      `Głosowanie w edycji ${edition} skończy się: ${f.deadline(endsAt)}. Poprzedni koniec: ${f.deadline(before)}. Powód przeczytają mieszkańcy.`,
    refuseHint,
  },
  "move-cycle": {
    title: "Koniec głosowania lub edycji przed czasem",
    what: ({ edition, to }) =>
      `Edycja ${edition}. ${to === "cancelled" ? transition.cancellation.consequence : (transition.moves[to] ?? "")}`,
    refuseHint,
  },
  "correct-batch": {
    title: "Inna liczba kart w partii",
    what: ({ edition, point, pointName, before, cards }) =>
      `Edycja ${edition}, punkt ${pointName || point}. ${cards === 0 ? "Partia będzie wycofana." : `W partii będzie kart: ${f.number(cards)}.`} Przed zmianą: ${f.number(before)}. Policz karty, zanim przyjmiesz.`,
    refuseHint,
  },
  "add-to-roll": {
    title: "Dopisanie osoby do spisu",
    what: ({ edition }) =>
      `Edycja ${edition}. Osoba z oświadczenia będzie w spisie i będzie mogła zagłosować. Porównaj jej dane z rejestrami, zanim przyjmiesz.`,
    refuseHint: "Oświadczenie będzie odrzucone. Ta osoba przeczyta powód w liście.",
  },
  "import-roll": {
    title: "Inny spis uprawnionych",
    what: ({ edition, preview }) =>
      `Edycja ${edition}. ${!preview ? rollImport.reading : isFaulty(preview) ? rollImport.faulty : rollImport.preview(preview)}`,
    refuseHint: "Obowiązujący spis zostanie. Powód trafi do dziennika.",
  },
  "void-ballot": {
    title: "Karta nieważna",
    what: ({ edition, grounds }) =>
      `Edycja ${edition}. Komisja zobaczy powiązanie jednego głosu z kartą, żeby wyłączyć go z liczenia. Podstawa: ${voids.reasons[grounds]}.`,
    refuseHint: "Powód zostanie w sprawie; widzi go komisja i audyt. Głos zostanie policzony.",
  },
  "enter-projects": {
    title: "Projekty na listę do głosowania",
    what: ({ edition, projects }) =>
      `Edycja ${edition}. Na listę do głosowania trafią (${f.number(projects.length)}): ${projects
        .map(({ number, title, costGrosze }) => `${number} ${title}, ${f.money(costGrosze)}`)
        .join("; ")}. Porównaj je z dokumentami, zanim przyjmiesz.`,
    refuseHint,
  },
  "set-key": {
    title: "Klucz komisji",
    what: ({ edition, purpose, publicKey }) =>
      `Edycja ${edition}. ${purpose === "ballots" ? "Tym kluczem będą zaszyfrowane karty" : "Tym kluczem będą zaszyfrowane powiązania głosów z kartami"}: ${fingerprint(publicKey)}. Porównaj odcisk z protokołem, zanim przyjmiesz.`,
    refuseHint,
  },
  "enter-draw": {
    title: "Wynik losowania",
    what: ({ edition, pool, draws, numbers }) =>
      `Edycja ${edition}, pula ${pool}. Projekty będą w tej kolejności: ${draws
        .map(({ order, protocol }) => `${order.map((id) => numbers[id] ?? id).join(", ")} (${protocol})`)
        .join("; ")}. Przed przyjęciem porównaj ją z protokołem losowania.`,
    refuseHint,
  },
  "group-projects": {
    title: "Projekty, które się wykluczają",
    what: ({ edition, groups, numbers }) =>
      `Edycja ${edition}. ${
        groups.length === 0
          ? "Żaden projekt nie będzie wykluczał innego."
          : `Będą obowiązywać grupy (${f.number(groups.length)}): ${groups
              .map(
                ({ projects, rule, reason }) =>
                  `${projects.map((id) => numbers[id] ?? id).join(", ")} (${exclusions.ruleOf(rule)}; ${reason})`,
              )
              .join("; ")}.`
      } Wcześniejsze grupy przestaną obowiązywać.`,
    refuseHint,
  },
  "set-residents": {
    title: "Liczby mieszkańców",
    what: ({ edition, changes, repaired }) =>
      `Edycja ${edition}. Zmienią się liczby mieszkańców (${f.number(changes.length)}): ${changes
        .map(
          ({ name, before, residents }) =>
            `${name}: ${before === null ? "brak" : f.number(before)} → ${f.number(residents)}`,
        )
        .join(
          "; ",
        )}. Naprawione wiersze: ${f.number(repaired)}. Od tych liczb zależy, ile osób musi poprzeć wniosek.`,
    refuseHint,
  },
  "publish-list": {
    title: "Ogłoszenie listy",
    what: ({ edition, list, accepted, rejected }) =>
      `Edycja ${edition}. Wszyscy zobaczą wyniki ${{ formal: "oceny formalnej", merit: "oceny merytorycznej", appeals: "odwołań" }[list]} w jednej chwili. Pozytywne: ${f.number(accepted)}, negatywne: ${f.number(rejected)}. Autorzy dostaną listy.`,
    refuseHint,
  },
  "withdraw-project": {
    title: "Wycofanie projektu",
    what: ({ edition, project: { number, title }, reason, legalBasis }) =>
      `Edycja ${edition}. Projekt ${number} ${title} zostanie wycofany: ${reason} (${legalBasis}). Mieszkańcy przeczytają jedno i drugie.`,
    refuseHint,
  },
  "withdraw-at-wish": {
    title: "Wycofanie wniosku na prośbę autora",
    what: ({ edition, project: { number, title }, wish: { arrivedBy, arrivedAt, mark } }) =>
      `Edycja ${edition}. Wniosek ${number} ${title} zostanie wycofany na prośbę autora. Prośba przyszła ${cameBy[arrivedBy]}: ${f.moment(arrivedAt)}${mark === undefined ? "" : `, numer pisma ${mark}`}. Autor dostanie list.`,
    refuseHint,
  },
};

const quoted = (title: string): string => `„${title}”`;

/** Acts that take two people: on the page of one, and in the lists of what waits. */
export const pending = {
  kinds,
  /** An act that a subject declares, by its title and the name of its thing. */
  ofSubject: {
    what: ({ title, thing }: Readonly<Record<"title" | "thing", string>>): string => `${title}: ${thing}.`,
    /** In the journal. */
    said: {
      propose: (title: string): string => `Propozycja dla drugiej osoby: ${quoted(title)}.`,
      refuse: (title: string): string => `Odrzucono propozycję: ${quoted(title)}.`,
      withdraw: (title: string): string => `Wycofano propozycję: ${quoted(title)}.`,
    },
    refuseHint,
    takesTwo: "Do tego trzeba dwóch osób: propozycję jednej przyjmuje druga.",
    see: "Zobacz propozycję",
    yes: "tak",
    no: "nie",
  },
  states,
  terms: {
    what: "Treść propozycji",
    state: "Stan propozycji",
    by: "Kto proponuje",
    at: "Złożona",
    reason: "Powód",
    until: "Ważna do",
    settledBy: "Kto rozstrzygnął",
    why: "Powód odrzucenia",
  },
  lists: {
    title: "Czeka na drugą osobę",
    by: (name: string): string => `proponuje ${name}`,
  },
  subject: "Zobacz, czego to dotyczy",
  mine: "To Twoja propozycja. Musi ją przyjąć druga osoba.",
  notYours: "Tę propozycję może przyjąć ktoś, kto ma inną rolę.",
  accept: "Przyjmij propozycję",
  refuseTitle: "Odrzuć propozycję",
  refuseReason: "Powód odrzucenia",
  refuse: "Odrzuć propozycję",
  withdraw: "Wycofaj propozycję",
};
