import { z } from "zod";
import { FormCounts } from "../domain/form-counts.ts";
import { accept } from "../domain/result.ts";
import { endOfDay, epochSeconds, type LocalDate, plusDays } from "../domain/time.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { update } from "./write.ts";

/** Long enough to set a season beside the one before. */
const KEPT_DAYS = 400;

/** A field's count is an attribute of its own, so that one plain update adds to several. */
const FIELD = "field_";

const Stored = z.record(z.string(), z.unknown()).transform((item) =>
  FormCounts.parse({
    ...item,
    fields: Object.fromEntries(
      Object.entries(item).flatMap(([name, count]) =>
        name.startsWith(FIELD) ? [[name.slice(FIELD.length), count]] : [],
      ),
    ),
  }),
);

/** How forms fare, one item a form and day. */
export const openFormCounts = (table: Table) => ({
  add: async (form: string, day: LocalDate, { fields, ...counts }: Partial<FormCounts>): Promise<void> => {
    const ofFields = Object.entries(fields ?? {}).map(([name, count]) => [`${FIELD}${name}`, count]);
    const write = update({
      key: keys.formCounts(form, day),
      set: { expiresAtSeconds: epochSeconds(endOfDay(plusDays(day, KEPT_DAYS))) },
      add: { ...counts, ...Object.fromEntries(ofFields) },
    });
    accept(await table.write([write]));
  },

  /** Counts in the order of the days, of those days that have any. */
  of: async (form: string, days: readonly LocalDate[]): Promise<(FormCounts & { day: LocalDate })[]> => {
    const found = await table.all(
      days.map((day) => keys.formCounts(form, day)),
      Stored,
    );
    return days.flatMap((day, index) => {
      const counts = found[index];
      return counts ? [{ day, ...counts }] : [];
    });
  },
});
