import { formatsOf } from "../format.ts";
import type { Catalogue } from "../words.ts";
import { forms } from "./ballot-forms.ts";
import { voting } from "./voting.ts";

const f = formatsOf("uk-UA");
const { points } = voting;

/** The ballot: lists, points, the check, the receipt. */
export const ballot: Catalogue["ballot"] = {
  forms,

  list: {
    progress: (index, count) => `Список ${f.number(index)} з ${f.number(count)}`,
    details: "Докладніше",
    newTab: "Докладніше відкривається в новій вкладці. Позначки тут залишаються.",
    next: "Далі",
    skip: "Пропустити цей список",
    back: "Назад",
    buttons:
      "Повертайтеся кнопками на сторінці. Браузер не памʼятає позначок, щоб ніхто після вас їх не побачив.",
    tooMany: (allowed, given) =>
      `Оберіть щонайбільше ${f.number(allowed)} ${f.plural(allowed, { one: "проєкт", few: "проєкти", many: "проєктів", other: "проєкту" })}. Позначено ${f.number(given)}`,
    emptied: "Бюлетень порожній",
    emptiedText:
      "Ми ніде не записуємо позначок, тому після зміни адреси чи мови вони зникають. Позначте проєкти ще раз.",
    citywide: "Загальноміські проєкти",
  },

  split: {
    question: (count) => `Як поділити ${points(count)}?`,
    way: (count, title) => `${points(count)} – ${title}`,
    fewer: "Використати менше балів",
    missing: "Оберіть розподіл балів",
    each: (count) => `Скільки балів дати кожному проєкту? Разом можна роздати: ${f.number(count)}`,
    eachHint: "Можна роздати менше. Нероздані бали пропадають.",
    eachHintAll: "Потрібно роздати всі.",
    over: (given, allowed) => `Роздано ${points(given)}. У цьому списку ви маєте ${points(allowed)}`,
    under: (given, needed) => `Роздайте ${points(needed)}. Роздано ${points(given)}`,
    eachMissing: "Оберіть кількість балів для кожного проєкту",
    back: "Назад до списку",
  },

  check: {
    title: "Перевірте свій голос",
    lead: "Надісланий голос не можна змінити чи повторити.",
    none: "Проєктів не обрано. Після надсилання їх не можна додати.",
    unused: (count) =>
      `${f.plural(count, { one: "Залишається невикористаним", few: "Залишаються невикористаними", many: "Залишається невикористаними", other: "Залишається невикористаними" })} ${points(count)}.`,
    change: (list) => `Змінити: ${list}`,
    submit: "Надіслати голос",
    empty: "Бюлетень порожній",
    incomplete: "Бюлетень неповний",
    incompleteText:
      "У цьому голосуванні потрібно заповнити кожен список. Неповний бюлетень надіслати не можна.",
    emptyText: "Оберіть щонайменше один проєкт в одному зі списків. Порожній бюлетень надіслати не можна.",
  },

  receipt: {
    title: "Голос записано",
    label: "Номер підтвердження",
    keep: "Запишіть цей номер або зробіть знімок екрана. Поштою ми його не надішлемо.",
    resultsAt: (at) => `Результати оголосимо: ${f.moment(at)}.`,
    resultsLater: "Результати оголосимо після підрахунку голосів.",
    check: "Перевірити, чи голос записано",
    checkText: "Номер можна перевірити будь-коли. Після оголошення результатів видно, що голос пораховано.",
    noChoice: "Проєктів ми тут не показуємо. Тож ніхто не може вимагати доказу, як ви голосуєте.",
    shared: "На спільному компʼютері тепер закрийте браузер.",
    next: "Голосує наступна людина",
  },
};
