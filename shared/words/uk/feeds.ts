import { formatsOf } from "../format.ts";
import type { feeds as polish } from "../pl/feeds.ts";

const f = formatsOf("uk-UA");

export const feeds: typeof polish = {
  cancelled: "Скасовано",
  meetings: (place) => `Зустрічі: ${place}`,
  begins: (edition, phase) => `${phase}: початок (${edition})`,
  ends: (edition, phase, at) => `${phase}: кінець ${f.deadline(at)} (${edition})`,
  subscribe: "Додати зустрічі до календаря назавжди",
  download: "Завантажити файл ICS із зустрічами",
  edition: "Додати дати цього випуску до календаря",
};
