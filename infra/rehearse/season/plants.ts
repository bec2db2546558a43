import type { Observed } from "./compare.ts";
import { type Day, daysAfter } from "./working-days.ts";

/** Faults that can be put into a season: each alone has to be found. */
export const PLANTS = ["letter", "verdict", "row", "clock"] as const;
export type Plant = (typeof PLANTS)[number];

/** The day of a publication: a clock that is off has it a day late. */
export const dayOfPublication = (day: Day, plant: Plant | null): Day =>
  plant === "clock" ? daysAfter(day, 1) : day;

/** Without the first letter to an author. */
const withoutLetter = (letters: Observed["letters"]): Observed["letters"] => {
  const author = [...letters.keys()].find((to) => to.startsWith("autor-"));
  return new Map([...letters].map(([to, mails]) => [to, to === author ? mails.slice(1) : mails]));
};

/** What was read, without a letter to an author, or without the first row of each list. */
export const spoilt = ({ lists, letters }: Observed, plant: Plant | null): Observed => ({
  lists:
    plant === "row"
      ? Object.fromEntries(Object.entries(lists).map(([list, rows]) => [list, rows.slice(1)]))
      : lists,
  letters: plant === "letter" ? withoutLetter(letters) : letters,
});
