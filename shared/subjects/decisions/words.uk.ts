import type { Partly } from "../../words/fallback.ts";
import { formatsOf } from "../../words/format.ts";
import type { DecisionWords } from "./words.pl.ts";

const f = formatsOf("uk-UA");

/** What residents read; the office's is Polish. */
export const uk: Partly<DecisionWords> = {
  title: "Рішення та обіцянки",
  lead: "Що місто пообіцяло на зустрічах, хто це робить і до якого дня. Прострочені стоять першими.",
  none: "Немає рішень, які відповідають вибору.",
  filter: { unit: "Підрозділ", state: "Стан", all: "усі", submit: "Показати рішення" },
  filters: { open: "у роботі", overdue: "прострочені", done: "виконані", "not-done": "не виконані" },
  states: {
    new: "прийнято",
    "under-way": "виконується",
    changed: "змінено",
    done: "виконано",
    "not-done": "не виконано",
  },
  overdue: (days) =>
    days < 1
      ? "прострочено"
      : `прострочено на ${f.number(days)} ${f.plural(days, { one: "день", few: "дні", many: "днів", other: "дня" })}`,
  terms: {
    number: "Номер",
    unit: "Підрозділ",
    due: "Термін",
    promised: "Перший термін",
    state: "Стан",
    meeting: "Зустріч",
    proof: "Доказ виконання",
    ended: "Завершено",
    decided: "Прийнято",
  },
  until: (day) => `до ${f.date(day)}`,
  history: "Історія",
  before: (text, unit, day) => `Раніше: ${text} Підрозділ: ${unit}. Термін: ${f.date(day)}.`,
  seeProof: "Переглянути доказ",
  seeMeeting: "Переглянути зустріч",
  figures: {
    title: "Як місто виконує обіцянки",
    lead: "Числа з публічного списку рішень. За ним їх легко перерахувати.",
    see: "Переглянути числа",
    back: "Рішення та обіцянки",
    caption: "За підрозділами",
    whole: "Усе місто",
    promised: "Обіцянки",
    kept: "Вчасно",
    keptLate: "Із запізненням",
    notDone: "Не виконано",
    open: "У роботі",
    overdue: "Прострочено",
    medianDays: "Медіана днів",
    noDays: "–",
    note: "Вчасно означає: до першого обіцяного дня. Зміна терміну цього не змінює.",
    number: (day) => `Станом на ${f.date(day)}`,
  },
};
