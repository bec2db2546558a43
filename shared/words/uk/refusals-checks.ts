import { formatsOf } from "../format.ts";
import type { CheckRefusalWords } from "../refusal-words.ts";

const f = formatsOf("uk-UA");

/** Refusals around the checks of proposals. */
export const checkRefusals: CheckRefusalWords = {
  "project/no-call": {
    title: "Немає виклику",
    detail: () => "Управління не чекає на виправлення в цій заявці.",
  },
  "project/call-over": {
    title: "Час на виправлення минув",
    detail: ({ endedAt }) => `Ми чекали на виправлення до: ${f.deadline(endedAt)}.`,
  },
  "co-author/named": {
    title: "Ця особа вже є в пропозиції",
    detail: () => "Укажіть особу, яка не є ні автором, ні співавтором цієї пропозиції.",
  },
  "co-author/full": {
    title: "Місця вже немає",
    detail: ({ most }) => `Співавторів може бути щонайбільше ${f.number(most)}.`,
  },
  "co-author/too-early": {
    title: "Бракує назви або імені",
    detail: () => "Спершу збережіть назву пропозиції та своє імʼя й прізвище.",
  },
  "co-author/answered": {
    title: "Це вже вирішено",
    detail: () => "На це запрошення вже відповіли, або хтось його скасував.",
  },
  "merging/unlike": {
    title: "Ці пропозиції не можна обʼєднати",
    detail: () => "Обʼєднати можна пропозиції одного фонду на тому самому етапі оцінки.",
  },
  "merging/over": {
    title: "Відповісти на це вже не можна",
    detail: () => "Термін минув, або хтось це вже закрив.",
  },
  "merging/late": {
    title: "Час на відповідь минув",
    detail: ({ endedAt }) =>
      `Відповісти можна було до: ${f.deadline(endedAt)}. Пізніша відповідь нічого не змінює.`,
  },
  "merging/open": {
    title: "Запитання про обʼєднання вже триває",
    detail: () =>
      "Ця пропозиція вже має запитання про обʼєднання без відповіді. Дочекайтеся, доки воно закінчиться.",
  },
  "merging/asked-enough": {
    title: "Більше запитань про обʼєднання не буде",
    detail: ({ most }) =>
      `Ця пропозиція вже питала інших авторів стільки разів: ${f.number(most)}. Напишіть про це до управління.`,
  },
  "appeal/nothing": {
    title: "Немає що оскаржувати",
    detail: () => "У цій справі немає оголошеного результату, на який можна подати скаргу.",
  },
  "appeal/over": {
    title: "Час на скаргу минув",
    detail: ({ endedAt }) => `Скарги приймали до: ${f.deadline(endedAt)}.`,
  },
  "appeal/filed": {
    title: "Скарга вже є",
    detail: ({ filedAt, mark }) => `Скарга надійшла ${f.moment(filedAt)}. Знак справи: ${mark}.`,
  },
  "appeal/decided-before": {
    title: "Вирішує хтось інший",
    detail: ({ name }) => `Цю заявку вже оцінює ${name}. Скаргу розгляне хтось інший.`,
  },
  "check/held": {
    title: "Картка в іншої особи",
    detail: ({ name }) => `Картку має: ${name}. Повернути її може ця особа або координатор.`,
  },
  "opinion/open": {
    title: "Картка чекає на висновки",
    detail: ({ units }) => `Висновку ще немає: ${units.join(", ")}. Зачекайте або відкличте запит.`,
  },
  "opinion/asked": {
    title: "Підрозділ уже має запит",
    detail: ({ unit }) => `Цей підрозділ уже запитали про висновок: ${unit}.`,
  },
  "opinion/other-unit": {
    title: "Висновок іншого підрозділу",
    detail: ({ unit }) => `Висновок дає підрозділ: ${unit}.`,
  },
  "list/window-open": {
    title: "Скарги ще можуть надійти",
    detail: ({ until }) => `Скарги можуть надійти до: ${f.deadline(until)}. Оголосіть список потім.`,
  },
  "list/not-ready": {
    title: "Список не готовий",
    detail: ({ open, numbers }) =>
      open === 0
        ? "Немає чого оголошувати."
        : `Картки без прийняття: ${f.number(open)} (${numbers.join(", ")}${numbers.length < open ? ", …" : ""}).`,
  },
};
