import type { Catalogue } from "../words.ts";

/** The phases of a budget cycle, as residents read them. */
export const phases: Catalogue["phases"] = {
  draft: { name: "Підготовка", now: "Місто готує новий цикл" },
  submission: { name: "Подання пропозицій", now: "Триває подання пропозицій" },
  "formal-review": { name: "Формальна перевірка", now: "Триває формальна перевірка пропозицій" },
  "merit-review": { name: "Перевірка по суті", now: "Триває перевірка пропозицій по суті" },
  appeals: { name: "Оскарження", now: "Триває розгляд скарг" },
  "ballot-frozen": { name: "Список для голосування", now: "Список проєктів для голосування готовий" },
  voting: { name: "Голосування", now: "Триває голосування" },
  sealed: { name: "Урна закрита", now: "Голосування завершено, урну закрито" },
  counting: { name: "Підрахунок голосів", now: "Триває підрахунок голосів" },
  results: { name: "Результати", now: "Результати відомі" },
  implementation: { name: "Виконання", now: "Триває виконання проєктів" },
  closed: { name: "Завершено", now: "Цикл завершено" },
  cancelled: { name: "Скасовано", now: "Цикл скасовано" },
};
