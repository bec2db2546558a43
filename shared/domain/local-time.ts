import { localMoment } from "./local-moment.ts";
import { dayOf, type Instant, plusSeconds } from "./time.ts";

/** An instant as a typed field of a date and a time shows it. */
export const localTime = (at: Instant): string => localMoment(at).replace("T", " ");

/** An exclusive end: midnight is 24:00 of the day that it ends. */
export const localEnd = (at: Instant): string => {
  const text = localTime(at);
  return text.endsWith(" 00:00") ? `${dayOf(plusSeconds(at, -1))} 24:00` : text;
};
