import type { Partly } from "../../words/fallback.ts";
import { formatsOf } from "../../words/format.ts";
import type { MergingWords } from "./words.pl.ts";

const f = formatsOf("uk-UA");

/** What authors read; the office's pages are not in Ukrainian. */
export const uk: Pick<MergingWords, "author"> & Partly<MergingWords> = {
  author: {
    title: "Запитання про обʼєднання пропозицій",
    lead: (numbers, into) =>
      `Управління пропонує обʼєднати пропозиції ${numbers}. Залишається номер ${into}.`,
    until: (at) => `Час на відповідь: до ${f.deadline(at)}.`,
    what: "Без згоди всіх авторів нічого не зміниться. Після обʼєднання автори стають співавторами, а підтримка лишається за своєю пропозицією.",
    said: "Вашу відповідь збережено.",
    accept: "Погоджуюся на обʼєднання",
    decline: "Не погоджуюся",
  },
};
