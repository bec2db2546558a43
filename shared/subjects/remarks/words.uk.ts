import type { Partly } from "../../words/fallback.ts";
import { formatsOf } from "../../words/format.ts";
import type { RemarkWords } from "./words.pl.ts";

const f = formatsOf("uk-UA");
const remarks = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "зауваження", few: "зауваження", many: "зауважень", other: "зауваження" })}`;

/** What residents read; the office's pages are not in Ukrainian. */
export const uk: Omit<RemarkWords, "office" | "acts" | "blockers" | "states"> & Partly<RemarkWords> = {
  title: "Зауваження",
  of: (subject) => `Зауваження: ${subject}`,
  verdicts: {
    accepted: "враховано",
    partly: "враховано частково",
    rejected: "не враховано",
    "out-of-scope": "поза темою",
  },
  origins: { online: "через інтернет", paper: "на папері", mail: "поштою", oral: "усно" },
  waiting: "чекає на рішення",
  count: remarks,
  undecided: (count) => `Без рішення: ${remarks(count)}.`,
  none: "Ще ніхто не подав зауваження.",
  noneSuch: "Таких зауважень немає.",
  see: "Переглянути зауваження",
  write: "Подати зауваження",
  file: "Завантажити зауваження (CSV)",
  filter: "Показати",
  all: "усі",
  more: "Наступні зауваження",
  number: (number) => `Зауваження № ${f.number(number)}`,
  anonymous: "анонімно",
  whole: "усе загалом",
  paragraph: (title, version, paragraph) =>
    `${title}, версія ${f.number(version)}, абзац ${f.number(paragraph)}`,
  place: (place) => `місце: ${place}`,
  answer: "Відповідь міської ради",
  columns: {
    number: "Номер",
    on: "Дата",
    origin: "Як надійшло",
    about: "Чого стосується",
    text: "Зміст",
    verdict: "Рішення",
    reason: "Обґрунтування",
  },
  form: {
    title: "Подати зауваження",
    lead: "Обліковий запис не потрібен. На адресу прийде посилання для підтвердження.",
    about: (what) => `Зауваження стосується: ${what}`,
    text: "Ваше зауваження",
    place: "Місце, якого воно стосується",
    placeHint:
      "Наприклад 50.2683, 19.0419 або адреса з карти. Залиште порожнім, якщо зауваження про все загалом.",
    name: "Імʼя та прізвище або назва",
    isPlaceMeant: "Місце лежить поза територією консультацій. Так і має бути",
    isPlaceMeantHint: "Позначте, лише якщо зауваження стосується місця поза межами.",
    isNameShown: "Показати назву біля зауваження",
    isNameShownHint: "Без цього біля зауваження стоїть «анонімно».",
    email: "E-mail",
    emailHint: "Сюди прийде посилання, а після звіту відповідь. Адресу бачить лише міська рада.",
    letterSource: (source) => `Поля листа: ${source}.`,
    privacy: "Дані з форми видаляємо за рік після звіту. Текст зауваження відкритий.",
    submit: "Надіслати",
    closed: "Зараз ми не збираємо зауважень через інтернет.",
  },
  sent: {
    title: "Підтвердьте адресу",
    text: "Посилання вже в дорозі на вказану адресу. Відкрийте його протягом тижня і підтвердьте.",
    notYet: "Без підтвердження ми видалимо те, що було у формі.",
  },
  link: {
    title: "Підтвердьте, що це ваше зауваження",
    submit: "Підтверджую зауваження",
    notYou: "Це не ви? Нічого не робіть. Через тиждень ми все видалимо.",
    saved: (number) => `Зауваження № ${f.number(number)} збережено`,
    savedText: "Його видно у списку. Відповідь прийде на e-mail після оприлюднення звіту.",
  },
  report: {
    title: "Звіт про консультації",
    see: "Переглянути звіт",
    numbers: "Числа",
    course: "Перебіг",
    conclusions: "Висновки",
    table: "Усі зауваження",
    byVerdict: "Рішення",
    byOrigin: "Як надійшли",
    total: "Разом",
    count: "Кількість зауважень",
    issued: (day) => `Звіт від ${f.date(day)}.`,
  },
  faults: {
    name: "Цей вид консультацій вимагає імені та прізвища або назви.",
    paragraph: "Такого абзацу немає.",
    cited: (number) => `Зауваження № ${f.number(number)} немає.`,
    future: "Цей день ще не настав.",
  },
  letters: {
    confirm: (subject) => ({
      subject: "Підтвердьте своє зауваження",
      first: `Зауваження до консультацій: ${subject}.`,
      parts: [
        "Відкрийте посилання і натисніть кнопку протягом тижня. Лише тоді зауваження потрапить до списку.",
        "Не знаєте про нього? Нічого не робіть, через тиждень ми його видалимо.",
      ],
      button: "Підтвердити зауваження",
      why: "Ви отримали цей лист, бо хтось указав цю адресу біля зауваження.",
    }),
    answered: (subject, lines) => ({
      subject: "Відповідь на ваші зауваження",
      first: `Оприлюднено звіт про консультації: ${subject}.`,
      parts: [...lines],
      button: "Переглянути звіт",
      why: "Ви отримали цей лист, бо з цієї адреси подано зауваження.",
    }),
    line: (number, verdict, reason) => `Зауваження № ${f.number(number)}: ${verdict}. ${reason}`,
  },
};
