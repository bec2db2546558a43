import { z } from "zod";

/** How a city calls its editions: by a roman numeral that counts them, or by the year of the vote. */
export const EditionNumbering = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("roman"), firstVoteYear: z.int().min(1990).max(2200) }),
  z.strictObject({ kind: z.literal("year") }),
]);
export type EditionNumbering = z.infer<typeof EditionNumbering>;

const ROMAN: readonly (readonly [string, number])[] = [
  ["C", 100],
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
];

const roman = (number: number): string => {
  let [left, text] = [number, ""];
  for (const [letters, value] of ROMAN) for (; left >= value; left -= value) text += letters;
  return text;
};

/** The number of the edition that is voted in a year: its place in the row, or the year itself. */
export const editionNumber = (numbering: EditionNumbering, voteYear: number): number =>
  numbering.kind === "roman" ? voteYear - numbering.firstVoteYear + 1 : voteYear;

/** What the edition is called: `XII`, `2027`. */
export const editionLabel = (numbering: EditionNumbering, voteYear: number): string => {
  const number = editionNumber(numbering, voteYear);
  return numbering.kind === "roman" ? roman(number) : `${number}`;
};
