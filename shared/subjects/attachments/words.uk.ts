import type { Partly } from "../../words/fallback.ts";
import { formatsOf } from "../../words/format.ts";
import type { AttachmentWords } from "./words.pl.ts";

const f = formatsOf("uk-UA");

/** What authors read; the office's pages are not in Ukrainian. */
export const uk: Omit<AttachmentWords, "office"> & Partly<AttachmentWords> = {
  title: "Фото й додатки",
  back: "Ваша заявка",
  way: "Фото й додатки",
  has: (count: number): string => `файлів: ${f.number(count)}`,
  left: (left: number): string => `Вільні місця для файлів: ${f.number(left)}.`,
  full: (most: number): string => `Файлів у заявці вже ${f.number(most)}. Вилучіть якийсь, щоб додати новий.`,
  closed: "Зараз не можна додавати або змінювати файли.",
  photos: {
    title: "Фото й малюнки",
    lead: "Їх побачить кожен на сторінці заявки. Не показуйте на них персональних даних.",
    none: "Фото ще немає.",
    alt: "Що видно на фото",
    altHint: "Одне речення для тих, хто його не бачить.",
    add: "Додати фото",
    describe: "Змінити опис",
    save: "Зберегти опис",
  },
  papers: {
    title: "Документи для уряду міста",
    lead: "Їх читає лише уряд міста. Ми не показуємо їх публічно.",
    none: "Документів ще немає.",
    as: "Який це документ",
    add: "Додати документ",
  },
  guardian: "Додайте згоду опікуна: заявку подає неповнолітня особа.",
  kinds: {
    photo: "Фото",
    "supporters-list": "Список підтримки",
    "owner-consent": "Згода власника ділянки",
    "guardian-consent": "Згода опікуна",
    other: "Інший документ",
  },
  states: {
    awaited: "чекаємо на файл або перевіряємо його",
    there: "додано",
    refused: "відхилено",
    "taken-down": "знято урядом міста",
    over: "файл не надійшов",
  },
  of: (kind: string, n: number): string => `${kind} ${f.number(n)}`,
  size: (bytes: number): string =>
    bytes < 1_000_000
      ? `${f.number(Math.max(1, Math.round(bytes / 1000)))} кБ`
      : `${f.number(Math.round(bytes / 100_000) / 10)} МБ`,
  send: {
    title: "Надіслати файл",
    file: "Файл",
    accepts: (endings: string, megabytes: number): string =>
      `${endings}, щонайбільше ${f.number(megabytes)} МБ`,
    places: "Місце та камеру, які телефон записує у фото, ми вилучаємо.",
    submit: "Надіслати файл",
    back: "Фото й додатки",
  },
  say: { "/alt": "Напишіть, що видно на фото.", "/as": "Виберіть, який це документ." },
  checking: "Файл надійшов. Ми його перевіряємо.",
  look: "Перевірити, чи вже готовий",
  goOn: "Вибрати файл",
  up: "Вище",
  remove: "Вилучити",
  again: "Надіслати інший файл",
};
