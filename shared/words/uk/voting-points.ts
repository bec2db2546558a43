import type { Rejection } from "../../domain/voting/paper.ts";
import type { Partly } from "../fallback.ts";
import type { Catalogue } from "../words.ts";

const rejections: Readonly<Record<Rejection, string>> = {
  unsigned: "немає підпису",
  unreadable: "нерозбірливий",
  blank: "порожній",
  late: "отриманий після строку",
  pesel: "немає даних особи, наприклад номера PESEL, або дані помилкові",
  guardian: "немає підписаної заяви опікуна",
  "not-on-roll": "особи немає у списку виборців",
  "already-voted": "особа вже голосувала",
  "over-limit": "забагато проєктів або балів",
  incomplete: "заповнений не до кінця",
};

/** What residents see of it: the table of points, and why cards were rejected. */
export const votingPoints: Partly<Catalogue["votingPoints"]> = {
  columns: ["Пункт", "Адреса", "Години"],
  batch: { rejected: (reason) => `Відхилено: ${rejections[reason]}` },
};
