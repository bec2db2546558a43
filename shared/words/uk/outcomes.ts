import type { Line } from "../../domain/tally/line.ts";
import { type ShareFacts, wholeGrosze } from "../../domain/tally/share-facts.ts";
import { formatsOf } from "../format.ts";
import type { Catalogue } from "../words.ts";
import { voting } from "./voting.ts";

const f = formatsOf("uk-UA");
const { points } = voting;

const votesOf = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "голос", few: "голоси", many: "голосів", other: "голосу" })}`;

const people = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "людина", few: "людини", many: "людей", other: "людини" })}`;

const list = (numbers: readonly string[]): string => numbers.join(", ");

/** An exact amount as people read money: to the grosz, marked where it is not whole. */
const amount = (exact: string): string =>
  `${exact.includes("/") ? "бл. " : ""}${f.money(wholeGrosze(exact, "down"))}`;

type Funded = Extract<Line, { outcome: "funded" }>;

/** How a project was bought. */
const won = ({ score, rank, votes, costGrosze, shares }: Funded): string => {
  switch (shares?.kind) {
    case "bought": {
      const rest =
        shares.rest > 0
          ? ` Усе, що ще мали, віддали ${people(shares.rest)}, разом ${amount(shares.restGrosze)}.`
          : "";
      return `Обрано в ${f.number(shares.round)}-му раунді: ${f.money(costGrosze)} склали ${people(shares.full + shares.rest)} з ${f.number(votes)}, щонайбільше по ${amount(shares.fullGrosze)}.${rest}`;
    }
    case "completed":
      return `Обрано за решту коштів: ${points(score)}.`;
    case "load":
      return `Обрано: на кожного з ${f.number(votes)} виборців припадає ${amount(shares.loadGrosze)}.`;
    default:
      return `Обрано: ${points(score)}, ${f.number(rank)}-е місце.`;
  }
};

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
    ? `Не обрано: ті, хто його обрав, мали ще разом ${amount(shares.heldGrosze)}, а проєкт коштує ${f.money(costGrosze)}. Забракло ${f.money(shortfallGrosze)}.`
    : `Не обрано: коли настала його черга, залишалося ${f.shortMoney(balanceBeforeGrosze)}, а проєкт коштує ${f.shortMoney(costGrosze)}.`;

/** What became of a project, in a sentence with its own numbers. `numberOf` gives the public number of a project. */
const sentence = (line: Line, numberOf: (id: string) => string): string => {
  const left = f.shortMoney(line.balanceBeforeGrosze);
  const cost = f.shortMoney(line.costGrosze);
  switch (line.outcome) {
    case "funded":
      return `${won(line)} Після нього залишилося ${f.shortMoney(line.balanceAfterGrosze)}.`;
    case "did-not-fit": {
      if (line.shares) return shortOf(line.shares, line);
      if (line.toppedUp)
        return `Не вклався в кошти: залишалося ${left}, а проєкт коштує ${cost}. Решту, ${f.shortMoney(line.shortfallGrosze)}, доплачує резерв міста.`;
      const later = line.fundedLater.map(numberOf);
      const fitted =
        later.length === 0
          ? ""
          : later.length === 1
            ? ` Дешевший проєкт ${list(later)} вклався в цю суму.`
            : ` У цю суму вклалися дешевші проєкти: ${list(later)}.`;
      return `Не обрано: коли настала його черга, залишалося ${left}, а проєкт коштує ${cost}. Забракло ${f.shortMoney(line.shortfallGrosze)}.${fitted}`;
    }
    case "below-minimum":
      return `Не обрано: проєкт отримав ${line.on === "points" ? points(line.score) : votesOf(line.votes)}, а потрібно щонайменше ${f.number(line.needed)}. Забракло ${f.number(line.missing)}.`;
    case "excluded":
      return `Виключено: ${line.reason}${line.legalBasis ? ` (${line.legalBasis})` : ""}.${
        line.by.length > 0 ? ` Обрано попередній проєкт: ${list(line.by.map(numberOf))}.` : ""
      }`;
    case "withdrawn":
      return `Відкликано після голосування: ${line.reason}${line.legalBasis ? ` (${line.legalBasis})` : ""}.`;
    case "lost-lot":
      return `Не обрано: за рівної кількості балів жереб випав на ${list(line.wonBy.map(numberOf))}. Забракло ${f.shortMoney(line.shortfallGrosze)}.`;
    case "not-reached":
      return `Не обрано: підрахунок завершився на проєкті ${numberOf(line.stoppedAt)}, який не вклався.`;
  }
};

export const outcomes: Catalogue["outcomes"] = {
  ofLeftOver: "Обрано за гроші, які залишилися у списках після підрахунку.",
  sentence,
  names: {
    funded: "Обрано",
    "did-not-fit": "Не вклався в кошти",
    "below-minimum": "Нижче мінімуму",
    excluded: "Виключено",
    withdrawn: "Відкликано",
    "lost-lot": "Програв жеребкування",
    "not-reached": "Поза підрахунком",
  },
};
