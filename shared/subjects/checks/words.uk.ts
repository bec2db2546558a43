import type { Partly } from "../../words/fallback.ts";
import { formatsOf } from "../../words/format.ts";
import type { CheckWords } from "./words.pl.ts";

const f = formatsOf("uk-UA");

/** What authors read; the office's pages are not in Ukrainian. */
export const uk: Pick<CheckWords, "correction"> & Partly<CheckWords> = {
  precedents: { title: "Подібні проєкти та їхні результати", why: "Чому" },
  correction: {
    title: (number) => `Доповнення заявки ${number}`,
    back: "Ваша заявка",
    backToCase: "Назад до справи",
    key: "Записати відповідь",
    keyWay: "Записати відповідь автора на виклик",
    until: (at) => `Чекаємо до: ${f.deadline(at)}.`,
    asked: "Що потрібно виправити",
    submit: "Надіслати виправлення",
    fields: {
      message: "Повідомлення управлінню",
      arrivedAt: "Коли надійшла відповідь",
    },
    arrivedAtHint: "Порожнє поле означає зараз. Приклад: 14.05.2026 10:30.",
    messageHint: "Напишіть, що змінилося або чого змінити не можна.",
    box: "Доповніть заявку",
    filesFirst: "Хочете додати файл? Зробіть це, перш ніж надіслати виправлення.",
    files: "Фото й додатки",
    came: "Ваші виправлення надійшли",
    cameAt: (at) => `Час: ${f.moment(at)}. Місто ще раз перевірить пропозицію й напише вам.`,
    way: "Переглянути, що виправити",
  },
};
