import type { Partly } from "../../words/fallback.ts";
import { formatsOf } from "../../words/format.ts";
import type { RequestWords } from "./words.pl.ts";

const f = formatsOf("uk-UA");

/** What residents read; the office's pages are not in Ukrainian. */
export const uk: Omit<RequestWords, "office" | "acts" | "blockers"> & Partly<RequestWords> = {
  title: "Заявки на консультації",
  lead: (count) =>
    `Мешканці можуть попросити про консультації. Під заявкою потрібно підписів: ${f.number(count)}. Подайте її на папері в міській раді.`,
  none: "Жодної заявки ще немає.",
  back: "Консультації",
  states: {
    received: "перевіряємо",
    called: "чекає на доповнення",
    complete: "чекає на відповідь",
    accepted: "враховано",
    refused: "відмова",
    appealed: "оскарження",
    "at-council": "оскарження в міській раді депутатів",
    upheld: "відмову залишено в силі",
  },
  supporters: (count, needed) => `Підписів: ${f.number(count)}, потрібно: ${f.number(needed)}`,
  citywide: "усе місто",
  terms: {
    arrived: "Надійшла",
    territory: "Територія",
    forms: "Запропоновані форми",
    supporters: "Підтримка",
    answerDue: "Відповідь найпізніше",
    appealDue: "Оскарження до депутатів найпізніше",
    cites: "Консультації за цією заявкою",
  },
  why: "Обґрунтування",
  called: (on, until) => `Вимога доповнити від ${f.date(on)}. Строк: ${f.date(until)}.`,
  corrected: (on) => `Доповнено: ${f.date(on)}.`,
  accepted: (on) => `Заявку враховано: ${f.date(on)}.`,
  refused: (on) => `У консультаціях відмовлено: ${f.date(on)}.`,
  appealed: (on) => `Оскарження надійшло: ${f.date(on)}.`,
  passed: (on) => `Передано депутатам: ${f.date(on)}.`,
  outcomes: {
    granted: (on) => `Депутати задовольнили оскарження: ${f.date(on)}.`,
    upheld: (on) => `Депутати залишили відмову в силі: ${f.date(on)}.`,
  },
  letters: {
    call: (title, text, until) => ({
      subject: "Доповніть заявку на консультації",
      first: `Заявка: ${title}.`,
      parts: [text, `Строк: ${f.date(until)}.`],
      button: "Переглянути заявку",
      why: "Ви отримали цей лист, бо представляєте тих, хто підписав заявку.",
    }),
    answer: (title, sentence, text, appealDue) => ({
      subject: "Відповідь на заявку про консультації",
      first: `Заявка: ${title}.`,
      parts: [
        sentence,
        text,
        ...(appealDue === undefined
          ? []
          : [`Оскарження до депутатів можна подати найпізніше: ${f.date(appealDue)}.`]),
      ],
      button: "Переглянути заявку",
      why: "Ви отримали цей лист, бо представляєте тих, хто підписав заявку.",
    }),
  },
};
