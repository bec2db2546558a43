/** Lists that the office announces, as pages and as documents. */
export const lists = {
  title: "Списки управління",
  none: "Управління ще не оголосило жодного списку.",
  all: "Усі списки цього циклу",
  files: "Файли",
  names: {
    formal: "Список після формальної оцінки",
    merit: "Список після змістовної оцінки",
    appeals: "Список після скарг",
    withdrawn: "Відкликані пропозиції",
    merged: "Пропозиції, обʼєднані з іншими",
    ballot: "Список проєктів у бюлетені",
  },
  about: {
    formal: (edition: string): string =>
      `Результати формальної оцінки: ${edition}. Біля кожного негативного результату стоїть причина.`,
    merit: (edition: string): string =>
      `Результати змістовної оцінки: ${edition}. Біля кожного негативного результату стоїть причина.`,
    appeals: (edition: string): string =>
      `Результати розгляду скарг: ${edition}. Біля кожної стоїть причина.`,
    withdrawn: (edition: string): string =>
      `Пропозиції, які відкликано: ${edition}. Про них уже ніхто не вирішує.`,
    merged: (edition: string): string =>
      `Пропозиції, які увійшли до інших: ${edition}. Біля кожної стоїть номер спільної пропозиції.`,
    ballot: (edition: string): string =>
      `За цей список голосують мешканці: ${edition}. Проєкти стоять у порядку бюлетеня.`,
  },
  number: (version: number, edition: string): string => `список ${version}/${edition}`,
  projects: "Кількість проєктів",
  cost: "Вартість усіх проєктів",
  withdrawn: "Відкликані проєкти",
  withdrawnOn: (day: string, reason?: string): string =>
    reason === undefined ? `відкликано ${day}` : `відкликано ${day}: ${reason}`,
  leftOut: {
    title: "Відкликані й обʼєднані пропозиції",
    withdrawn: "Відкликані пропозиції",
    mergedCount: "Пропозиції, обʼєднані з іншими",
    merged: (day: string, into?: string): string =>
      into === undefined ? `обʼєднано ${day} з іншою пропозицією` : `обʼєднано ${day} з пропозицією ${into}`,
  },
  retracted: "скасовано",
  retractedOn: (day: string, reason: string): string =>
    `Управління скасувало цей список ${day}. Причина: ${reason}`,
  published: { act: "Номер акта", on: "Опубліковано", by: "Хто опублікував" },
  template: "Зразок текстів",
  basic: "основний",
  made: "Створено",
  madeBy: "За дорученням",
  byCalendar: "нічиїм, у термін із календаря",
  order: {
    title: "Порядок у бюлетені",
    drawn: "вилосуваний із зерна",
    seed: "Зерно",
    digest: "Дайджест зерна (SHA-256), оголошений на початку циклу",
    check:
      "Порядок може перевірити кожен. Дайджест зерна має бути таким, як оголошено. Жереб проєкту — це SHA-256 із зерна, знака нового рядка та ідентифікатора проєкту з файлу JSON. У кожному списку перший — найменший жереб. Те саме рахує команда «npm run verify» з файлом JSON.",
  },
  total: "Разом",
  columns: {
    number: "Номер",
    title: "Назва",
    cost: "Вартість",
    note: "Примітка",
    result: "Результат",
    reason: "Причина",
    stage: "Скарга на",
  },
  results: {
    accepted: "позитивний",
    rejected: "негативний",
    upheld: "задоволено",
    dismissed: "відхилено",
  },
  stages: { formal: "формальну оцінку", merit: "змістовну оцінку" },
  versions: "Версії цього списку",
  shown: "ця версія",
  newer: (version: string): string => `Є новіша версія цього списку: ${version}.`,
  feed: "Стежити за списками в читачі (Atom)",
  feedTitle: (office: string): string => `Списки: ${office}`,
  register: {
    title: "Реєстр змін",
    none: "Це перша версія списку.",
    same: "Ця версія не змінює жодного рядка.",
    caption: (version: string): string => `Що змінює версія ${version}`,
    columns: {
      version: "Версія",
      at: "Коли",
      number: "Номер",
      title: "Назва",
      change: "Зміна",
      before: "Було",
      after: "Є",
    },
    what: {
      added: "додано",
      removed: "вилучено",
      withdrawn: "відкликано",
      restored: "повернено",
      changed: "змінено",
    },
    fields: { pool: "список", number: "номер", title: "назва", costGrosze: "вартість" },
  },
  formats: {
    json: "дані (JSON)",
    csv: "таблиця (CSV)",
    ods: "аркуш (ODS)",
    docx: "текст для редагування (DOCX)",
    pdf: "документ (PDF)",
    html: "сторінка для друку (HTML)",
    zip: "пакет для публічного бюлетеня: усі файли та реєстр змін (ZIP)",
  },
};
