import { Temporal } from "temporal-polyfill";
import { readMoment } from "./text/moment.ts";
import { typedAs } from "./text.ts";
import { CITY_ZONE, type Instant } from "./time.ts";

/** What a field of a date and a time holds, on the city's clocks, as an instant. */
export const LocalMoment = typedAs(readMoment);

/** An instant as the field shows it, to the minute. */
export const localMoment = (at: Instant): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO(CITY_ZONE)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
