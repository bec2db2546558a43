import type { CountingRule, Fill, OrderKey, Support, Threshold, Utility } from "../../domain/tally/rule.ts";
import { formatsOf } from "../format.ts";
import type { Catalogue } from "../words.ts";
import { voting } from "./voting.ts";

const f = formatsOf("uk-UA");

const votes = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "голос", few: "голоси", many: "голосів", other: "голосу" })}`;

const support = (on: Support, count: number): string =>
  on === "points" ? voting.points(count) : votes(count);

/** The least support that a project needs, as a noun phrase. */
const minimum = (threshold: Threshold | null): string => {
  if (threshold === null) return "немає";
  switch (threshold.kind) {
    case "points":
    case "votes":
      return support(threshold.kind, threshold.minimum + (threshold.inclusive ? 0 : 1));
    case "share-of-ballots": {
      const share = f.percent(threshold.basisPoints / 10_000);
      const of = threshold.on === "points" ? "балів відносно" : "голосів із";
      return `${threshold.inclusive ? "" : "більше ніж "}${share} ${of} дійсних бюлетенів`;
    }
    case "share-of-cost":
      return `така частка голосів, яку вартість проєкту становить у коштах списку, помножених на ${f.number(threshold.divisor)}`;
  }
};

const orders: Record<OrderKey, string> = {
  points: "від найбільшої кількості балів",
  votes: "від найбільшої кількості голосів",
  "points-then-voters": "від найбільшої кількості балів, а за рівної – від найбільшої кількості голосів",
  "points-per-cost": "від найбільшої кількості балів на злотий вартості",
  "votes-per-cost": "від найбільшої кількості голосів на злотий вартості",
};

const utilities: Record<Utility, string> = {
  cost: "найбільше голосів за ці гроші",
  cardinality: "найнижчу ціну для одного виборця",
  points: "найнижчу ціну одного бала",
  "points-times-cost": "найбільше балів за ці гроші",
};

const spending = (fill: Fill): string[] => {
  switch (fill.kind) {
    case "skip":
      return ["Обираємо по черзі ті, на які вистачає грошей; дорожчі пропускаємо й рахуємо далі."];
    case "stop":
      return ["Обираємо по черзі, доки перший проєкт не вкладеться в кошти."];
    case "stop-with-top-up":
      return [
        "Обираємо по черзі, доки перший проєкт не вкладеться в кошти.",
        `Якщо на нього залишилося щонайменше ${f.percent(fill.percent / 100)} вартості, решту доплачує резерв міста.`,
      ];
    case "equal-shares":
      return [
        "Кошти ділимо порівну між виборцями. Проєкт купують за свої частки ті, хто його обрав (метод рівних часток).",
        `По черзі обираємо той, який дає ${utilities[fill.utility]}.`,
        ...(fill.completion.kind === "add1"
          ? [
              `Частки збільшуємо по ${f.shortMoney(fill.completion.unitGrosze)}, доки обрані проєкти вкладаються в кошти.`,
            ]
          : []),
        ...(fill.completion.kind === "greedy" ||
        (fill.completion.kind === "add1" && fill.completion.thenGreedy)
          ? ["За решту коштів обираємо по черзі проєкти, які в неї вкладаються."]
          : []),
        ...(fill.comparison
          ? ["Якщо більше виборців надає перевагу результату звичайного методу, діє той результат."]
          : []),
      ];
    case "phragmen":
      return [
        "Гроші надходять усім виборцям порівну. Проєкт куплено, коли його прихильники разом на нього зберуть (метод Фрагмена).",
        fill.afterMisfit === "skip"
          ? "Проєкт, який не вкладається в кошти, пропускаємо."
          : "Підрахунок завершує перший проєкт, який не вкладається в кошти.",
      ];
  }
};

const goesDownTheOrder = ({ kind }: Fill): boolean => kind !== "equal-shares" && kind !== "phragmen";

/** The rule of counting in a few sentences. */
const rule = ({ threshold, fill, order }: CountingRule): string[] => [
  ...(threshold === null ? [] : [`Проєкту потрібно щонайменше: ${minimum(threshold)}.`]),
  ...(goesDownTheOrder(fill) ? [`Проєкти розставляємо ${orders[order]}.`] : []),
  ...spending(fill),
];

/** Short names of rules to compare with, by the names that addresses have. */
const names: Readonly<Record<string, string>> = {
  greedy: "по черзі, пропускаючи дорожчі",
  "greedy-no-skip": "по черзі, до першого, який не вкладається",
  "greedy-votes": "за кількістю голосів",
  "greedy-points-per-cost": "за балами на злотий",
  "equalshares/add1-exhaustive": "метод рівних часток",
  "equalshares-points/add1": "метод рівних часток, за балами",
  "phragmen-skip": "метод Фрагмена",
};

export const counting: Catalogue["counting"] = { minimum, rule, names };
