import { CITY_ZONE, type Instant, type LocalDate, milliseconds } from "../domain/instant.ts";
import type { Grosze } from "../domain/money.ts";

const NBSP = "\u00a0";

/** Made when it is first used: a formatter of Intl takes milliseconds to make, and a start of a function waits for none of them. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

/** How one language writes numbers, money, dates and counted nouns. Times are the city's, Europe/Warsaw. */
export const formatsOf = (locale: string) => {
  const number = once(() => new Intl.NumberFormat(locale, { useGrouping: "always" }));
  const zlotyTo = (digits: 0 | 2) =>
    once(
      () =>
        new Intl.NumberFormat(locale, {
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
          useGrouping: "always",
        }),
    );
  const zloty = zlotyTo(2);
  const wholeZloty = zlotyTo(0);
  const percent = once(() => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }));
  const plural = once(() => new Intl.PluralRules(locale));
  const collator = once(() => new Intl.Collator(locale, { numeric: true }));
  const dateFormat = (options: Intl.DateTimeFormatOptions) => {
    const format = once(() => new Intl.DateTimeFormat(locale, { timeZone: CITY_ZONE, ...options }));
    // Ukrainian shortens the word for a year, and a sentence that ends with a date would end with two full stops.
    return (at: Instant): string => format().format(milliseconds(at)).replace(/ р\.$/, " року");
  };
  const day = dateFormat({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const shortDay = dateFormat({ day: "numeric", month: "long", year: "numeric" });
  const time = dateFormat({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const second = dateFormat({ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  const beforeMidnight = (at: Instant) => new Date(milliseconds(at) - 60_000).toISOString();
  return {
    number: (value: number) => number().format(value),
    percent: (share: number) => percent().format(share),
    /** `12 345,00 zł` with spaces that do not break. */
    money: (amount: Grosze) => `${zloty().format(amount / 100)}${NBSP}zł`,
    /** Without `,00` where there are no grosze: for tables and sentences. */
    shortMoney: (amount: Grosze) =>
      amount % 100 === 0
        ? `${wholeZloty().format(amount / 100)}${NBSP}zł`
        : `${zloty().format(amount / 100)}${NBSP}zł`,
    day,
    shortDay,
    time,
    /** To the second where it is no whole minute. */
    clock: (at: Instant) => (milliseconds(at) % 60_000 === 0 ? time(at) : second(at)),
    moment: (at: Instant) => `${day(at)}, ${time(at)}`,
    /** An exclusive end as people read it: midnight is 23:59 of the day before. */
    deadline: (at: Instant) =>
      time(at) === "00:00" ? `${day(beforeMidnight(at))}, 23:59` : `${day(at)}, ${time(at)}`,
    date: (date: LocalDate) => shortDay(`${date}T12:00:00.000Z`),
    /** The form of a noun for a count; Polish needs one, few and many. */
    plural: (count: number, forms: { one: string; few?: string; many?: string; other: string }) => {
      const kind = plural().select(count);
      return (kind === "one" || kind === "few" || kind === "many" ? forms[kind] : undefined) ?? forms.other;
    },
    compare: (a: string, b: string) => collator().compare(a, b),
  };
};

export type Formats = ReturnType<typeof formatsOf>;
