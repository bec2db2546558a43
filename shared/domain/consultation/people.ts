/** What authors of remarks may say of themselves: counted answer by answer, kept with no remark, no mailbox and no other answer. */
import { z } from "zod";
import type { City } from "../city.ts";
import { District } from "../district.ts";
import { hiddenCells } from "../small-cells.ts";

export const AGES = ["under-18", "18-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75-over"] as const;
export const SEXES = ["woman", "man", "other"] as const;

export const AboutYou = z.strictObject({
  age: z.enum(AGES).optional(),
  sex: z.enum(SEXES).optional(),
  district: District.optional(),
});
export type AboutYou = z.infer<typeof AboutYou>;

export const QUESTIONS = ["age", "sex", "district"] as const;
type Question = (typeof QUESTIONS)[number];

/** Each answer by itself, as its counter is called. */
export const answersIn = (you: AboutYou): string[] =>
  QUESTIONS.flatMap((question) => (you[question] === undefined ? [] : [`${question}#${you[question]}`]));

/** Of fewer nobody is told how many they are. */
const LEAST_TOLD = 5;

interface Told {
  readonly question: Question;
  /** Undefined where it is too few to be told, or would tell others. */
  readonly rows: readonly { readonly value: string; readonly count: number | undefined }[];
  /** Who left it out. */
  readonly unsaid: number | undefined;
}

/** The tables of a report: small cells are not told, nor what would tell them. */
export const toldOfPeople = (
  counted: Readonly<Record<string, number>>,
  asked: number,
  { districts }: Pick<City, "districts">,
): Told[] =>
  QUESTIONS.map((question) => {
    const values = { age: AGES, sex: SEXES, district: districts.map(({ id }) => id) }[question];
    const own = Object.fromEntries(values.map((value) => [value, counted[`${question}#${value}`] ?? 0]));
    const said = Object.values(own).reduce((sum, one) => sum + one, 0);
    const counts = { ...own, "": Math.max(0, asked - said) };
    const hidden = hiddenCells({ counts, lines: [Object.keys(counts)], least: LEAST_TOLD });
    const told = (value: string) =>
      hidden.has(value) ? undefined : (counts[value as keyof typeof counts] ?? 0);
    return {
      question,
      rows: values.map((value) => ({ value, count: told(value) })),
      unsaid: told(""),
    };
  });
