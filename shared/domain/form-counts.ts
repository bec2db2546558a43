import { z } from "zod";

const Count = z.int().default(0);

/**
 * What became of a form on one day: how often it was opened, sent, and sent in vain, and how often each field was in the way. Of whoever
 * filled it in nothing, and no time finer than the day.
 */
export const FormCounts = z.object({
  started: Count.describe("Times that its page was opened"),
  finished: Count.describe("Times that it was sent and taken"),
  failed: Count.describe("Times that it was sent and refused"),
  fields: z
    .record(z.string(), z.int())
    .default({})
    .describe(
      "Of the refused ones, in how many a field was at fault; `other` is what the form has no field for",
    ),
});
export type FormCounts = z.infer<typeof FormCounts>;

/** In the place of the name of what no form has a field for. */
export const OTHER_FIELD = "other";

/** Several days together. */
export const sumOfCounts = (days: readonly FormCounts[]): FormCounts => {
  const sum = { started: 0, finished: 0, failed: 0, fields: {} as Record<string, number> };
  for (const { started, finished, failed, fields } of days) {
    sum.started += started;
    sum.finished += finished;
    sum.failed += failed;
    for (const [name, count] of Object.entries(fields)) sum.fields[name] = (sum.fields[name] ?? 0) + count;
  }
  return sum;
};

/** The fields that are in the way most, the worst first. */
export const worstFields = ({ fields }: FormCounts, most: number): [string, number][] =>
  Object.entries(fields)
    .toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, most);
