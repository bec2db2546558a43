import { formatsOf } from "../format.ts";
import type { Catalogue } from "../words.ts";
import { frame } from "./frame.ts";

const f = formatsOf("uk-UA");

const places = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "місце", few: "місця", many: "місць", other: "місця" })}`;

/** What residents read about meetings and their own sign-up. */
export const meetings: Catalogue["meetings"] = {
  title: "Зустрічі",
  lead: "Коли відбудуться зустрічі з мешканцями. Записатися можна без облікового запису.",
  none: "Немає зустрічей, які відповідають вибору.",
  filter: { district: "Район", all: "Усі райони", submit: "Показати зустрічі" },
  when: (startsAt, endsAt) => `${f.moment(startsAt)}–${f.time(endsAt)}`,
  left: (count, capacity) =>
    count === 0 ? "Вільних місць немає" : `Вільних місць: ${f.number(count)} з ${f.number(capacity)}`,
  waiting: (count) => `У списку очікування: ${f.number(count)}`,
  cancelled: "скасовано",
  over: "завершено",
  full: "список очікування",
  terms: {
    when: "Коли",
    where: "Де",
    accessibility: "Доступність",
    district: "Район",
    places: "Місця",
    closes: "Запис",
    seats: "Кількість людей",
  },
  agenda: "Програма",
  consultation: "Переглянути консультації, яких стосується зустріч",
  calendar: "Додати до календаря (файл ICS)",
  cancelledBox: { title: "Зустріч скасовано", reason: (reason) => `Причина: ${reason}` },
  closed: (at) => `Запис завершився: ${f.deadline(at)}.`,
  overBox: "Ця зустріч уже відбулася.",
  closes: (at) => frame.until(at),
  signup: {
    heading: "Запишіться",
    headingFull: "Запишіться до списку очікування",
    fullLead: (waiting) =>
      waiting === 0
        ? "Усі місця зайняті. Місце, яке звільниться, отримає перша людина зі списку."
        : `Усі місця зайняті. У списку очікування вже: ${f.number(waiting)}.`,
    name: "Імʼя та прізвище",
    email: "Адреса електронної пошти",
    emailHint: "Ми надішлемо на неї підтвердження з посиланням, за яким можна звільнити місце.",
    seats: "Скільки людей прийде",
    seatsHint: "Разом із вами, щонайбільше 4.",
    kept: "Дані видалимо через 30 днів після зустрічі.",
    submit: "Записатися",
    submitFull: "Записатися до списку очікування",
    say: {
      "/name": "Введіть імʼя та прізвище",
      "/email": "Введіть адресу електронної пошти у вигляді name@example.com",
      "/seats": "Оберіть, скільки людей прийде",
    },
  },
  result: {
    seatTitle: "Ви маєте місце на зустрічі",
    waitingTitle: "Ви у списку очікування",
    position: (place) => `Черга у списку: ${f.number(place)}`,
    mailed: "Ми надіслали листа з посиланням. За ним можна підтвердити запис або звільнити місце.",
    notComing: "Лист не надходить? Перевірте папку зі спамом або запишіться ще раз із тією самою адресою.",
    howWaiting:
      "Коли звільниться місце, його отримає перша людина зі списку, для якої місць досить. Ми напишемо одразу.",
    back: "Назад до зустрічі",
    seats: places,
  },
  link: {
    title: "Ваш запис на зустріч",
    seat: (seats) => `Ви маєте: ${places(seats)}.`,
    waiting: (place) => `Ви у списку очікування, ваша черга: ${f.number(place)}.`,
    confirmed: "Запис підтверджено. Чекаємо на вас.",
    notConfirmed: "Підтвердьте, що прийдете. Без підтвердження місце теж чекає на вас.",
    confirm: "Підтвердити, що прийду",
    cancel: "Звільнити місце",
    leave: "Виписатися зі списку",
    cancelHint: "Місце одразу отримає наступна людина. Скасувати це не можна.",
    gone: "Ви не маєте запису на цю зустріч",
    goneText: "Місце звільнено. Якщо є місця, можна записатися знову.",
    again: "Переглянути зустріч",
  },
};
