import { formatsOf } from "../format.ts";
import type { FileRefusalWords } from "../refusal-words.ts";

const f = formatsOf("uk-UA");

const megabytes = (bytes: number): string => f.number(Math.floor(bytes / 1_000_000));

const KINDS: Readonly<Record<string, string>> = {
  table: "текст",
  pdf: "PDF",
  "old-office": "документ або таблиця старого формату Office",
  workbook: "таблиця програми Excel або Calc",
  archive: "архів, наприклад ZIP",
  markup: "вебсторінка або малюнок SVG",
  program: "програма",
  unknown: "файл, виду якого ми не знаємо",
};

/** Pictures are called the same everywhere. */
const kind = (found: string): string => KINDS[found] ?? `${found}`.toUpperCase();

export const fileRefusals: FileRefusalWords = {
  "file/pending": {
    title: "Ми перевіряємо цей файл",
    detail: () => "Файл ще не дійшов до нас, або ми його перевіряємо. Спробуйте за хвилину.",
  },
  "file/empty": {
    title: "Файл порожній",
    detail: () => "Виберіть файл, у якому щось є.",
  },
  "file/too-big": {
    title: "Файл завеликий",
    detail: ({ mostBytes }) =>
      `Файл може мати щонайбільше ${megabytes(mostBytes)} МБ. Зменште його або поділіть.`,
  },
  "file/not-a-table": {
    title: "Це не таблиця CSV",
    detail: ({ found }) => `Надісланий файл – це ${kind(found)}. Збережіть таблицю як CSV і надішліть її.`,
  },
  "file/not-a-scan": {
    title: "Це не скан",
    detail: ({ found, takes }) =>
      `Надісланий файл – це ${kind(found)}. Надішліть його в одному з форматів: ${takes}.`,
  },
  "file/not-a-picture": {
    title: "Це зображення не вдається показати",
    detail: ({ found }) => `Надісланий файл – це ${kind(found)}. Надішліть JPEG, PNG, WebP, AVIF або GIF.`,
  },
  "file/not-as-said": {
    title: "Файл є іншим, ніж каже його назва",
    detail: ({ said, found }) =>
      `Заявлено ${said}, а файл – це ${kind(found)}. Збережіть його з правильним розширенням і надішліть.`,
  },
  "file/several-kinds": {
    title: "Файл вдає кілька видів водночас",
    detail: () => "Різні програми прочитають його як різне. Збережіть його наново і надішліть.",
  },
  "file/broken": {
    title: "Файл не вдається прочитати",
    detail: () => "Файл пошкоджений або обрізаний. Відкрийте його в себе, збережіть наново і надішліть.",
  },
  "file/too-many-pixels": {
    title: "Зображення має забагато точок",
    detail: ({ mostMegapixels }) =>
      `Зображення може мати щонайбільше ${f.number(mostMegapixels)} млн точок. Зменште його і надішліть.`,
  },
  "file/no-alternative-text": {
    title: "Бракує опису зображення",
    detail: () => "Напишіть, що видно на зображенні. Це почують люди, які його не бачать.",
  },
  "file/used": {
    title: "Цей файл уже використано",
    detail: () => "Надішліть файл ще раз, якщо він потрібен знову.",
  },
  "file/too-many": {
    title: "Файлів уже достатньо",
    detail: ({ most }) => `Найбільше файлів у заявці: ${f.number(most)}. Вилучіть якийсь, щоб додати новий.`,
  },
};
