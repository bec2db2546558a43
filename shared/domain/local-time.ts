import { Temporal } from "temporal-polyfill";
import { CITY_ZONE, dayOf, type Instant, localInstant, plusSeconds } from "./time.ts";

const TYPED = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}:\d{2})$/;

/**
 * A date and time as staff type it, `2027-09-23 24:00`, on the city's clocks. Says what is wrong with what cannot be read: its form, or
 * that the clocks skip this hour or show it twice.
 */
export const readLocalTime = (
  text: string,
): { readonly at: Instant } | { readonly fault: "format" | "gap" | "overlap" } => {
  const [, day = "", time = ""] = TYPED.exec(text.trim()) ?? [];
  try {
    const at = localInstant(`${day}T${time.padStart(5, "0")}`);
    if (at === "gap") return { fault: "gap" };
    return at === "overlap" ? { fault: "overlap" } : { at };
  } catch (error) {
    if (error instanceof RangeError) return { fault: "format" };
    throw error;
  }
};

const localText = (at: Instant): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO(CITY_ZONE)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" })
    .replace("T", " ");

/** An instant as the same field shows it. */
export const localTime = (at: Instant): string => localText(at);

/** An exclusive end: midnight is 24:00 of the day that it ends. */
export const localEnd = (at: Instant): string => {
  const text = localText(at);
  return text.endsWith(" 00:00") ? `${dayOf(plusSeconds(at, -1))} 24:00` : text;
};
