import type { Partly } from "../../words/fallback.ts";
import { formatsOf } from "../../words/format.ts";
import type { ConsultationWords } from "./words.pl.ts";

const f = formatsOf("uk-UA");

const statuses: ConsultationWords["statuses"] = {
  prepared: "чернетка",
  announced: "оголошено",
  gathering: "збираємо зауваження",
  "report-due": "готуємо звіт",
  ended: "завершено",
  report: "звіт",
  effects: "результати",
  "taken-back": "скасовано",
};

/** What residents read; the office's pages are not in Ukrainian. */
export const uk: Omit<ConsultationWords, "office" | "acts" | "blockers"> & Partly<ConsultationWords> = {
  title: "Консультації",
  lead: "Що місто вирішує зараз і як ви можете висловити свою думку.",
  none: "Зараз немає жодних консультацій. Перегляньте зустрічі або поверніться пізніше.",
  meetings: "Переглянути зустрічі",
  statuses,
  states: statuses,
  until: {
    announced: (at) => `Оголошено: зауваження від ${f.moment(at)}`,
    gathering: (at, days) =>
      `Збираємо зауваження ${f.deadline(at)}. Залишилося: ${f.number(days)} ${f.plural(days, { one: "день", few: "дні", many: "днів", other: "дня" })}.`,
    reportDue: (at) => `Готуємо звіт ${f.deadline(at)}.`,
    late: (at) => `Звіт мав бути готовий ${f.deadline(at)}. Міська рада запізнюється.`,
    report: (at) => `Звіт оприлюднено: ${f.moment(at)}.`,
    effectsDue: (at) => `Результати: ${f.deadline(at)}.`,
  },
  kinds: {
    formal: ["Громадські консультації", "Формальні консультації з мешканцями."],
    ngo: [
      "Консультації з організаціями",
      "Консультації проєкту місцевого права з неурядовими організаціями.",
    ],
    planning: ["Консультації плану", "Консультації акта просторового планування."],
    dialogue: ["Діалог", "Розмова з мешканцями. Це не формальні консультації."],
  },
  forms: {
    online: "онлайн-форма",
    email: "електронна пошта",
    paper: "паперова форма",
    survey: "опитування",
    meeting: "зустріч",
    workshop: "майстерня",
    walk: "дослідницька прогулянка",
    "info-point": "інформаційний пункт",
  },
  channels: {
    bip: "Бюлетень публічної інформації",
    website: "сайт міської ради",
    press: "преса",
    "notice-board": "дошка оголошень",
    customary: "звичний для міста спосіб",
  },
  posting: { "at-once": "одразу, модерація після публікації", "after-look": "після перегляду модератором" },
  levels: {
    none: "без участі мешканців",
    told: "мешканців інформують",
    heard: "мешканців питають про думку",
    involved: "мешканці працюють над рішенням",
    together: "мешканці вирішують разом із містом",
  },
  citywide: "усе місто",
  dates: (startsAt, endsAt) => `${f.moment(startsAt)} – ${f.deadline(endsAt)}`,
  terms: {
    kind: "Вид",
    programme: "Програма",
    request: "Заявка мешканців",
    basis: "Підстава",
    dates: "Коли",
    territory: "Територія",
    streets: "Вулиці",
    audience: "Для кого",
    forms: "Як узяти участь",
    level: "Участь мешканців",
    contact: "Контакт",
    announced: "Оголошення",
  },
  decided: "Що потрібно вирішити",
  fixed: "Що змінити не можна",
  decider: "Хто вирішує",
  use: "Що буде із зауваженнями",
  outline: "Межі території",
  outlineDrawn: (corners) => `Малюнок: межі території, точок: ${f.number(corners)}.`,
  outlineOf: (corners) => `Контур має точок: ${f.number(corners)} (широта, довгота):`,
  documents: "Документи",
  noDocuments: "До цих консультацій немає документів.",
  version: (version, at) => `версія ${f.number(version)}, ${f.moment(at)}`,
  earlier: "Попередні версії",
  file: "Файл",
  isEarlier: "Це попередня версія документа.",
  latest: "Переглянути найновішу",
  paragraph: (number) => `Абзац ${f.number(number)}`,
  remarkOn: (number) => `Подати зауваження до абзацу ${f.number(number)}`,
  takenBack: {
    title: "Ці консультації скасовано",
    text: (at) => `Їх відкрили помилково. Скасовано: ${f.moment(at)}.`,
  },
  endedEarly: {
    title: "Консультації завершилися раніше",
    text: (planned) => `Вони мали тривати до цього часу: ${f.deadline(planned)}.`,
  },
  effectsHeading: "Результати",
  decidedOn: (day) => `Рішення від ${f.date(day)}.`,
  ways: {
    title: "Як узяти участь",
    kinds: { remarks: "зауваження", survey: "опитування", meetings: "зустрічі" },
    states: { "not-yet": "ще ні", open: "триває", over: "завершено" },
    when: {
      "not-yet": (startsAt, endsAt) => `Початок: ${f.moment(startsAt)}. Кінець: ${f.deadline(endsAt)}.`,
      open: (_, endsAt) => `Кінець: ${f.deadline(endsAt)}.`,
      over: (_, endsAt) => `Кінець: ${f.deadline(endsAt)}.`,
    },
    go: { remarks: "Подати зауваження", survey: "Переглянути опитування", meetings: "Переглянути зустрічі" },
    forms: (names) => `Форма: ${names}.`,
    audience: (who) => `Для кого: ${who}.`,
    columns: { name: "Спосіб участі", when: "Коли", count: "Участь" },
    count: {
      remarks: (count) =>
        `${f.number(count)} ${f.plural(count, { one: "зауваження", few: "зауваження", many: "зауважень", other: "зауваження" })}`,
      survey: (count) =>
        `${f.number(count)} ${f.plural(count, { one: "відповідь", few: "відповіді", many: "відповідей", other: "відповіді" })}`,
      meetings: (count, meetings) => `осіб: ${f.number(count)}, зустрічей: ${f.number(meetings)}`,
    },
  },
  meetingsHeading: "Зустрічі",
  noMeetings: (isOver) =>
    isOver ? "На цих консультаціях зустрічей не було." : "До цих консультацій зустрічей ще немає.",
  announcedOn: (channel, day) => `${channel}: ${f.date(day)}`,
  proof: "доказ",
};
