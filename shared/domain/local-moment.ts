import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { CITY_ZONE, type Instant, localInstant } from "./time.ts";

/**
 * What a form's date and time field sends, `2027-09-23T17:00` on the city's clocks, as an instant. A time that the clocks skip or show
 * twice is refused: nobody knows when it is.
 */
export const LocalMoment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/)
  .transform((text, context): Instant => {
    const at = readLocal(text);
    if (at !== undefined) return at;
    context.addIssue({ code: "custom", params: { rule: "format" } });
    return z.NEVER;
  });

const readLocal = (text: string): Instant | undefined => {
  try {
    const at = localInstant(text);
    return at === "gap" || at === "overlap" ? undefined : at;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** An instant as the field shows it, to the minute. */
export const localMoment = (at: Instant): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO(CITY_ZONE)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
