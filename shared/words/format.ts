import type { Grosze } from "../domain/money.ts";
import { CITY_ZONE, type Instant, type LocalDate, milliseconds } from "../domain/time.ts";

const NBSP = "\u00a0";

/** How one language writes numbers, money, dates and counted nouns. Times are the city's, Europe/Warsaw. */
export const formatsOf = (locale: string) => {
  const number = new Intl.NumberFormat(locale, { useGrouping: "always" });
  const zloty = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    useGrouping: "always",
  });
  const wholeZloty = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, useGrouping: "always" });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const plural = new Intl.PluralRules(locale);
  const dateFormat = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: CITY_ZONE, ...options });
    return (at: Instant): string => format.format(milliseconds(at));
  };
  const day = dateFormat({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const shortDay = dateFormat({ day: "numeric", month: "long", year: "numeric" });
  const time = dateFormat({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const beforeMidnight = (at: Instant) => new Date(milliseconds(at) - 60_000).toISOString();
  return {
    number: (value: number) => number.format(value),
    percent: (share: number) => percent.format(share),
    /** `12 345,00 zł` with spaces that do not break. */
    money: (amount: Grosze) => `${zloty.format(amount / 100)}${NBSP}zł`,
    /** Without `,00` where there are no grosze: for tables and sentences. */
    shortMoney: (amount: Grosze) =>
      amount % 100 === 0
        ? `${wholeZloty.format(amount / 100)}${NBSP}zł`
        : `${zloty.format(amount / 100)}${NBSP}zł`,
    day,
    shortDay,
    time,
    moment: (at: Instant) => `${day(at)}, ${time(at)}`,
    /** An exclusive end as people read it: midnight is 23:59 of the day before. */
    deadline: (at: Instant) =>
      time(at) === "00:00" ? `${day(beforeMidnight(at))}, 23:59` : `${day(at)}, ${time(at)}`,
    date: (date: LocalDate) => shortDay(`${date}T12:00:00.000Z`),
    /** The form of a noun for a count; Polish needs one, few and many. */
    plural: (count: number, forms: { one: string; few?: string; many?: string; other: string }) => {
      const kind = plural.select(count);
      return (kind === "one" || kind === "few" || kind === "many" ? forms[kind] : undefined) ?? forms.other;
    },
    compare: new Intl.Collator(locale, { numeric: true }).compare,
  };
};

export type Formats = ReturnType<typeof formatsOf>;
