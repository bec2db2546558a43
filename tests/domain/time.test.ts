import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { localEnd, localTime } from "../../shared/domain/local-time.ts";
import { readMoment } from "../../shared/domain/text/moment.ts";
import {
  CITY_ZONE,
  dayOf,
  endOfDay,
  epochSeconds,
  instant,
  isWorkingDay,
  localInstant,
  milliseconds,
  plusDays,
  plusSeconds,
  plusWorkingDays,
  secondsBetween,
  startOfDay,
} from "../../shared/domain/time.ts";

const HOUR_MS = 3_600_000;
const FROM = Date.parse("2024-12-31T23:00:00.000Z");
const UNTIL = Date.parse("2030-12-31T23:00:00.000Z");

/** The last Sundays of March and October, when the clocks of the Union change at 01:00 UTC (Directive 2000/84/EC). */
const CHANGES = [
  ["2025-03-30", "2025-10-26"],
  ["2026-03-29", "2026-10-25"],
  ["2027-03-28", "2027-10-31"],
  ["2028-03-26", "2028-10-29"],
  ["2029-03-25", "2029-10-28"],
  ["2030-03-31", "2030-10-27"],
] as const;
const SPRINGS = CHANGES.map(([spring]) => spring);
const AUTUMNS = CHANGES.map(([, autumn]) => autumn);

const moments = fc.integer({ min: FROM / 60_000, max: UNTIL / 60_000 }).map((minute) => minute * 60_000);
const days = fc.integer({ min: 0, max: 2190 }).map((count) => plusDays("2025-01-01", count));
const minutes = fc.integer({ min: 0, max: 59 }).map((minute) => String(minute).padStart(2, "0"));

/** The deadline, which is one. */
const deadline = (local: string): string => {
  const at = localInstant(local);
  if (at === "gap" || at === "overlap") throw new Error(`${local} is a ${at}`);
  return at;
};

/** What the city's clocks show, read from the ICU of the platform instead of from Temporal. */
const clocks = new Intl.DateTimeFormat("sv-SE", {
  timeZone: CITY_ZONE,
  dateStyle: "short",
  timeStyle: "short",
});
const shown = (at: number): string => clocks.format(at).replace(" ", "T");

describe("a deadline on the city's clocks", () => {
  test("10 000 moments of six years are shown and read back as themselves, or refused as shown twice", () => {
    fc.assert(
      fc.property(moments, (moment) => {
        const local = shown(moment);
        const isTwice = shown(moment + HOUR_MS) === local || shown(moment - HOUR_MS) === local;
        expect(localInstant(local)).toBe(isTwice ? "overlap" : instant(moment));
      }),
      { numRuns: 10_000 },
    );
  });

  test.each(SPRINGS)("an hour that the clocks skip in spring is no deadline: %s, 02:00 to 03:00", (day) => {
    fc.assert(
      fc.property(minutes, (minute) => {
        expect(localInstant(`${day}T02:${minute}`)).toBe("gap");
      }),
      { numRuns: 60 },
    );
    expect(secondsBetween(deadline(`${day}T01:59`), deadline(`${day}T03:00`))).toBe(60);
    expect(deadline(`${day}T03:00`)).toBe(`${day}T01:00:00.000Z`);
    expect(secondsBetween(startOfDay(day), endOfDay(day))).toBe(23 * 3600);
  });

  test.each(AUTUMNS)("an hour shown twice in autumn is no deadline: %s, 02:00 to 03:00", (day) => {
    fc.assert(
      fc.property(minutes, (minute) => {
        expect(localInstant(`${day}T02:${minute}`)).toBe("overlap");
      }),
      { numRuns: 60 },
    );
    expect(secondsBetween(deadline(`${day}T01:59`), deadline(`${day}T03:00`))).toBe(2 * 3600 + 60);
    expect(deadline(`${day}T03:00`)).toBe(`${day}T02:00:00.000Z`);
    expect(secondsBetween(startOfDay(day), endOfDay(day))).toBe(25 * 3600);
  });

  test("whoever types 24:00 means the next midnight, on every day", () => {
    expect(localInstant("2026-09-23T24:00")).toBe("2026-09-23T22:00:00.000Z");
    fc.assert(
      fc.property(days, (day) => {
        expect(localInstant(`${day}T24:00`)).toBe(localInstant(`${plusDays(day, 1)}T00:00`));
        expect(localInstant(`${day}T24:00:00`)).toBe(endOfDay(day));
      }),
    );
  });

  test("a day ends where the next one begins, and its last millisecond still belongs to it", () => {
    fc.assert(
      fc.property(days, (day) => {
        const end = endOfDay(day);
        expect(end).toBe(startOfDay(plusDays(day, 1)));
        expect(dayOf(instant(milliseconds(end) - 1))).toBe(day);
        expect(dayOf(end)).toBe(plusDays(day, 1));
      }),
    );
  });

  test("what is typed for a field is what the field shows afterwards", () => {
    fc.assert(
      fc.property(moments, (moment) => {
        const read = readMoment(localTime(instant(moment)));
        expect("value" in read ? read.value : read.fault.rule).toBe(
          shown(moment + HOUR_MS) === shown(moment) || shown(moment - HOUR_MS) === shown(moment)
            ? "overlap"
            : instant(moment),
        );
      }),
    );
    expect(localEnd(endOfDay("2027-09-23"))).toBe("2027-09-23 24:00");
    expect(readMoment("2027-09-23 9:30")).toEqual({ value: "2027-09-23T07:30:00.000Z" });
    expect(readMoment(" 2027-09-23T24:00 ")).toEqual({ value: "2027-09-23T22:00:00.000Z" });
  });

  test("a day or an hour that no calendar has is refused by its form", () => {
    for (const typed of ["2027-02-30 24:00", "2027-13-01 10:00", "2027-09-23 25:00", "23.13.2027 10:00", ""])
      expect(readMoment(typed)).toEqual({ fault: { rule: "moment" } });
  });
});

describe("the arithmetic of moments", () => {
  test("as text they sort as time does, and seconds added are seconds between", () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 1e9 }), (moment, seconds) => {
        const [from, to] = [instant(moment), plusSeconds(instant(moment), seconds)];
        expect(from < to).toBe(true);
        expect(secondsBetween(from, to)).toBe(seconds);
        expect(epochSeconds(to) - epochSeconds(from)).toBe(seconds);
      }),
    );
    expect(epochSeconds("1970-01-01T00:00:01.999Z")).toBe(1);
  });
});

/** Easter Sundays as calendars print them. */
const EASTERS = {
  2019: "04-21",
  2020: "04-12",
  2021: "04-04",
  2022: "04-17",
  2023: "04-09",
  2024: "03-31",
  2025: "04-20",
  2026: "04-05",
  2027: "03-28",
  2028: "04-16",
  2029: "04-01",
  2030: "04-21",
  2038: "04-25",
};

describe("working days of the office", () => {
  test.each([
    ["2023-08-10", 3, "2023-08-16"],
    ["2020-08-21", 3, "2020-08-26"],
    ["2025-12-23", 1, "2025-12-29"],
    ["2024-12-23", 1, "2024-12-24"],
    ["2027-04-30", 1, "2027-05-04"],
  ])("of what is published on %s, working day %i is %s", (day, count, last) => {
    expect(plusWorkingDays(day, count)).toBe(last);
  });

  test.each(Object.entries(EASTERS))(
    "Easter Monday and Corpus Christi of %s are days off, Good Friday is not",
    (year, easter) => {
      const sunday = `${year}-${easter}`;
      expect(isWorkingDay(plusDays(sunday, 1))).toBe(false);
      expect(isWorkingDay(plusDays(sunday, 60))).toBe(false);
      expect(Temporal.PlainDate.from(plusDays(sunday, 60)).dayOfWeek).toBe(4);
      const friday = plusDays(sunday, -2);
      expect(isWorkingDay(friday)).toBe(true);
    },
  );

  test("Christmas Eve is a day off since 2025 and was not before", () => {
    expect(["2024-12-24", "2025-12-24", "2026-12-24"].map(isWorkingDay)).toEqual([true, false, false]);
  });

  test("the n-th working day is one, and n of them lie between", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), (day, count) => {
        const last = plusWorkingDays(day, count);
        expect(isWorkingDay(last)).toBe(true);
        const length = Temporal.PlainDate.from(day).until(last).days;
        const between = Array.from({ length }, (_, n) => plusDays(day, n + 1)).filter(isWorkingDay);
        expect(between).toHaveLength(count);
      }),
    );
    expect(plusWorkingDays("2027-09-23", 0)).toBe("2027-09-23");
  });

  test("of 2026 are all weekdays but these", () => {
    const year = Array.from({ length: 365 }, (_, n) => plusDays("2026-01-01", n));
    const weekdays = year.filter((day) => Temporal.PlainDate.from(day).dayOfWeek < 6);
    expect(weekdays.filter((day) => !isWorkingDay(day))).toEqual([
      "2026-01-01",
      "2026-01-06",
      "2026-04-06",
      "2026-05-01",
      "2026-06-04",
      "2026-11-11",
      "2026-12-24",
      "2026-12-25",
    ]);
    expect(year.filter(isWorkingDay)).toHaveLength(253);
  });
});
