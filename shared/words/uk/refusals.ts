import { fewOf } from "../few-of.ts";
import { formatsOf } from "../format.ts";
import type { IssueWords, RefusalWords, RollWords } from "../refusal-words.ts";
import { blockers } from "./blockers.ts";
import { span } from "./frame.ts";
import { otherWaysSentence } from "./other-ways.ts";
import { phases } from "./phases.ts";
import { checkRefusals } from "./refusals-checks.ts";
import { consultationRefusals } from "./refusals-consultations.ts";
import { fileRefusals } from "./refusals-files.ts";
import { votingRefusals } from "./refusals-voting.ts";

const f = formatsOf("uk-UA");

const few = (names: readonly string[]): string => fewOf(names, (count) => `і ще ${count}`);

const phase = (name: string): string =>
  name in phases ? phases[name as keyof typeof phases].name.toLowerCase() : name;

const ROLES: Readonly<Record<string, string>> = {
  coordinator: "координація",
  verifier: "перевірка",
  unit: "міський підрозділ",
  moderator: "модерація",
  editor: "редакція",
  clerk: "пункт обслуговування",
  commission: "комісія",
  auditor: "аудит",
  admin: "адміністрація",
};

const SETTLED: Readonly<Record<string, string>> = {
  accepted: "прийнята",
  refused: "відхилена",
  withdrawn: "відкликана",
  replaced: "замінена новішою",
  overtaken: "застаріла, бо змінилося те, чого вона стосується",
};

const role = (name: string): string => ROLES[name] ?? name;

export const roll: RollWords = {
  columns: "Рядок має іншу кількість стовпців, ніж таблиця.",
  pesel: "Номер PESEL неправильний.",
  age: "Дата народження з номера PESEL неможлива.",
  name: "Бракує імені чи прізвища або в них недозволені знаки.",
  address: "Бракує адреси або в ній недозволені знаки.",
  digits: "Останні цифри номера PESEL – це чотири цифри.",
  surname: "Бракує дівочого прізвища матері або в ньому недозволені знаки.",
  district: "Такого району немає.",
  document: "Країна, вид або номер документа неправильні.",
  birthDate: "Дата народження неправильна або інша, ніж у номері PESEL.",
  duplicate: "Ця людина вже є в іншому рядку.",
  "digits-lost": "Таблиця обрізала цифри цього номера. Збережіть стовпець як текст.",
  text: "Бракує тексту або в ньому недозволені знаки.",
  number: "Це не ціле число.",
  email: "Це не електронна адреса.",
  ambiguous:
    "Документ або адреса з прізвищем і датою народження є і в іншому рядку. Невідомо, про кого йдеться.",
  nobody: "Немає даних, за якими можна когось упізнати.",
  reason: "Такої причини викреслення немає.",
  row: "Номер позиції помилковий або повторюється.",
  taken: "Під цим номером уже вписано іншу людину.",
  "district-twice": "Ця дільниця вже є в іншому рядку.",
  card: "Номер картки має бути числом від 1.",
  "card-twice": "Ця картка вже є в іншому рядку.",
  project: "Проєкту з таким номером немає у списку для голосування.",
  "project-twice": "Цей проєкт є в рядку двічі.",
  points: "Біля проєкту бракує кількості балів.",
  rejection: "Такої причини відхилення немає у списку.",
  outcome: "У рядку є і вибрані проєкти, і причина відхилення.",
  "yes-or-no": "Напишіть «так» або «ні».",
  role: "Такої ролі немає, або не вказано жодної.",
  unit: "Такого підрозділу немає.",
  "account-twice": "Цю адресу мають два облікові записи. Не відомо, про який ідеться.",
};

export const issues: IssueWords = {
  required: () => "Це поле обовʼязкове.",
  type: () => "Значення іншого типу, ніж потрібно.",
  unknown: () => "Такого поля ми не знаємо.",
  "too-short": (limit) => (limit === "1" ? "Це поле обовʼязкове." : `Напишіть щонайменше ${limit} зн.`),
  "too-long": (limit) => `Скоротіть текст до ${limit} зн.`,
  "too-small": (limit) => `Введіть число не менше ніж ${limit}.`,
  "too-big": (limit) => `Введіть число не більше ніж ${limit}.`,
  "too-early": (limit) => `Вкажіть день не раніше ніж ${f.date(limit)}.`,
  begun: (limit) => `Це триває від ${f.date(limit)}, і цей день не зміниться.`,
  "too-late": (limit) => `Вкажіть день не пізніше ніж ${f.date(limit)}.`,
  "too-few": (limit) => `Замало позицій у цьому списку. Щонайменше: ${limit}.`,
  "too-many": (limit) => `Забагато позицій у цьому списку. Щонайбільше: ${limit}.`,
  format: () => "Запис має інший вигляд, ніж потрібно.",
  choice: (limit) => (limit ? `Оберіть одне зі значень: ${limit}.` : "Оберіть одне з наведених значень."),
  duplicate: () => "Те саме поле вказано двічі.",
  text: (_, at) =>
    at
      ? `Видаліть невидимий знак ${at.called}. Він стоїть у рядку ${at.line}, знак ${at.character}.`
      : "Видаліть із тексту знаки, які неможливо показати.",
  stacked: (_, at) =>
    `Видаліть зайві знаки при одній літері${at ? `: рядок ${at.line}, знак ${at.character}` : ""}.`,
  unseen: () => "Введіть хоча б одну літеру або цифру, яку видно.",
  name: (_, at) =>
    `${at ? `Виправте знак ${at.character}. ` : ""}В імені та прізвищі можуть бути літери, пробіли, дефіси, крапки й апострофи.`,
  street: (_, at) =>
    `${at ? `Виправте знак ${at.character}. ` : ""}В адресі можуть бути літери, цифри, пробіли, дефіси, крапки, коми, скісні риски, дужки й апострофи.`,
  "pesel-length": () => "PESEL має 11 цифр.",
  "pesel-check": () => "Перевірте PESEL: якась цифра не збігається.",
  "pesel-age": () => "Перевірте PESEL: дата народження в ньому неможлива.",
  country: () => "Вкажіть країну кодом із двох або трьох літер, наприклад UA.",
  "document-number": () => "Введіть номер документа: лише цифри й латинські літери, від 4 до 20.",
  "document-pesel": () => "У польському паспорті та посвідченні є номер PESEL. Вкажіть цей номер.",
  "birth-date": () => "Введіть день, місяць і рік народження, наприклад 14.05.1990.",
  "birth-age": () => "Перевірте дату народження: така неможлива.",
  contact: () => "Введіть адресу на зразок nazwa@domena.pl або номер мобільного телефону, 9 цифр.",
  phone: () => "Введіть польський номер мобільного телефону, 9 цифр.",
  "phone-abroad": () => "Ми не надсилаємо SMS на номери поза Польщею. Вкажіть адресу електронної пошти.",
  money: () => "Введіть суму в злотих, наприклад 12 500,00.",
  "money-twofold": (limit) =>
    `Незрозуміло, скільки це злотих. Введіть ${f.number(Number(limit))} або суму з двома цифрами після коми.`,
  "money-decimals": () => "Введіть після коми щонайбільше дві цифри.",
  "agenda-line": () =>
    "Введіть час, пункт програми і після знака | хто говорить: 17:05 Плани парку | Анна Новак.",
  point: () => "Введіть координати, наприклад 50.2683, 19.0419, або вставте адресу з мапи.",
  "point-link": () => "У цій адресі немає координат. Відкрийте її та скопіюйте їх із мапи.",
  "point-swapped": (limit) => `Поміняйте числа місцями. Широта стоїть першою: ${limit}.`,
  "point-abroad": () => "Виправте координати. Ця точка лежить поза Польщею.",
  moment: () => "Введіть дату й час у вигляді 2027-09-23 17:00.",
  gap: () => "Такої години немає: тієї ночі годинники переводять уперед. Введіть інший час.",
  overlap: () => "Ця година буває двічі: тієї ночі годинники переводять назад. Введіть інший час.",
  asks: (limit) => `Цей спосіб потребує всіх цих даних: ${limit}.`,
  kept: (limit) => `Такого строку система не дотримає. Тут може бути: ${limit}.`,
  email: () => "Введіть адресу електронної пошти у вигляді назва@домен.pl.",
  "email-name": (_, at) =>
    `${at ? `Виправте знак ${at.character} адреси. ` : ""}Перед @ можуть бути літери від a до z, цифри, крапки, дефіси та підкреслення.`,
  "email-dots": () => "Видаліть з адреси зайву крапку: вона стоїть поруч з іншою або скраю.",
  "email-long": (limit) => `Скоротіть адресу. Перед @ вміщається щонайбільше ${limit} зн.`,
  "email-domain": () => "Виправте те, що стоїть після @. Введіть домен, наприклад poshta.ua.",
  "name-alphabets": () => "Виправте імʼя або прізвище. Літери — з двох схожих абеток.",
  "email-alphabets": () => "Виправте те, що стоїть після @. Літери — з двох схожих абеток.",
  "end-before-start": () => "Кінець має бути пізніше за початок.",
};

export const refusals: RefusalWords = {
  "request/malformed": {
    title: "Запит неможливо прочитати",
    detail: () => "Вміст запиту записано неправильно.",
  },
  "request/not-valid": {
    title: "Виправте форму",
    detail: ({ more }) =>
      more === 0
        ? "Деякі поля треба виправити."
        : `Деякі поля треба виправити. Показуємо перші з них; інших помилок: ${f.number(more)}.`,
  },
  "request/too-large": {
    title: "Запит завеликий",
    detail: ({ limitBytes }) => `Вміст може мати щонайбільше ${f.number(limitBytes)} байтів.`,
  },
  "request/too-many-values": {
    title: "У запиті забагато полів",
    detail: ({ limit }) => `Вміст може мати щонайбільше ${f.number(limit)} полів і значень.`,
  },
  "request/method": {
    title: "Так не можна",
    detail: ({ allowed }) => `Ця адреса приймає лише: ${allowed}.`,
  },
  "request/media-type": {
    title: "Інший тип вмісту",
    detail: ({ expected }) => `Надішліть вміст як ${expected}.`,
  },
  "request/not-acceptable": {
    title: "Такого вигляду немає",
    detail: () => "Цього ресурсу немає в потрібному вигляді.",
  },
  "request/key-missing": {
    title: "Бракує ключа повторень",
    detail: () => "Додайте заголовок Idempotency-Key: щонайменше 128 випадкових бітів.",
  },
  "request/key-reused": {
    title: "Ключ повторень використано знову",
    detail: () => "Цей Idempotency-Key уже використано з іншим вмістом.",
  },
  "request/too-many": {
    title: "Забагато спроб",
    detail: ({ retryAfterSeconds, ways }) =>
      `Спробуйте знову через ${span(retryAfterSeconds)}.${otherWaysSentence(ways)}`,
  },
  "request/precondition-missing": {
    title: "Бракує версії",
    detail: () => "Додайте заголовок If-Match із версією, яку змінюєте.",
  },
  "request/changed-since": {
    title: "Хтось змінив цей запис",
    detail: () => "Завантажте запис ще раз і повторіть зміну.",
  },
  "request/foreign-origin": {
    title: "Форма з іншого сайту",
    detail: () => "Надішліть форму зі сторінки міста.",
  },
  "request/round-the-front": {
    title: "Це не адреса сайту",
    detail: ({ siteUrl }) => `Сайт має адресу ${siteUrl}.`,
  },

  "identity/missing": { title: "Увійдіть", detail: () => "Це місце лише для тих, хто увійшов." },
  "identity/expired": { title: "Сесія завершилася", detail: () => "Час сесії минув. Почніть спочатку." },
  "identity/role": {
    title: "Немає повноважень",
    detail: ({ needed }) => `Це може зробити лише роль: ${needed.map(role).join(", ")}.`,
  },
  "identity/same-person": {
    title: "Потрібна друга людина",
    detail: () => "Ці дві дії мають виконати дві різні людини.",
  },
  "identity/own-proposal": {
    title: "Оцінює хтось інший",
    detail: () => "Це ваша заявка або ви її співавтор. Її оцінить хтось інший.",
  },

  "pending/settled": {
    title: "Цю пропозицію вже вирішено",
    detail: ({ state }) => `Стан пропозиції: ${SETTLED[state] ?? state}.`,
  },
  "pending/waits": {
    title: "Це вже чекає на другу людину",
    detail: ({ name, until }) => `Пропонує ${name}. Інша людина може прийняти це до ${f.moment(until)}.`,
  },
  "letter/done": { title: "Цим уже хтось зайнявся", detail: () => "Подивись, що зроблено з цим листом." },
  "letter/deleted": {
    title: "Цього листа вже немає",
    detail: () => "Його строк минув. Повідом інакше й познач, що справу вирішено.",
  },
  "pending/lapsed": {
    title: "Строк цієї пропозиції минув",
    detail: ({ lapsedAt }) => `Її можна було прийняти до ${f.moment(lapsedAt)}. Подайте нову.`,
  },
  "pending/not-yours": {
    title: "Це не ваша пропозиція",
    detail: () => "Відкликати пропозицію може лише автор. Ви можете її відхилити.",
  },

  "staff/changing": {
    title: "Облікові записи ще змінюються",
    detail: () => "Облікові записи читаються кожні кілька хвилин. Спробуй ще раз за мить.",
  },
  "staff/own-role": {
    title: "Ніхто не дає ролі собі",
    detail: ({ roles }) => `Ця таблиця дає тобі роль: ${roles.join(", ")}. Нехай це зробить хтось інший.`,
  },
  "staff/too-few-admins": {
    title: "Замало людей з роллю адміністратора",
    detail: ({ admins }) =>
      `Щоб змінювати облікові записи, потрібні дві людини з цією роллю. Одна з них має мати її вже сьогодні. Залишаються: ${admins.join(", ") || "ніхто"}.`,
  },
  "person/has-account": {
    title: "Ця людина має відкритий обліковий запис",
    detail: () => "Спершу закрий обліковий запис у системі входу, потім вилучи людину зі списку.",
  },

  "unit/not-empty": {
    title: "Підрозділ не порожній",
    detail: ({ units, people, work }) =>
      [
        ...(units.length > 0 ? [`Спершу перенеси з нього підрозділи: ${few(units)}.`] : []),
        ...(people.length > 0 ? [`Спершу перенеси з нього людей: ${few(people)}.`] : []),
        ...(work > 0 ? [`Завдання, що в ньому чекають: ${f.number(work)}.`] : []),
      ].join(" "),
  },

  "thing/not-found": { title: "Такої сторінки немає", detail: () => "Ми не знайшли того, що ви шукаєте." },
  "thing/gone": { title: "Цього вже немає", detail: () => "Цей запис видалено." },
  "act/wrong-state": {
    title: "Не в цьому стані",
    detail: ({ state }) => `У цьому стані цього не можна зробити: ${state}.`,
  },
  "act/blocked": { title: "Ще не можна", detail: ({ reason }) => reason },
  "service/try-again": {
    title: "Спробуйте за мить",
    detail: () => "Сервіс зараз зайнятий. Зробіть те саме ще раз.",
  },

  "cycle/wrong-phase": {
    title: "Це не той етап",
    detail: ({ phase: now, needed }) =>
      `Зараз триває етап: ${phase(now)}. Це можливо на етапі: ${needed.map(phase).join(", ")}.`,
  },
  "cycle/move-not-allowed": {
    title: "Такий перехід неможливий",
    detail: ({ from, to }) => `З етапу «${phase(from)}» не можна перейти до етапу «${phase(to)}».`,
  },
  "cycle/blocked": {
    title: "Далі перейти не можна",
    detail: ({ blockers: list }) => list.map((blocker) => blockers[blocker.what](blocker)).join(" "),
  },
  "cycle/locked": {
    title: "Правила закрито",
    detail: ({ phase: now }) => `На етапі «${phase(now)}» цього вже не можна змінити.`,
  },
  "cycle/calendar": {
    title: "Календар не збігається",
    detail: ({ phase: name, problem }) =>
      ({
        order: `Етап «${phase(name)}» має закінчуватися після початку й іти після попереднього.`,
        past: `Новий кінець етапу «${phase(name)}» у минулому.`,
        gap: `Такої години немає: тієї ночі годинники переводять уперед (етап «${phase(name)}»).`,
        "not-later": "Новий кінець має бути пізніше за теперішній.",
        overlap: `Така година буває двічі: тієї ночі годинники переводять назад (етап «${phase(name)}»).`,
      })[problem],
  },

  "project/elsewhere": {
    title: "Точка лежить деінде",
    detail: ({ district }) =>
      district === null
        ? "Ця точка лежить поза містом. Виправте координати або залиште поле порожнім."
        : `Ця точка лежить не на території вибраного пулу, а ближче до: ${district}. Змініть пул або виправте координати.`,
  },
  "project/over-cap": {
    title: "Проєкт задорогий",
    detail: ({ capGrosze }) => `Вартість може бути щонайбільше ${f.money(capGrosze)}.`,
  },
  "project/state": {
    title: "Це не той стан пропозиції",
    detail: () => "У теперішньому стані пропозиції цього зробити не можна.",
  },
  "project/call-closed": {
    title: "Подання пропозицій не триває",
    detail: ({ opensAt, closesAt }) =>
      opensAt
        ? `Подання пропозицій почнеться: ${f.moment(opensAt)}.`
        : closesAt
          ? `Подання пропозицій закінчилося: ${f.deadline(closesAt)}.`
          : "Строк подання пропозицій ще не визначено.",
  },
  "project/number-taken": {
    title: "Цей номер зайнято",
    detail: ({ number }) => `Номер ${number} уже має інша пропозиція. Вдруге номера не надаємо.`,
  },
  "project/by-call": {
    title: "Проєкти тут походять із пропозицій",
    detail: () =>
      "Ця процедура приймає пропозиції. Проєкт потрапляє до списку лише з пропозиції, після її перевірки.",
  },
  "key/not-proved": {
    title: "Це доказ іншого ключа",
    detail: () => "Візьміть виклик для цього ключа і для вас. Вставте те, що виведе команда.",
  },
  "project/own-support": {
    title: "Це ваша пропозиція",
    detail: () => "Власну пропозицію можуть підтримати лише інші люди.",
  },
  "project/already-supported": {
    title: "Ви вже підтримали цю пропозицію",
    detail: () => "Одна людина може підтримати пропозицію один раз.",
  },
  "project/supporters": {
    title: "Бракує підтримки",
    detail: ({ supporters, asked }) =>
      asked === null
        ? `Невідомо, скільки людей має підтримати пропозицію: у редакції немає кількості мешканців цього пулу. Підтверджена підтримка: ${f.number(supporters)}. Формальна оцінка не може бути позитивною.`
        : `Підтверджена підтримка: ${f.number(supporters)} з ${f.number(asked)} потрібних. Якщо їх менше, формальна оцінка не може бути позитивною.`,
  },

  ...consultationRefusals,
  ...fileRefusals,
  ...checkRefusals,
  ...votingRefusals,
  "results/not-published": {
    title: "Результатів ще немає",
    detail: ({ expectedAt }) =>
      expectedAt
        ? `Результати оголосимо: ${f.moment(expectedAt)}.`
        : "Результати оголосимо після підрахунку голосів.",
  },

  "meeting/closed": {
    title: "Запис закрито",
    detail: ({ closedAt }) => `Запис закінчився: ${f.deadline(closedAt)}.`,
  },
  "meeting/cancelled": {
    title: "Зустріч скасовано",
    detail: () => "Цієї зустрічі не буде. Запис закрито.",
  },
  "meeting/over": {
    title: "Зустріч уже відбулася",
    detail: ({ endedAt }) => `Зустріч закінчилася: ${f.moment(endedAt)}.`,
  },
  "meeting/below-taken": {
    title: "Стільки місць уже зайнято",
    detail: ({ taken }) => `Зайнято місць: ${f.number(taken)}. Вкажіть не менше.`,
  },
  "meeting/list-full": {
    title: "Список очікування повний",
    detail: () => "На цю зустріч більше не записуємо. Оберіть іншу зустріч.",
  },
};
