import type { BallotForm } from "../../domain/voting/ballot-form.ts";
import type { SectionLimits } from "../../domain/voting/limits.ts";
import { formatsOf } from "../format.ts";
import type { Catalogue, Ticked } from "../words.ts";
import { voting } from "./voting.ts";

const f = formatsOf("uk-UA");
const { points, upTo } = voting;

/** In the accusative, as after „оберіть”. */
const projects = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "проєкт", few: "проєкти", many: "проєктів", other: "проєкту" })}`;

type Range = Pick<SectionLimits, "minProjects" | "maxProjects">;

const howMany = ({ minProjects: least, maxProjects: most }: Range): string => {
  if (most === Number.POSITIVE_INFINITY) return least > 1 ? `щонайменше ${projects(least)}` : "проєкти";
  if (least === most) return most === 1 ? "1 проєкт" : `рівно ${projects(most)}`;
  return least > 1
    ? `від ${f.number(least)} до ${f.number(most)} ${f.plural(most, { one: "проєкту", other: "проєктів" })}`
    : upTo(most);
};

const sum = ({ kind }: BallotForm, limits: SectionLimits, ticked: Ticked): string | null => {
  const limit = limits.maxProjects === Number.POSITIVE_INFINITY ? "" : ` з ${f.number(limits.maxProjects)}`;
  const chosen = `Обрано проєктів: ${f.number(ticked.projects)}${limit}`;
  if (kind === "knapsack")
    return `${chosen}. Вартість: ${f.shortMoney(ticked.costGrosze)} з ${f.shortMoney(limits.maxCostGrosze)}.`;
  return kind === "approval" ? `${chosen}.` : null;
};

const scores = ({ minPointsEach, maxPointsEach }: SectionLimits): string =>
  `Оцінки: від ${f.number(minPointsEach)} до ${f.number(maxPointsEach)}`;

/** What differs from one form of ballot to another. */
export const forms: Catalogue["ballot"]["forms"] = {
  question: ({ kind }, limits, list) => {
    const what = kind === "scoring" ? "проєкти" : howMany(limits);
    const verb = kind === "scoring" ? "Оцініть" : "Оберіть";
    if (list.of === "citywide") return `${verb} ${what} для всього міста`;
    return `${verb} ${what} ${list.of === "district" ? `для району ${list.name}` : `зі списку «${list.name}»`}`;
  },
  hint: (form, limits) => {
    switch (form.kind) {
      case "points":
        return `У цьому списку ви маєте ${points(form.points)}.${form.allPoints ? " Потрібно роздати всі." : ""}`;
      case "ordinal":
        return `Потім розставите їх за порядком. Місця по черзі дають бали: ${form.weights.map(f.number).join(", ")}.`;
      case "scoring":
        return `${scores(limits)}. Проєкт без оцінки отримує 0.`;
      case "knapsack":
        return `Разом вони можуть коштувати щонайбільше ${f.shortMoney(limits.maxCostGrosze)}.`;
      default:
        return "Кожен обраний проєкт отримує 1 голос.";
    }
  },
  bar: (form, limits, ticked) => {
    const { minProjects: least, maxProjects: most } = limits;
    if (form.kind === "scoring") return scores(limits);
    if (most === 1) return "1 проєкт";
    return sum(form, limits, ticked) ?? `${least === most ? "Рівно" : "Щонайбільше"} ${projects(most)}`;
  },
  sum,
  recount: "Перерахувати",
  nothing: ({ kind, required }) =>
    `${kind === "scoring" ? "Оцініть щонайменше один проєкт" : "Позначте проєкт"}${required ? "" : " або пропустіть цей список"}`,
  tooFew: (needed, given) => `Оберіть щонайменше ${projects(needed)}. Позначено ${f.number(given)}`,
  tooDear: (allowedGrosze, givenGrosze) =>
    `Оберіть проєкти щонайбільше на ${f.shortMoney(allowedGrosze)}. Позначені коштують ${f.shortMoney(givenGrosze)}`,
  score: (score) => `Оцінка: ${f.number(score)}`,
  noScore: "0 – без оцінки",
  places: {
    question: "У якому порядку розставити проєкти?",
    hint: "Кожне місце оберіть один раз. Перше дає найбільше балів.",
    place: (rank, worth) => `${f.number(rank)}-е місце – ${points(worth)}`,
    missing: "Оберіть місце для цього проєкту",
    repeated: (count) => `Оберіть кожне місце від 1 до ${f.number(count)} один раз`,
  },
  summary: (form, limits, lists) => {
    const where = {
      both: "У кожному списку",
      each: "У кожному списку",
      district: "У списку району",
      area: "У кожному списку, до якого входить ваш район,",
      citywide: "У загальноміському списку",
      citywides: "У кожному загальноміському списку",
    }[lists];
    switch (form.kind) {
      case "points":
        return voting.start.pointsOnLists(form.points, limits.maxProjects, voting.start.lists[lists]);
      case "ordinal":
        return `${where} ви обираєте ${howMany(limits)} і розставляєте їх за порядком.`;
      case "scoring":
        return `${where} ви оцінюєте проєкти. ${scores(limits)}.`;
      case "knapsack":
        return form.maxCostGrosze === null
          ? `${where} ви обираєте ${howMany(limits)}, які разом вкладаються в кошти списку.`
          : `${where} ви обираєте ${howMany(limits)} щонайбільше на ${f.shortMoney(form.maxCostGrosze)}.`;
      default:
        return `${where} ви обираєте ${howMany(limits)}.`;
    }
  },
};
