import type { ProposalLetters } from "../../domain/project/letter-facts.ts";
import { formatsOf } from "../format.ts";
import type { LetterPart, LetterTexts } from "../letter-words.ts";
import { cameBy } from "./came-by.ts";
import { frame } from "./frame.ts";
import { proposalForm } from "./proposal-form.ts";

const f = formatsOf("uk-UA");

const labels: Readonly<Record<string, { readonly label: string } | undefined>> = proposalForm.fields;
const labelsOf = (fields: readonly string[]): string =>
  fields.map((field) => labels[field]?.label ?? field).join(", ");

const MERGE_ENDS: Readonly<Record<ProposalLetters["proposal/merge-ended"]["why"], string>> = {
  refused: "Один з авторів відмовився.",
  lapsed: "Не всі автори відповіли вчасно.",
  "taken-back": "Управління відмовилося від обʼєднання.",
  withdrawn: "Одну з пропозицій відкликано.",
};

const whyOf = (number: string): string =>
  `Ви отримали цей лист, бо цю адресу вказано в пропозиції ${number}.`;

const unlessYou = "Якщо це не ви, нічого не робіть.";

/** Until when, and where, a decision against a proposal is contested. */
const appealBy = (until: string): LetterPart =>
  `Скаргу можна подати ${frame.until(until)}: на сторінці пропозиції або в управлінні на папері.`;
/** Where a decision against a proposal is questioned. */
const question: LetterPart = "Маєте запитання або не погоджуєтеся? Дайте відповідь на цей лист.";
export const proposalLetters: Pick<LetterTexts, keyof ProposalLetters> = {
  "proposal/start": ({ until, code, isClosed = false }) => ({
    subject: isClosed ? "Ваше посилання на подані пропозиції" : "Ваше посилання на форму пропозиції",
    first: `Посилання діє ${frame.until(until)}.`,
    parts: [
      isClosed
        ? "За цим посиланням є пропозиції, що надійшли до управління з цієї адреси."
        : "За цим посиланням ви напишете й подасте пропозицію до Громадського бюджету.",
      "Нікому не передавайте посилання: хто його має, пише від вашого імені.",
      ...(code === undefined
        ? []
        : [
            "Читаєте це не на тому пристрої, де відкрита наша сторінка? Уведіть на ній код:",
            { large: code },
            "Код діє годину. Нікому його не кажіть.",
          ]),
    ],
    button: isClosed ? "Переглянути пропозиції" : "Написати пропозицію",
    why: `Ви отримали цей лист, бо на сайті вказано цю адресу. ${unlessYou}`,
  }),
  "proposal/confirm": ({ title, until }) => ({
    subject: "Підтвердьте свою пропозицію",
    first: `Підтвердьте пропозицію ${frame.until(until)}.`,
    parts: [
      `З цією адресою заповнено пропозицію «${title}». Ми подамо її, коли ви підтвердите.`,
      "Без підтвердження ми видалимо її разом із вашою адресою.",
    ],
    button: "Підтвердити пропозицію",
    why: `Ви отримали цей лист, бо у пропозиції вказано цю адресу. ${unlessYou}`,
  }),
  "proposal/co-author": ({ title, author }) => ({
    subject: "Запрошення стати співавтором пропозиції",
    first: `${author} запрошує вас стати співавтором пропозиції «${title}».`,
    parts: [
      "На сторінці пропозиції прийміть або відхиліть запрошення. Доки ви не відповісте, вас у пропозиції ніхто не побачить.",
      "Співавтор читає й змінює пропозицію, відповідає управлінню та отримує листи про результати.",
      "Нікому не передавайте посилання: хто його має, відповідає від вашого імені.",
    ],
    button: "Переглянути запрошення",
    why: "Ви отримали цей лист, бо автор пропозиції вказав цю адресу. Не знаєте його? Нічого не робіть.",
  }),
  "proposal/merge-asked": ({ number, title, numbers, until, by }) => ({
    subject: `Запитання про обʼєднання пропозиції ${number} з іншою`,
    first:
      by === undefined
        ? `Управління пропонує обʼєднати пропозиції ${numbers.join(", ")}.`
        : `Автор пропозиції ${by} пропонує обʼєднати пропозиції ${numbers.join(", ")}.`,
    parts: [
      `Серед них ваша пропозиція «${title}». На її сторінці є новий спільний текст. Там само можна погодитися або відмовитися.`,
      `Відповідь можна дати ${frame.until(until)}. Без згоди всіх авторів нічого не зміниться.`,
    ],
    button: "Прочитати й відповісти",
    why: whyOf(number),
  }),
  "proposal/co-author-came": ({ title, name }) => ({
    subject: "Ваша пропозиція має співавтора",
    first: `${name} приймає запрошення до пропозиції «${title}».`,
    parts: [
      "Співавтор читає й змінює пропозицію та відповідає управлінню так само, як ви.",
      "Усіх співавторів видно на сторінці пропозиції.",
    ],
    button: "Переглянути пропозицію",
    why: "Ви отримали цей лист, бо у пропозиції вказано цю адресу.",
  }),
  "proposal/merge-ended": ({ number, title, numbers, why }) => ({
    subject: `Пропозиція ${number} залишається окремою`,
    first: `Пропозиції ${numbers.join(", ")} не обʼєднано.`,
    parts: [
      `Серед них ваша пропозиція «${title}». ${MERGE_ENDS[why]}`,
      "У вашій пропозиції нічого не змінилося.",
    ],
    button: "Переглянути пропозицію",
    why: whyOf(number),
  }),
  "proposal/merged": ({ number, title, numbers, into }) => ({
    subject: `Пропозиція ${number}: обʼєднання`,
    first: `Пропозиції ${numbers.join(", ")} обʼєднано. Залишається пропозиція ${into}.`,
    parts: [
      `Серед них ваша пропозиція «${title}». Усі автори погодилися.`,
      "Автори обʼєднаних пропозицій відтепер співавтори.",
    ],
    button: "Переглянути пропозицію",
    why: whyOf(number),
  }),
  "proposal/received": ({ number, title, link, submittedAt, mark, supporters }) => ({
    subject: `Ми прийняли вашу пропозицію ${number}`,
    first: `Пропозицію ${number} подано: ${f.moment(submittedAt)}.`,
    parts: [
      `Ми прийняли пропозицію «${title}».`,
      "Тепер її перевірить місто. Про кожен результат напишемо на цю адресу.",
      ...(supporters === undefined
        ? []
        : [`Потрібно підтримок: ${f.number(supporters)}. Збирайте їх, доки місто не перевірить пропозицію.`]),
      ...(link === ""
        ? []
        : ["На сторінці пропозиції видно, на якому вона етапі. Там само її можна відкликати."]),
      ...(mark === undefined ? [] : [`Номер справи в місті: ${mark}.`]),
    ],
    button: "Переглянути пропозицію",
    why: whyOf(number),
  }),
  "proposal/late": ({ mark, title, arrivedAt, closedAt }) => ({
    subject: "Ваша пропозиція надійшла запізно",
    first: `Пропозиція надійшла ${f.moment(arrivedAt)}. Прийом тривав до ${f.moment(closedAt)}.`,
    parts: [
      `Ми отримали пропозицію «${title}». Вона надійшла після кінця прийому, тому не бере участі в цій редакції.`,
      `Номер справи в місті: ${mark}.`,
      "Вважаєте, що вона була вчасно? Напишіть нам і вкажіть номер справи.",
    ],
    why: "Ви отримали цей лист, бо в пропозиції вказано цю адресу.",
  }),
  "proposal/withdrawn": ({ number, title, by, wish, reason, legalBasis }) => ({
    subject: `Пропозицію ${number} відкликано`,
    first: `Пропозицію ${number} відкликано.`,
    parts: [
      ...(by === "office"
        ? [`Місто відкликало пропозицію «${title}».`]
        : wish === undefined
          ? [`Ми відкликали «${title}», як позначено на вашій сторінці пропозиції.`]
          : [
              `Ми відкликали «${title}» на прохання автора.`,
              `Прохання надійшло ${cameBy[wish.arrivedBy]}: ${f.moment(wish.arrivedAt)}. Це не ваше прохання? Напишіть нам у відповідь.`,
            ]),
      ...(reason === null ? [] : [`Причина: ${reason}`]),
      ...(legalBasis === null ? [] : [`Підстава: ${legalBasis}`]),
      "Скасувати це не можна. Цього номера не отримає жодна інша пропозиція.",
    ],
    button: "Переглянути пропозицію",
    why: whyOf(number),
  }),
  "proposal/changed": ({ number, title, wish, fields }) => ({
    subject: `Пропозицію ${number} змінено`,
    first: `Пропозицію ${number} змінено на прохання автора.`,
    parts: [
      `Ми змінили «${title}» на прохання автора. Змінено: ${labelsOf(fields)}.`,
      `Прохання надійшло ${cameBy[wish.arrivedBy]}: ${f.moment(wish.arrivedAt)}.`,
      "Це не ваше прохання або щось не так? Напишіть нам у відповідь.",
    ],
    button: "Переглянути пропозицію",
    why: whyOf(number),
  }),
  "proposal/accepted": ({ number, title }) => ({
    subject: `Пропозиція ${number} пройшла формальну перевірку`,
    first: `Пропозиція ${number} відповідає формальним вимогам.`,
    parts: [
      `Пропозиція «${title}» пройшла формальну перевірку.`,
      "Тепер місто оцінить, чи можна її виконати й за скільки. Про результат напишемо на цю адресу.",
    ],
    button: "Переглянути пропозицію",
    why: whyOf(number),
  }),
  "proposal/to-correct": ({ number, title, reasons, until }) => ({
    subject: `Заявка ${number}: виклик доповнити`,
    first: `Доповніть заявку ${number} ${frame.until(until)}.`,
    parts: [
      `у заявці «${title}» потрібно щось виправити.`,
      reasons,
      `Чекаємо на виправлення ${frame.until(until)}. Без них управління оцінить заявку такою, як є.`,
    ],
    button: "Доповнити заявку",
    why: whyOf(number),
  }),
  "proposal/correction-due": ({ number, title, until }) => ({
    subject: `Заявка ${number}: закінчується час на доповнення`,
    first: `Доповніть заявку ${number} ${frame.until(until)}.`,
    parts: [`заявка «${title}» досі чекає на виправлення.`],
    button: "Доповнити заявку",
    why: whyOf(number),
  }),
  "proposal/rejected": ({ number, title, reasons, appealUntil }) => ({
    subject: `Пропозиція ${number} не пройшла формальної перевірки`,
    first: `Пропозиція ${number} не пройшла формальної перевірки.`,
    parts: [
      `Пропозиція «${title}» далі не розглядається.`,
      `Пояснення: ${reasons}`,
      appealBy(appealUntil),
      question,
    ],
    button: "Переглянути пропозицію",
    why: whyOf(number),
  }),
  "proposal/admitted": ({ number, title, estimatedCostGrosze, costGrosze, reasons, voting }) => ({
    subject: `${number}: допущено до голосування`,
    first: `Проєкт ${number} допущено до голосування.`,
    parts: [
      `Мешканці голосуватимуть за проєкт «${title}».`,
      costGrosze === estimatedCostGrosze
        ? `Вартість, яку перевірило місто: ${f.money(costGrosze)}, стільки ж, як у пропозиції.`
        : `Вартість, яку перевірило місто: ${f.money(costGrosze)}. У пропозиції: ${f.money(estimatedCostGrosze)}.`,
      ...(reasons === null ? [] : [`Зауваження міста: ${reasons}`]),
      voting
        ? `Голосування почнеться: ${f.moment(voting.startsAt)}. Воно триватиме ${frame.until(voting.endsAt)}.`
        : "Дату голосування повідомимо на головній сторінці.",
    ],
    button: "Переглянути проєкт",
    why: whyOf(number),
  }),
  "proposal/not-admitted": ({ number, title, reasons, appealUntil }) => ({
    subject: `${number}: не допущено до голосування`,
    first: `Пропозицію ${number} не допущено до голосування.`,
    parts: [
      `Пропозиція «${title}» далі не розглядається.`,
      `Пояснення: ${reasons}`,
      appealBy(appealUntil),
      question,
    ],
    button: "Переглянути пропозицію",
    why: whyOf(number),
  }),
  "proposal/appeal-received": ({ number, title, filedAt, mark }) => ({
    subject: `Пропозиція ${number}: ми отримали скаргу`,
    first: `Скаргу щодо пропозиції ${number} подано: ${f.moment(filedAt)}.`,
    parts: [
      `Ми отримали скаргу щодо пропозиції «${title}».`,
      `Знак справи в управлінні: ${mark}.`,
      "Її розгляне особа, яка не брала участі в оцінці. Про результат напишемо на цю адресу.",
    ],
    button: "Переглянути пропозицію",
    why: whyOf(number),
  }),
  "proposal/appeal-upheld": ({ number, title, reasons, stage }) => ({
    subject: `Пропозиція ${number}: скаргу задоволено`,
    first: `Скаргу щодо пропозиції ${number} задоволено.`,
    parts: [
      stage === "formal"
        ? `Пропозиція «${title}» повертається до процедури й чекає на змістову оцінку.`
        : `Пропозиція «${title}» потрапляє до бюлетеня.`,
      `Пояснення: ${reasons}`,
    ],
    button: "Переглянути пропозицію",
    why: whyOf(number),
  }),
  "proposal/appeal-dismissed": ({ number, title, reasons }) => ({
    subject: `Пропозиція ${number}: скаргу відхилено`,
    first: `Скаргу щодо пропозиції ${number} відхилено.`,
    parts: [
      `Пропозиція «${title}» далі не розглядається.`,
      `Пояснення: ${reasons}`,
      "У цьому році результат остаточний.",
    ],
    button: "Переглянути пропозицію",
    why: whyOf(number),
  }),
  "proposal/selected": ({ number, title, sentence }) => ({
    subject: `${number}: проєкт обрано`,
    first: `Проєкт ${number} обрано.`,
    parts: [`Місто виконає проєкт «${title}».`, sentence],
    button: "Переглянути проєкт",
    why: whyOf(number),
  }),
  "proposal/not-selected": ({ number, title, sentence }) => ({
    subject: `${number}: результат голосування`,
    first: `Проєкт ${number} не обрано.`,
    parts: [
      `Ми знаємо результат проєкту «${title}».`,
      sentence,
      "Проєкт можна подати знову в наступному циклі.",
    ],
    button: "Переглянути проєкт",
    why: whyOf(number),
  }),
  "support/confirm": ({ number, title, until }) => ({
    subject: "Підтвердьте підтримку пропозиції",
    first: `Підтвердьте підтримку ${frame.until(until)}.`,
    parts: [
      `З цією адресою підтримано пропозицію ${number} «${title}». Ми зарахуємо підтримку, коли ви підтвердите.`,
      "Без підтвердження ми видалимо ваші дані. Список людей, які підтримали, ми не публікуємо.",
    ],
    button: "Підтвердити підтримку",
    why: `Ви отримали цей лист, бо цю адресу вказано під час підтримки. ${unlessYou}`,
  }),
};
