import { formatsOf } from "../format.ts";
import type { RefusalWords } from "../refusal-words.ts";

const f = formatsOf("uk-UA");

export const consultationRefusals = {
  "consultation/published": {
    title: "Консультації вже оголошено",
    detail: () => "Виду оголошених консультацій не можна змінити.",
  },
  "consultation/over": {
    title: "Строк консультацій минув",
    detail: ({ endedAt }) =>
      `Консультації закінчилися: ${f.deadline(endedAt)}. Змініть строк і спробуйте знову.`,
  },
  "consultation/not-announced": {
    title: "Бракує оголошення",
    detail: ({ channels }) => `Не записано потрібного оголошення: ${channels}.`,
  },
  "consultation/term": {
    title: "Термін коротший, ніж вимагає закон",
    detail: ({ days, fromDay, untilDay, source }) =>
      `Потрібно ${days} днів після ${f.date(fromDay)}. Останній день не може бути раніше ${f.date(untilDay)}. Підстава: ${source}.`,
  },
  "consultation/remarks-time": {
    title: "Зараз зауваження не приймають",
    detail: ({ startsAt, endsAt }) =>
      `Зауваження приймають у цей час: ${f.moment(startsAt)} – ${f.deadline(endsAt)}.`,
  },
  "consultation/said": {
    title: "Мешканці вже висловилися",
    detail: ({ count }) =>
      `Зауважень: ${f.number(count)}. Такі консультації не скасовують. Їх можна завершити раніше.`,
  },
  "remark/outside": {
    title: "Це місце лежить поза територією консультацій",
    detail: () => "Перевірте точку. Якщо так і має бути, позначте це біля місця і надішліть ще раз.",
  },
  "remark/outside-refused": {
    title: "Це місце лежить поза територією консультацій",
    detail: () => "Перевірте точку. Зауваження приймають лише щодо місць у межах території.",
  },
  "consultation/undecided": {
    title: "Є зауваження без рішення",
    detail: ({ count }) =>
      `Без рішення: ${f.number(count)}. Спершу прийміть рішення, потім оприлюдніть звіт.`,
  },
  "meeting/by-office": {
    title: "На цю зустріч записує управління",
    detail: () => "Зателефонуйте або напишіть в управління. Воно саме вносить людей до списку.",
  },
  "meeting/no-offer": {
    title: "Це місце вже на вас не чекає",
    detail: () => "Час прийняти місце минув, або його звільнено. Ви можете записатися ще раз.",
  },
  "meeting/visits-held": {
    title: "Стільки візитів уже призначено",
    detail: ({ most }) =>
      `Один e-mail має водночас щонайбільше стільки візитів: ${f.number(most)}. Скасуйте один за посиланням із листа або зателефонуйте.`,
  },
  "moderation/not-named": {
    title: "Не ваші консультації",
    detail: () => "Їх модерують особи, яких призначив підрозділ.",
  },
  "moderation/own": {
    title: "Переглядає хтось інший",
    detail: () => "Це ваш власний допис. Його перегляне хтось інший.",
  },
  "moderation/held": { title: "Допис в іншої особи", detail: ({ name }) => `Цей допис зараз має: ${name}.` },
  "moderation/appeal-over": {
    title: "Строк скарги минув",
    detail: () => "Це рішення більше не можна оскаржити.",
  },
  "moderation/barred": {
    title: "Дописи з цієї адреси зупинено",
    detail: ({ until }) => `Дописи з цієї адреси зупинено: ${f.deadline(until)}. Читати можна завжди.`,
  },
} satisfies Partial<RefusalWords>;
