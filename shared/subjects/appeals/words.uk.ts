import type { Partly } from "../../words/fallback.ts";
import { formatsOf } from "../../words/format.ts";
import { frame } from "../../words/uk/frame.ts";
import type { AppealWords } from "./words.pl.ts";

const f = formatsOf("uk-UA");

/** What authors read; the office's pages are not in Ukrainian. */
export const uk: Pick<AppealWords, "title" | "against" | "author"> & Partly<AppealWords> = {
  title: "Скарга",
  against: { formal: "На формальну перевірку", merit: "На змістову оцінку" },
  author: {
    title: (number) => `Скарга щодо пропозиції ${number}`,
    back: "Ваша пропозиція",
    until: (at) => `Скаргу можна подати ${frame.until(at)}.`,
    way: "Подати скаргу",
    paper: "Її можна також принести до управління на папері або надіслати поштою.",
    reason: "Чому результат негативний",
    lead: "Біля критерію, з яким ви не згодні, напишіть чому. Інші поля залиште порожніми.",
    point: (criterion) => `Не згоден або не згодна: ${criterion}`,
    submit: "Надіслати скаргу",
    filed: (at) => `Скаргу подано: ${f.moment(at)}.`,
    waits: "Управління оголосить результати скарг одним списком.",
    outcomes: {
      upheld: (at) => `Скаргу розглянуто ${f.moment(at)}: задоволено.`,
      dismissed: (at) => `Скаргу розглянуто ${f.moment(at)}: відхилено.`,
    },
  },
};
