import type { ProposalLetters } from "../../domain/project/letter-facts.ts";
import { formatsOf } from "../format.ts";
import type { LetterPart, LetterTexts } from "../letter-words.ts";
import { frame } from "./frame.ts";

const f = formatsOf("uk-UA");

const whyOf = (number: string): string =>
  `Ви отримали цей лист, бо з цією адресою подано пропозицію ${number}.`;

const unlessYou = "Якщо це не ви, нічого не робіть.";

/** Where a decision against a proposal is questioned. */
const question: LetterPart = "Маєте запитання або не погоджуєтеся? Дайте відповідь на цей лист.";
export const proposalLetters: Pick<LetterTexts, keyof ProposalLetters> = {
  "proposal/start": ({ until }) => ({
    subject: "Ваше посилання на форму пропозиції",
    first: `Посилання діє ${frame.until(until)}.`,
    parts: [
      "За цим посиланням ви напишете й подасте пропозицію до Громадського бюджету.",
      "Нікому не передавайте посилання: хто його має, пише від вашого імені.",
    ],
    button: "Написати пропозицію",
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
  "proposal/received": ({ number, title, submittedAt }) => ({
    subject: `Ми прийняли вашу пропозицію ${number}`,
    first: `Пропозицію ${number} подано: ${f.moment(submittedAt)}.`,
    parts: [
      `Ми прийняли пропозицію «${title}».`,
      "Тепер її перевірить місто. Про кожен результат напишемо на цю адресу.",
      "На сторінці пропозиції видно, на якому вона етапі. Там само її можна відкликати.",
    ],
    button: "Переглянути пропозицію",
    why: whyOf(number),
  }),
  "proposal/withdrawn": ({ number, title, by, reason, legalBasis }) => ({
    subject: `Пропозицію ${number} відкликано`,
    first: `Пропозицію ${number} відкликано.`,
    parts: [
      by === "author"
        ? `Ми відкликали «${title}», як позначено на вашій сторінці пропозиції.`
        : `Місто відкликало пропозицію «${title}».`,
      ...(reason === null ? [] : [`Причина: ${reason}`]),
      ...(legalBasis === null ? [] : [`Підстава: ${legalBasis}`]),
      "Скасувати це не можна. Цього номера не отримає жодна інша пропозиція.",
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
  "proposal/rejected": ({ number, title, reasons }) => ({
    subject: `Пропозиція ${number} не пройшла формальної перевірки`,
    first: `Пропозиція ${number} не пройшла формальної перевірки.`,
    parts: [`Пропозиція «${title}» далі не розглядається.`, `Пояснення: ${reasons}`, question],
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
  "proposal/not-admitted": ({ number, title, reasons }) => ({
    subject: `${number}: не допущено до голосування`,
    first: `Пропозицію ${number} не допущено до голосування.`,
    parts: [`Пропозиція «${title}» далі не розглядається.`, `Пояснення: ${reasons}`, question],
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
