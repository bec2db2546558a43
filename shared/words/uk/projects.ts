import { formatsOf } from "../format.ts";
import type { Catalogue } from "../words.ts";

const f = formatsOf("uk-UA");

/** Projects as everybody sees them: their states, the list, one project, and its support. */
export const projects: Catalogue["projects"] = {
  title: "Пропозиції та проєкти",
  lead: "Подивіться, що подали мешканці й що вирішило місто.",
  none: "У жодному циклі ще немає пропозицій.",
  status: {
    submitted: "Подано",
    "formally-accepted": "Пройшла формальну перевірку",
    rejected: "Не пройшла формальної перевірки",
    "not-admitted": "Не допущено",
    "on-ballot": "Допущено до голосування",
    withdrawn: "Відкликано",
    selected: "Обрано",
    "not-selected": "Не обрано",
  },
  withdrawnAfterVote: "Відкликано після голосування",
  facts: {
    number: "Номер",
    pool: "Список",
    title: "Назва",
    cost: "Вартість",
    estimated: "Вартість у пропозиції",
    verified: "Вартість після перевірки",
    status: "Стан",
    reason: "Причина",
    legalBasis: "Підстава",
    supporters: "Підтримка",
    place: "Місце",
    point: "Координати",
    author: "Хто подав",
    submitted: "Дата подання",
    excludes: "Виключає проєкти",
  },
  map: "Райони на мапі",
  filters: {
    cycle: "Цикл",
    pool: "Список",
    allPools: "Усі списки",
    status: "Стан",
    allStatuses: "Усі стани",
    search: "Пошук",
    searchHint: "Номер або слова з назви чи опису",
    submit: "Показати",
  },
  found: (count) =>
    `${f.number(count)} ${f.plural(count, { one: "пропозиція або проєкт", few: "пропозиції або проєкти", many: "пропозицій або проєктів", other: "пропозиції або проєкту" })}`,
  foundMore: "Пропозиції та проєкти, які підходять",
  instead: {
    nearest: "Можливо, ви шукаєте одне з цих слів:",
    pools: "У всіх списках",
    status: "У будь-якому стані",
    category: "У всіх категоріях",
  },
  empty: "Ніщо не відповідає цим фільтрам. Змініть їх і спробуйте ще раз.",
  download: "Завантажити цей список:",
  back: "Усі пропозиції та проєкти",
  description: "Опис",
  history: "Перебіг",
  supportersOf: (count, needed) =>
    needed !== null && needed > 0
      ? `${f.number(count)} з ${f.number(needed)} потрібних`
      : `${f.number(count)} ${f.plural(count, { one: "людина", few: "людини", many: "людей", other: "людини" })}`,
  support: {
    title: "Підтримайте цю пропозицію",
    lead: "Ми надішлемо посилання на вашу адресу. Підтримку зарахуємо, коли ви її підтвердите. Вашого прізвища не публікуємо.",
    name: "Імʼя та прізвище",
    nameHint: "Їх побачить лише людина, яка перевіряє пропозицію.",
    address: "Адреса",
    addressHint: "Вулиця, будинок і квартира. За нею видно, хто є також у паперовому списку.",
    email: "Адреса електронної пошти",
    emailHint: "Ми збережемо її лише як хеш, який стежить, щоб одна людина підтримала один раз.",
    submit: "Надіслати посилання",
    sent: "Перевірте пошту",
    sentTo: (email) => `Ми надіслали посилання на адресу ${email}. Воно діє 7 днів.`,
    sentHint: "Листа немає? Зачекайте кілька хвилин і перевірте папку зі спамом.",
    confirmTitle: (number) => `Підтримати пропозицію ${number}?`,
    confirm: "Підтримую пропозицію",
    done: "Підтримку зараховано",
    already: "Цю підтримку вже було зараховано. Одна людина підтримує пропозицію один раз.",
    closed: "Підтримки вже не збираємо: місто перевірило пропозицію формально.",
    toProject: "Переглянути пропозицію",
  },
  say: {
    "/name": "Введіть імʼя та прізвище.",
    "/address": "Введіть вулицю, будинок і квартиру.",
    "/email": "Введіть адресу електронної пошти у вигляді name@example.com.",
  },
};
