import type { WhenAndWhere } from "../../domain/meeting/meeting.ts";
import { doorCodeOf } from "../../domain/meeting/signup.ts";
import { formatsOf } from "../format.ts";
import type { LetterTexts } from "../letter-words.ts";
import { frame } from "./frame.ts";

const f = formatsOf("uk-UA");

type Texts = Pick<
  LetterTexts,
  | "meeting/confirm"
  | "meeting/seat"
  | "meeting/waiting"
  | "meeting/moved-up"
  | "meeting/changed"
  | "meeting/cancelled"
>;

const when = ({ startsAt, endsAt }: WhenAndWhere): string => `${f.moment(startsAt)}–${f.time(endsAt)}`;

const where = ({ place }: WhenAndWhere): string => `${place.name}, ${place.address}`;

const seatsOf = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "місце", few: "місця", many: "місць", other: "місця" })}`;

const details = ({
  event,
  accessibility,
  seats,
  signupId,
  position,
}: Parameters<Texts["meeting/seat"]>[0]) => ({
  items: [
    `Зустріч: ${event.title}`,
    `Час: ${when(event)}`,
    `Адреса: ${where(event)}`,
    `Запис: ${seatsOf(seats)}`,
    ...(accessibility === null ? [] : [`Доступність: ${accessibility}`]),
    ...(signupId === undefined
      ? []
      : [`Номер запису: ${signupId}`, `Код для входу: ${doorCodeOf(signupId)}`]),
    ...(position === undefined ? [] : [`Черга: ${position}`]),
  ],
});

const why = "Ви отримали цей лист, бо цю адресу вказано в записі на зустріч.";
const calendar = "У вкладенні є запис для календаря.";
const giveBack = "Не можете прийти? Звільніть місце. Його отримає наступна людина зі списку очікування.";

export const meetingLetters: Texts = {
  "meeting/confirm": ({ until, ...facts }) => ({
    subject: `Підтвердьте запис на зустріч ${f.shortDay(facts.event.startsAt)}`,
    first: `Підтвердьте запис ${frame.until(until)}.`,
    parts: [
      "Ви ще не маєте місця на зустрічі. Ви отримаєте його, коли підтвердите запис. Важливий порядок підтверджень.",
      details(facts),
    ],
    button: "Підтвердити запис",
    why: `${why} Якщо це не ви, нічого не робіть.`,
  }),
  "meeting/seat": (facts) => ({
    subject: `Вас записано на зустріч ${f.shortDay(facts.event.startsAt)}`,
    first: `Ви маєте місце на зустрічі: ${when(facts.event)}.`,
    parts: ["Ось подробиці запису:", details(facts), giveBack, calendar],
    button: "Переглянути або звільнити місце",
    why,
  }),
  "meeting/waiting": (facts) => ({
    subject: `Список очікування: зустріч ${f.shortDay(facts.event.startsAt)}`,
    first: "Ви у списку очікування.",
    parts: [
      "Усі місця на зустрічі зайняті. Коли хтось звільнить місце, його отримає наступна людина зі списку. Тоді ми вам напишемо.",
      details(facts),
      "Теперішню чергу видно за цим посиланням. Там само можна виписатися зі списку.",
    ],
    button: "Переглянути місце у списку",
    why,
  }),
  "meeting/moved-up": (facts) => ({
    subject: `Ви маєте місце на зустрічі ${f.shortDay(facts.event.startsAt)}`,
    first: `Звільнилося місце: ${when(facts.event)}.`,
    parts: ["Тепер ви маєте місце на зустрічі й уже не чекаєте.", details(facts), giveBack, calendar],
    button: "Переглянути або звільнити місце",
    why,
  }),
  "meeting/changed": ({ before, ...facts }) => ({
    subject: `Зміна зустрічі ${f.shortDay(before.startsAt)}`,
    first: `Новий час або адреса: ${when(facts.event)}.`,
    parts: [
      "Ми змінили зустріч, на яку є запис із цією адресою.",
      { items: [...details(facts).items, `До зміни: ${when(before)}, ${where(before)}`] },
      "Запис залишається чинним. Якщо зміна вам не підходить, звільніть місце.",
      calendar,
    ],
    button: "Переглянути або звільнити місце",
    why,
  }),
  "meeting/cancelled": ({ event, reason }) => ({
    subject: `Скасовано зустріч ${f.shortDay(event.startsAt)}`,
    first: `Зустріч скасовано: ${when(event)}.`,
    parts: [
      `Зустріч «${event.title}» не відбудеться.`,
      `Причина: ${reason}`,
      "Вам не потрібно нічого робити. Запис у вкладенні прибере зустріч із календаря.",
    ],
    button: "Переглянути інші зустрічі",
    why,
  }),
};
