import { z } from "zod";
import { District } from "../../domain/district.ts";
import { MEASURE } from "../../domain/languages.ts";
import { line, paragraphs } from "../../domain/text.ts";
import { LocalDate } from "../../domain/time.ts";
import { type Asked, GRADES, MOST_OPTIONS, QuestionId, wrong } from "./rules.ts";

const LENGTHS = { short: 200, long: 1000, where: 200 } as const;

/** An answer by the id of its question: an option or grade, several of them (a ranking: the best first), a text, or a district and where in it. */
export const Answers = z.record(
  QuestionId,
  z.union([
    z.string().max(LENGTHS.long),
    z.array(z.string().max(2)).max(MOST_OPTIONS),
    z.strictObject({ district: District, where: line(LENGTHS.where).optional() }),
  ]),
);
export type Answers = z.infer<typeof Answers>;

export const Origin = z.strictObject({ place: line(200), collectedOn: LocalDate });
export type Origin = z.infer<typeof Origin>;

/** One answer as it is kept: what was answered and on which day; of paper also the batch. Nothing of who answered. */
export const Answer = z.object({
  id: z.string(),
  revision: z.int(),
  answers: Answers,
  day: LocalDate,
  /** The batch of paper in which it was entered. */
  batch: z.string().optional(),
  fingerprint: z.string().optional(),
});
export type Answer = z.infer<typeof Answer>;

/** Whether a question is asked of somebody who answered so far. */
export const isAsked = ({ after }: Asked, answers: Answers): boolean => {
  if (after === null) return true;
  const given = answers[after.question];
  return typeof given === "string"
    ? given === after.option
    : Array.isArray(given) && given.includes(after.option);
};

const optionOf = ({ options }: Asked) =>
  z.enum(options[MEASURE].map((_, index) => String(index + 1)) as [string]);
const distinct = (max: number, of: z.ZodType<string>) =>
  z
    .array(of)
    .min(1)
    .max(max)
    .refine((all) => new Set(all).size === all.length, wrong("duplicate", []));

const answerTo = (question: Asked, districts: readonly string[]): z.ZodType => {
  const { kind, most } = question;
  switch (kind) {
    case "one":
      return optionOf(question);
    case "several":
      return distinct(most ?? MOST_OPTIONS, optionOf(question));
    case "ranking":
      return distinct(MOST_OPTIONS, optionOf(question));
    case "scale":
      return z.enum(GRADES);
    case "place":
      return z.strictObject({
        district: z.enum(districts as [string]),
        where: line(LENGTHS.where).optional(),
      });
    default:
      return kind === "short" ? line(LENGTHS.short) : paragraphs(LENGTHS.long);
  }
};

/** The schema of answers to these questions. What was not asked of somebody is left out, whatever they sent. */
export const answersTo = (questions: readonly Asked[], districts: readonly string[]) =>
  z
    .strictObject(Object.fromEntries(questions.map((one) => [one.id, answerTo(one, districts).optional()])))
    .transform((sent, context): Answers => {
      const answers: Answers = {};
      for (const one of questions) {
        const given = sent[one.id] as Answers[string] | undefined;
        if (!isAsked(one, answers)) continue;
        if (given !== undefined) answers[one.id] = given;
        else if (one.isRequired)
          context.addIssue({ code: "custom", params: { rule: "required" }, path: [one.id] });
      }
      return answers;
    });
