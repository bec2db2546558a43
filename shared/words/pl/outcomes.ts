import type { Line } from "../../domain/tally/line.ts";
import { formatsOf } from "../format.ts";

const f = formatsOf("pl-PL");

const points = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "punkt", few: "punkty", many: "punktów", other: "punktu" })}`;

const voters = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "głos", few: "głosy", many: "głosów", other: "głosu" })}`;

const list = (numbers: readonly string[]): string => numbers.join(", ");

/** What became of a project, in a sentence with its own numbers. `numberOf` gives the public number of a project. */
const sentence = (line: Line, numberOf: (id: string) => string): string => {
  const left = f.shortMoney(line.balanceBeforeGrosze);
  const cost = f.shortMoney(line.costGrosze);
  switch (line.outcome) {
    case "funded":
      return `Wybrany: ${points(line.score)}, ${f.number(line.rank)}. miejsce. Po nim zostało w puli ${f.shortMoney(line.balanceAfterGrosze)}.`;
    case "did-not-fit": {
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
      return `Wykluczony: ${line.reason}${line.legalBasis ? ` (${line.legalBasis})` : ""}.`;
    case "withdrawn":
      return `Wycofany po głosowaniu: ${line.reason}${line.legalBasis ? ` (${line.legalBasis})` : ""}.`;
    case "lost-lot":
      return `Niewybrany: przy równej liczbie punktów losowanie wskazało ${list(line.wonBy.map(numberOf))}. Zabrakło ${f.shortMoney(line.shortfallGrosze)}.`;
    case "not-reached":
      return `Niewybrany: liczenie skończyło się na projekcie ${numberOf(line.stoppedAt)}, który się nie zmieścił.`;
  }
};

export const outcomes = {
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
