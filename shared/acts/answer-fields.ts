import { z } from "zod";
import { PoolId } from "../domain/cycle/cycle.ts";
import { zlotyText } from "../domain/money.ts";
import type { Answers } from "../domain/project/answers.ts";
import { MOST_LINES } from "../domain/project/details.ts";
import { TASK_FIELDS, type Task } from "../domain/project/draft.ts";
import { MOST_LETTERS } from "../domain/project/proposal-form.ts";
import { Slug } from "../domain/slug.ts";
import { readMoney } from "../domain/text/money.ts";
import { pointText, readPoint } from "../domain/text/point.ts";
import { readQuantity } from "../domain/text/quantity.ts";
import { fault } from "../domain/text/read.ts";
import { calledName, line, mayBeEmpty, paragraphs, title, typedAs } from "../domain/text.ts";
import { offersTaken } from "../pages/components/form-state.ts";

/** Money as people type it, more than nothing. */
export const ZlotyField = typedAs((typed) => {
  const read = readMoney(typed);
  return "value" in read && read.value === 0 ? fault("money") : read;
});

/** A point as people write it, and as maps copy it. */
const PointField = typedAs(readPoint);

const isBlankLine = (typed: unknown): boolean =>
  typed !== null &&
  typeof typed === "object" &&
  Object.values(typed).every((text) => String(text).trim() === "");

const LineFields = z.strictObject({
  name: line(120),
  quantity: typedAs(readQuantity),
  unit: line(20),
  price: ZlotyField,
});

/** A line in which nothing is typed stays in its place, so that a fault is told of the right one. */
const LineField = z.preprocess((typed) => (isBlankLine(typed) ? undefined : typed), LineFields.optional());

const yes = z.literal("yes").optional();

/** The fields of all pages: each form has those of one. */
const Fields = z.strictObject({
  act: z.enum(["save", "more"]).default("save"),
  times: z
    .string()
    .regex(/^\d{1,9}$/)
    .default("0"),
  title: mayBeEmpty(title(120)),
  summary: mayBeEmpty(line(MOST_LETTERS.summary)),
  description: mayBeEmpty(paragraphs(MOST_LETTERS.description)),
  why: mayBeEmpty(paragraphs(MOST_LETTERS.why)),
  forWhom: mayBeEmpty(paragraphs(MOST_LETTERS.forWhom)),
  access: mayBeEmpty(paragraphs(MOST_LETTERS.access)),
  category: mayBeEmpty(Slug),
  pool: mayBeEmpty(PoolId),
  place: mayBeEmpty(line(MOST_LETTERS.place)),
  point: mayBeEmpty(PointField),
  lines: z.array(LineField).max(MOST_LINES).default([]),
  estimate: mayBeEmpty(ZlotyField),
  upkeep: mayBeEmpty(typedAs(readMoney)),
  name: mayBeEmpty(calledName(120)),
  isNamePublic: yes,
  livesHere: yes,
  age: mayBeEmpty(z.enum(["minor", "of-age"])),
  guardian: mayBeEmpty(calledName(120)),
});
type Fields = z.infer<typeof Fields>;

const LINE_FIELD = /^lines-(\d{1,2})-(name|quantity|unit|price)$/;

/** `lines-0-name` and its like, as a list of lines. */
const linesGathered = (typed: unknown): unknown => {
  if (typed === null || typeof typed !== "object") return typed;
  const lines: Record<string, unknown>[] = [];
  const rest = Object.entries(typed).filter(([key, value]) => {
    const [, at, field] = LINE_FIELD.exec(key) ?? [];
    if (at === undefined || field === undefined) return true;
    lines[Number(at)] = { ...lines[Number(at)], [field]: value };
    return false;
  });
  return {
    ...Object.fromEntries(rest),
    ...(lines.length > 0 && { lines: Array.from(lines, (one) => one ?? {}) }),
  };
};

/** How the fields are called in a form, those of lines one by one. */
export const ANSWER_NAMES: readonly string[] = [
  ...Object.keys(Fields.omit({ lines: true }).shape),
  ...Array.from({ length: MOST_LINES }, (_, n) =>
    Object.keys(LineFields.shape).map((field) => `lines-${n}-${field}`),
  ).flat(),
];

/** One page. What was drawn beside a field is no answer. */
export const TaskForm = z.preprocess(
  (typed) => linesGathered(offersTaken(typed)),
  Fields.extend({ drawn: z.string().max(40).optional() }),
);

/** The pages of a form in one, with fields beside them. */
export const wholeForm = <S extends z.ZodRawShape>(beside: S) =>
  z.preprocess((typed) => linesGathered(offersTaken(typed)), Fields.extend(beside));

const linesOf = (lines: Fields["lines"]): Answers["costLines"] => {
  const filled = lines.flatMap((one) => (one ? [one] : []));
  return filled.length === 0 ? undefined : filled.map(({ price, ...one }) => ({ ...one, unitGrosze: price }));
};

/** What pages answered: nothing of another page. */
export const answersFrom = (fields: Fields, ...tasks: readonly Task[]): Answers => {
  const { lines, isNamePublic, livesHere, act: _act, times: _times, ...texts } = fields;
  const all: Answers = {
    ...texts,
    costLines: linesOf(lines),
    isNamePublic: isNamePublic === "yes",
    livesHere: livesHere === "yes" ? true : undefined,
  };
  return Object.fromEntries(
    tasks.flatMap((task) => TASK_FIELDS[task].map((field) => [field, all[field]] as const)),
  );
};

const money = (grosze: number | undefined): string | undefined =>
  grosze === undefined ? undefined : zlotyText(grosze).replace(".", ",");

const check = (said: boolean | undefined): string | undefined => (said === true ? "yes" : undefined);

/** Answers as their fields show them. */
export const typedFrom = ({ costLines = [], ...answers }: Answers): Record<string, unknown> => ({
  ...answers,
  point: answers.point && pointText(answers.point),
  estimate: money(answers.estimate),
  upkeep: money(answers.upkeep),
  isNamePublic: check(answers.isNamePublic),
  livesHere: check(answers.livesHere),
  ...Object.fromEntries(
    costLines.flatMap(({ name, quantity, unit, unitGrosze }, n) =>
      Object.entries({
        name,
        quantity: String(quantity).replace(".", ","),
        unit,
        price: money(unitGrosze),
      }).map(([field, text]) => [`lines-${n}-${field}`, text]),
    ),
  ),
});
