import type { Line } from "../../domain/tally/line.ts";
import { type ShareFacts, wholeGrosze } from "../../domain/tally/share-facts.ts";
import { formatsOf } from "../format.ts";

const f = formatsOf("pl-PL");

const points = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "punkt", few: "punkty", many: "punktów", other: "punktu" })}`;

const voters = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "głos", few: "głosy", many: "głosów", other: "głosu" })}`;

const list = (numbers: readonly string[]): string => numbers.join(", ");

/** An exact amount as people read money: to the grosz, marked where it is not whole. */
const amount = (exact: string): string =>
  `${exact.includes("/") ? "ok. " : ""}${f.money(wholeGrosze(exact, "down"))}`;

type Funded = Extract<Line, { outcome: "funded" }>;

/** How a project was bought. */
const won = ({ score, rank, votes, costGrosze, shares }: Funded): string => {
  switch (shares?.kind) {
    case "bought": {
      const all = shares.full + shares.rest;
      const rest =
        shares.rest > 0
          ? ` ${people(shares.rest)} dało wszystko, co jeszcze miało, razem ${amount(shares.restGrosze)}.`
          : "";
      return `Wybrany w ${f.number(shares.round)}. rundzie: ${f.money(costGrosze)} złożyło ${people(all)} z ${f.number(votes)}, najwyżej po ${amount(shares.fullGrosze)}.${rest}`;
    }
    case "completed":
      return `Wybrany za resztę puli: ${points(score)}.`;
    case "load":
      return `Wybrany: na każdego z ${f.number(votes)} głosujących przypada ${amount(shares.loadGrosze)}.`;
    default:
      return `Wybrany: ${points(score)}, ${f.number(rank)}. miejsce.`;
  }
};

const people = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "osoba", few: "osoby", many: "osób", other: "osoby" })}`;

type Short = Extract<Line, { outcome: "did-not-fit" }>;

/** What the supporters of a project lacked. */
const shortOf = (
  shares: ShareFacts,
  {
    costGrosze,
    shortfallGrosze,
    balanceBeforeGrosze,
  }: Pick<Short, "costGrosze" | "shortfallGrosze" | "balanceBeforeGrosze">,
): string =>
  shares.kind === "held"
    ? `Niewybrany: kto go wybrał, miał jeszcze razem ${amount(shares.heldGrosze)}, a projekt kosztuje ${f.money(costGrosze)}. Zabrakło ${f.money(shortfallGrosze)}.`
    : `Niewybrany: gdy przyszła jego kolej, w puli zostało ${f.shortMoney(balanceBeforeGrosze)}, a projekt kosztuje ${f.shortMoney(costGrosze)}.`;

/** What became of a project, in a sentence with its own numbers. `numberOf` gives the public number of a project. */
const sentence = (line: Line, numberOf: (id: string) => string): string => {
  const left = f.shortMoney(line.balanceBeforeGrosze);
  const cost = f.shortMoney(line.costGrosze);
  switch (line.outcome) {
    case "funded":
      return `${won(line)} Po nim zostało w puli ${f.shortMoney(line.balanceAfterGrosze)}.`;
    case "did-not-fit": {
      if (line.shares) return shortOf(line.shares, line);
      if (line.toppedUp)
        return `Nie zmieścił się w puli: zostało ${left}, a projekt kosztuje ${cost}. Brakujące ${f.shortMoney(line.shortfallGrosze)} dopłaca rezerwa miasta.`;
      const later = line.fundedLater.map(numberOf);
      const fitted =
        later.length === 0
          ? ""
          : later.length === 1
            ? ` Tańszy projekt ${list(later)} zmieścił się w tej kwocie.`
            : ` W tej kwocie zmieściły się tańsze projekty: ${list(later)}.`;
      return `Niewybrany: gdy przyszła jego kolej, w puli zostało ${left}, a projekt kosztuje ${cost}. Zabrakło ${f.shortMoney(line.shortfallGrosze)}.${fitted}`;
    }
    case "below-minimum":
      return line.on === "points"
        ? `Niewybrany: zdobył ${points(line.score)}, a potrzeba co najmniej ${f.number(line.needed)}. Zabrakło ${f.number(line.missing)}.`
        : `Niewybrany: zdobył ${voters(line.votes)}, a potrzeba co najmniej ${f.number(line.needed)}. Zabrakło ${f.number(line.missing)}.`;
    case "excluded":
      return `Wykluczony: ${line.reason}${line.legalBasis ? ` (${line.legalBasis})` : ""}.${
        line.by.length > 0 ? ` Wybrano wcześniejszy projekt: ${list(line.by.map(numberOf))}.` : ""
      }`;
    case "withdrawn":
      return `Wycofany po głosowaniu: ${line.reason}${line.legalBasis ? ` (${line.legalBasis})` : ""}.`;
    case "lost-lot":
      return `Niewybrany: przy równej liczbie punktów losowanie wskazało ${list(line.wonBy.map(numberOf))}. Zabrakło ${f.shortMoney(line.shortfallGrosze)}.`;
    case "not-reached":
      return `Niewybrany: liczenie skończyło się na projekcie ${numberOf(line.stoppedAt)}, który się nie zmieścił.`;
  }
};

export const outcomes = {
  /** Of a project that its own pool did not fund, and money left in pools does. */
  ofLeftOver: "Wybrany za pieniądze, które zostały w pulach po liczeniu.",
  sentence,
  names: {
    funded: "Wybrany",
    "did-not-fit": "Nie zmieścił się w puli",
    "below-minimum": "Poniżej minimum",
    excluded: "Wykluczony",
    withdrawn: "Wycofany",
    "lost-lot": "Przegrał losowanie",
    "not-reached": "Poza liczeniem",
  } as Record<Line["outcome"], string>,
};
