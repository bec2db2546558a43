import type { Difference } from "../../domain/results/differences.ts";
import { formatsOf } from "../format.ts";
import type { BlockerWords } from "../refusal-words.ts";

const f = formatsOf("uk-UA");

/** What is known of a point as channel, id and day. */
const atPoint = (point: string, name: string | undefined): string => {
  const [channel, id = "", day = ""] = point.split(" ");
  return `${name ?? id}, ${f.date(day)}, ${channel === "paper" ? "паперові бюлетені" : "голоси, подані в пункті"}`;
};

const difference = ({ what, district = "", point = "", name, expected, found }: Difference): string => {
  const [due, is] = [f.number(expected), f.number(found)];
  switch (what) {
    case "ballots-missing":
      return `бюлетені з підписаного списку, яких немає в урні: ${f.number(expected - found)}`;
    case "ballots-added":
      return `бюлетені в урні, яких немає в підписаному списку: ${is}`;
    case "markers":
      return `віддані голоси: ${is}, бюлетені в урні: ${due}`;
    case "district":
      return `район ${name ?? district}, віддані голоси: ${due}, бюлетені: ${is}`;
    case "point":
      return `пункт ${atPoint(point, name)}, записано: ${due}, віддані голоси: ${is}`;
    case "counted":
      return `бюлетені в урні: ${due}, з них вдалося відкрити й порахувати: ${is}`;
  }
};

export const blockers: BlockerWords = {
  "no-projects": () => "У списку для голосування немає жодного проєкту.",
  "empty-pool-list": ({ pools = [] }) => `Без проєктів лишаються списки: ${pools.join(", ")}.`,
  "pool-without-money": ({ pools = [] }) => `Без суми лишаються списки: ${pools.join(", ")}.`,
  "no-roll": () => "Список виборців не завантажено.",
  "no-ballot-key": () => "Комісія не передала ключа до бюлетенів.",
  "undecided-proposals": ({ count = 0 }) =>
    `Без рішення: ${f.number(count)} ${f.plural(count, { one: "пропозиція", few: "пропозиції", many: "пропозицій", other: "пропозиції" })}.`,
  "open-appeals": ({ count = 0 }) => `Скарги без оголошеного рішення: ${f.number(count)}.`,
  "appeals-run": ({ until = "" }) => `Скарги ще можуть надійти до: ${f.deadline(until)}.`,
  "open-batches": ({ count = 0 }) =>
    `Незакриті партії паперових бюлетенів: ${f.number(count)}. Бюлетені треба ввести або відхилити.`,
  "undecided-statements": ({ count = 0 }) =>
    `На розгляді: ${f.number(count)} ${f.plural(count, { one: "заява", few: "заяви", many: "заяв", other: "заяви" })} людей, яких немає у списку.`,
  "needs-count-key": () => "Комісія має передати приватний ключ для підрахунку.",
  "open-voids": ({ count = 0 }) => `Комісія має ще вирішити справи спірних бюлетенів: ${f.number(count)}.`,
  "still-counting": () => "Триває підрахунок голосів. Підписувати ще нічого.",
  "needs-draw": ({ pools = [] }) =>
    `Рівність вирішує жереб. Введіть протокол жеребкування для списків: ${pools.join(", ")}.`,
  "needs-sign-offs": ({ count = 0 }) =>
    `Бракує ${f.number(count)} ${f.plural(count, { one: "підпису", few: "підписів", many: "підписів", other: "підпису" })} комісії.`,
  "no-verified-cost": ({ count = 0, projects = [] }) =>
    `Проєкти без перевіреної вартості: ${f.number(count)}. Це ${projects.join(", ")}.`,
  "over-pool": ({ count = 0, projects = [] }) =>
    `Проєкти, дорожчі за всю суму списку: ${f.number(count)}. Це ${projects.join(", ")}.`,
  "over-cap": ({ count = 0, projects = [] }) =>
    `Проєкти, дорожчі за межу одного проєкту: ${f.number(count)}. Це ${projects.join(", ")}.`,
  "open-hints": ({ count = 0 }) => `Підказки до списку без підтвердження: ${f.number(count)}.`,
  "needs-order-seed": () => "Комісія ще не ввела зерно порядку в бюлетені.",
  "counters-differ": ({ pools = [] }) =>
    `Дві незалежні програми порахували ці списки по-різному: ${pools.join(", ")}. Оголошення призупинено.`,
  "counts-differ": ({ differences = [] }) =>
    `Віддані голоси, бюлетені й підписаний список не збігаються: ${differences.map(difference).join("; ")}. Оголошення призупинено.`,
};
