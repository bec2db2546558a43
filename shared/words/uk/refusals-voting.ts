import type { RefusalFacts } from "../../domain/refusals.ts";
import { formatsOf } from "../format.ts";
import type { VotingRefusalWords } from "../refusal-words.ts";
import { otherWaysSentence } from "./other-ways.ts";

const f = formatsOf("uk-UA");

const projects = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "проєкт", few: "проєкти", many: "проєктів", other: "проєкту" })}`;

const VOID_STATES = {
  proposed: "чекає на другу людину",
  accepted: "чекає на номер бюлетеня",
  voided: "бюлетень недійсний",
  declined: "закрито без змін",
} as const;

/** Where two keyings of a card differ. */
const place = (name: string): string =>
  name === "outcome"
    ? "чи дійсний голос і причина відхилення"
    : name === "person"
      ? "дані людини"
      : `список ${name}`;

/** Why a file is no table. */
const fileFault = (file: RefusalFacts["roll/file"]): string => {
  switch (file.says) {
    case "no-rows":
      return "У ньому немає рядків. Нічого не завантажено.";
    case "not-text":
      return "Це не файл CSV. Збережіть таблицю як CSV і надішліть її знову.";
    case "unclosed-quote":
      return `У рядку ${f.number(file.line)} відкрито лапки, яких ніхто не закрив.`;
    case "encoding":
      return `Кодування файла: ${file.encoding}. У рядку ${f.number(file.line)} байт ${f.number(file.byte)} не є в ньому жодною літерою.`;
    case "columns-missing":
      return `У першому рядку бракує заголовків: ${file.columns.join(", ")}. Допишіть їх або вкажіть ці стовпці.`;
    case "columns-twice":
      return `Ці заголовки є двічі: ${file.columns.join(", ")}.`;
  }
};

const PAPER_FILE_STATES = {
  reading: "його читають",
  read: "прочитаний, чекає на рішення",
  faulty: "має помилки",
  entering: "картки вводять",
  entered: "картки введено",
  dropped: "вилучений",
} as const;

export const votingRefusals: VotingRefusalWords = {
  "roll/rows": {
    title: "У списку є помилкові рядки",
    detail: ({ total }) =>
      `Нічого не завантажено. Виправте ${f.number(total)} ${f.plural(total, { one: "рядок", few: "рядки", many: "рядків", other: "рядка" })} і надішліть увесь список знову.`,
  },
  "roll/file": {
    title: "Цей файл не вдається прочитати",
    detail: (file) => fileFault(file),
  },
  "table/rows": {
    title: "У таблиці є помилкові рядки",
    detail: ({ total }) =>
      `Нічого не вписано. Виправте ${f.number(total)} ${f.plural(total, { one: "рядок", few: "рядки", many: "рядків", other: "рядка" })} і надішліть усе знову.`,
  },
  "table/repaired": {
    title: "Частину рядків виправлено",
    detail: ({ total }) =>
      `Ще нічого не вписано. Виправлених рядків: ${f.number(total)}. Перевірте їх і підтвердьте.`,
  },
  "table/unchanged": { title: "Таблиця нічого не змінює", detail: () => "Усі значення з таблиці вже діють." },
  "table/too-long": {
    title: "У таблиці забагато рядків",
    detail: ({ rows, most }) => `Рядків: ${f.number(rows)}. Їх може бути щонайбільше ${f.number(most)}.`,
  },
  "roll/reading": {
    title: "Файл ще читається",
    detail: () => "Зачекайте до кінця. Сторінка показує, скільки рядків уже прочитано.",
  },
  "roll/not-listed": {
    title: "Цієї людини немає у списку",
    detail: () => "Звірте дані з документом або бюлетенем. У списку виборців такої людини немає.",
  },
  "roll/birth-date": {
    title: "У списку інший день народження",
    detail: () =>
      "Звірте день народження і номер з документом або бюлетенем. У списку ця людина має інший день.",
  },
  "roll/missing": {
    title: "Немає списку виборців",
    detail: () => "Список виборців ще не завантажено.",
  },
  "voting/closed": {
    title: "Голосування не триває",
    detail: ({ opensAt, closesAt }) => {
      if (closesAt === null) return "Голосування ще не почалося.";
      return opensAt === null
        ? `Голосування закінчилося: ${f.deadline(closesAt)}.`
        : `Голосування почнеться: ${f.moment(opensAt)}. Закінчиться: ${f.deadline(closesAt)}.`;
    },
  },
  "voting/end-needs-two": {
    title: "Кінець голосування змінюють дві людини",
    detail: () =>
      "Пізніший кінець: оберіть продовження голосування. Раніший: перейдіть до наступного етапу. Одна людина пропонує, друга приймає.",
  },
  "voting/code": {
    title: "Код не збігається",
    detail: ({ triesLeft }) =>
      triesLeft > 0
        ? `Введіть код з останнього повідомлення. Залишилося спроб: ${f.number(triesLeft)}.`
        : "Цей код уже не дійсний. Замовте новий код.",
  },
  "voting/no-more-codes": {
    title: "Більше кодів не надішлемо",
    detail: ({ of, ways }) =>
      `${
        of === "contact"
          ? "До кінця голосування ми не надішлемо нового коду на цю адресу чи номер. Вкажіть іншу адресу електронної пошти або номер телефону."
          : "Із цими даними або з цієї мережі було забагато спроб. До кінця голосування нових спроб звідси вже не буде."
      }${otherWaysSentence(ways)}`,
  },
  "voting/guardian": {
    title: "Потрібна заява опікуна",
    detail: ({ belowAge }) =>
      `До ${f.number(belowAge)} років голосують з опікуном. Опікун підтверджує, що ним є й голосує разом із дитиною.`,
  },
  "statement/decided": {
    title: "Заяву вже розглянуто",
    detail: () => "Рішення ухвалено. Вдруге його не ухвалюють.",
  },
  "voting/already-voted": {
    title: "Голос уже віддано",
    detail: () => "Із цими даними вже віддано голос. Його не можна змінити чи повторити.",
  },
  "ballot/pool": {
    title: "Не той список",
    detail: ({ pool }) => `Список ${pool} не є вашим у цьому голосуванні.`,
  },
  "ballot/pool-twice": {
    title: "Список указано двічі",
    detail: ({ pool }) => `Список ${pool} указано двічі. Вкажіть кожен список один раз.`,
  },
  "ballot/project": {
    title: "Такого проєкту немає",
    detail: ({ project }) => `Проєкту ${project} немає в цьому списку.`,
  },
  "ballot/over-points": {
    title: "Забагато балів",
    detail: ({ given, allowed }) =>
      `В одному списку можна дати щонайбільше ${f.number(allowed)} б. У бюлетені ${f.number(given)} б.`,
  },
  "ballot/too-many-projects": {
    title: "Забагато проєктів",
    detail: ({ given, allowed }) => `Оберіть щонайбільше ${projects(allowed)}. Позначено ${f.number(given)}.`,
  },
  "ballot/too-few-points": {
    title: "Замало балів",
    detail: ({ given, allowed }) =>
      `Розподіліть у цьому списку ${f.number(allowed)} б. У бюлетені ${f.number(given)} б.`,
  },
  "ballot/too-few-projects": {
    title: "Замало проєктів",
    detail: ({ given, allowed }) => `Оберіть щонайменше ${projects(allowed)}. Позначено ${f.number(given)}.`,
  },
  "ballot/ranks": {
    title: "Місця не збігаються",
    detail: ({ places }) =>
      places === 1
        ? "Єдиний обраний проєкт має бути на місці 1."
        : `Оберіть кожне місце від 1 до ${f.number(places)} один раз.`,
  },
  "ballot/over-cost": {
    title: "Проєкти коштують забагато",
    detail: ({ givenGrosze, allowedGrosze }) =>
      `Обрані проєкти коштують разом ${f.money(givenGrosze)}. Можуть коштувати щонайбільше ${f.money(allowedGrosze)}.`,
  },
  "ballot/empty": {
    title: "Порожній бюлетень",
    detail: () => "Оберіть щонайменше один проєкт в одному зі списків.",
  },
  "ballot/incomplete": {
    title: "Бюлетень неповний",
    detail: ({ pool }) => `Заповніть усі списки. Список ${pool} порожній.`,
  },
  "point/in-use": {
    title: "Пункту не можна видалити",
    detail: ({ points }) => `Голосування триває. Залиште у списку пункти: ${points.join(", ")}.`,
  },
  "point/unexplained": {
    title: "Числа не збігаються",
    detail: ({ receipts, cards }) =>
      `Різниця: підтвердження ${f.number(receipts)}, бюлетені ${f.number(cards)}. Порахуйте ще раз або поясніть різницю.`,
  },
  "point/not-its-day": {
    title: "Цього дня пункт не працював",
    detail: ({ firstDay, lastDay }) =>
      `Голосування триває від ${f.date(firstDay)} до ${f.date(lastDay)}. Підпишіть один із цих днів, коли він настане.`,
  },
  "point/unsettled": {
    title: "Бюлетені ще не розглянуто",
    detail: ({ left }) => `На згоду двох людей чекають бюлетені: ${f.number(left)}. Потім підпишіть день.`,
  },
  "point/unsigned": {
    title: "Пункт ще не підписав дня",
    detail: () => "Спершу підписує людина з пункту, потім комісія.",
  },
  "point/signed": {
    title: "День уже підписали дві людини",
    detail: () => "День уже підписали дві людини, а числа не змінилися. Цих підписів не замінюють.",
  },
  "paper/no-card": {
    title: "Такого бюлетеня немає",
    detail: ({ cards }) => `Бюлетені цієї партії мають номери від 1 до ${f.number(cards)}.`,
  },
  "paper/not-taken": {
    title: "Без паперових бюлетенів",
    detail: () => "У цьому циклі на папері не голосують.",
  },
  "paper/too-late": {
    title: "Запізно для партії бюлетенів",
    detail: ({ endedAt }) => `Партії можна було реєструвати до: ${f.deadline(endedAt)}.`,
  },
  "paper/differs": {
    title: "Дві людини ввели бюлетень по-різному",
    detail: ({ in: places }) => `Звірте з бюлетенем: ${places.map(place).join(", ")}.`,
  },
  "paper/settled": {
    title: "Бюлетень уже розглянуто",
    detail: () => "Дві людини ввели його однаково. Змінити його не можна.",
  },
  "paper/correction-waits": {
    title: "Хтось запропонував іншу кількість бюлетенів",
    detail: () => "Виправлення чекає на другу людину. Потім закрий партію.",
  },
  "paper/unsettled": {
    title: "Партії ще не можна закрити",
    detail: ({ cards, left }) =>
      `У партії має бути бюлетенів: ${f.number(cards)}. Без згоди двох людей лишається: ${f.number(left)}.`,
  },
  "paper/closed": { title: "Партію закрито", detail: () => "Усі її бюлетені розглянуто." },
  "receipt/unknown": {
    title: "Такого підтвердження немає",
    detail: () => "У цьому голосуванні немає бюлетеня з таким підтвердженням. Перевірте кожен його знак.",
  },
  "paper/same-file": {
    title: "Цей файл уже надіслала інша особа",
    detail: ({ name }) => `Його надіслала особа: ${name}. Друга особа вводить картки сама, без копіювання.`,
  },
  "paper/not-yours": {
    title: "Це не ваш файл",
    detail: ({ name }) => `Про нього вирішує особа, яка його надіслала: ${name}.`,
  },
  "paper/file-state": {
    title: "З цим файлом цього зробити не можна",
    detail: ({ fileState }) => `Стан файлу: ${PAPER_FILE_STATES[fileState]}.`,
  },
  "paper/below-keyed": {
    title: "Ці бюлетені вже введено",
    detail: ({ highest }) => `Введено бюлетень ${f.number(highest)}. Вкажіть не менше число.`,
  },
  "count/key-wrong": {
    title: "Це не той ключ",
    detail: () => "Приватний ключ не підходить до ключа, яким закрито бюлетені.",
  },
  "void/no-marker": {
    title: "Ця людина не голосувала",
    detail: () => "У цьому циклі немає голосу цієї людини. Перевірте вказані дані.",
  },
  "void/no-ballot": {
    title: "Такого бюлетеня немає",
    detail: () => "В урні немає бюлетеня з таким номером. Перепишіть номер ще раз.",
  },
  "void/voided": {
    title: "Цей бюлетень уже недійсний",
    detail: () => "Недійсність цього бюлетеня визначило інше рішення. Перепишіть номер ще раз.",
  },
  "void/state": {
    title: "Ця справа вже далі",
    detail: ({ state }) => `Стан цієї справи: ${VOID_STATES[state]}.`,
  },
  "void/not-yours": {
    title: "Цю справу ведуть інші",
    detail: () => "Номер бюлетеня вводять дві людини: та, що подала справу, і та, що її прийняла.",
  },
  "void/names-differ": {
    title: "Номери різні",
    detail: () => "Друга людина ввела інший номер бюлетеня. Відкрийте звʼязок ще раз і введіть номер знову.",
  },
};
