import type { Instant } from "../../domain/time.ts";
import { formatsOf } from "../format.ts";
import type { Catalogue } from "../words.ts";

const f = formatsOf("uk-UA");

/** Day names after „до”: „до четверга, 23 вересня 2027 року, 23:59”. */
const UNTIL: Readonly<Record<string, string>> = {
  понеділок: "понеділка",
  вівторок: "вівторка",
  середа: "середи",
  четвер: "четверга",
  пʼятниця: "пʼятниці",
  субота: "суботи",
  неділя: "неділі",
};

const until = (at: Instant): string => {
  const [day = "", ...rest] = f.deadline(at).split(", ");
  return `до ${[UNTIL[day] ?? day, ...rest].join(", ")}`;
};

const counted = (count: number, forms: Parameters<typeof f.plural>[1]): string =>
  `${f.number(count)}\u00a0${f.plural(count, forms)}`;

/** How long somebody waits, told in the greatest unit that says enough. */
export const span = (seconds: number): string =>
  seconds < 60
    ? counted(seconds, { one: "секунду", few: "секунди", many: "секунд", other: "секунди" })
    : seconds < 7200
      ? counted(Math.ceil(seconds / 60), { one: "хвилину", few: "хвилини", many: "хвилин", other: "хвилини" })
      : counted(Math.ceil(seconds / 3600), { one: "годину", few: "години", many: "годин", other: "години" });

/** What stands on every page, and the words of the shared components. */
export const frame: Catalogue["frame"] = {
  service: "Громадський бюджет і консультації",
  errorPrefix: "Помилка:",
  skip: "Перейти до вмісту",
  menu: "Меню",
  back: "Назад",
  home: "Головна сторінка",
  signIn: "Увійти",
  wait: {
    title: "Зачекайте трохи",
    lead: (seconds) => `Зачекайте ${span(seconds)} і надішліть ще раз.`,
    why: "Забагато спроб надійшло зараз із тієї самої мережі або з тими самими даними. Вони можуть бути чужими.",
    kept: "Усе введене залишається в цій формі.",
    again: "Надіслати ще раз",
  },
  contact: "Є запитання? Напишіть нам:",
  nav: {
    projects: "Проєкти",
    proposalStart: "Подати проєкт",
    vote: "Голосування",
    results: "Результати",
    meetings: "Зустрічі",
    consultations: "Консультації",
    help: "Допомога",
  },
  footer: {
    matters: "Запитання та заяви",
    accessibility: "Заява про доступність",
    privacy: "Конфіденційність",
    cookies: "Файли cookie",
    docs: "API та відкриті дані",
    office: "Для працівників міста",
  },
  footerMenu: "Про сервіс",
  until,
  ended: (at) => `завершення: ${f.deadline(at)}`,
  form: {
    use: (value) => `Вставити: ${value}`,
    faults: "Виправте форму",
    fault: "Помилка:",
    optional: "(необовʼязково)",
    change: "Змінити",
    choose: "Оберіть зі списку",
  },
  table: { empty: "Тут поки що нічого немає." },
  pages: { label: "Сторінки списку", first: "На початок", next: "Наступна сторінка" },
  dates: { past: "минуло", now: "триває", coming: "попереду" },
  money: {
    caption: (whole) => `Розподіл коштів: ${whole}`,
    left: "Залишилося коштів",
  },
};
