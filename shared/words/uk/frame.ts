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
    lead: (seconds) =>
      `Із цього місця зараз надійшло дуже багато запитів. Зачекайте ${seconds < 60 ? `${f.number(seconds)} с` : `${f.number(Math.ceil(seconds / 60))} хв`} і надішліть ще раз.`,
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
