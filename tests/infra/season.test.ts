import { expect, test } from "vitest";
import { momentOf, seasonCalendar } from "../../infra/rehearse/season/calendar.ts";
import { differencesOf, type Observed } from "../../infra/rehearse/season/compare.ts";
import { coursesOf } from "../../infra/rehearse/season/expected.ts";
import { inList } from "../../infra/rehearse/season/lists.ts";
import { PLANTS, spoilt } from "../../infra/rehearse/season/plants.ts";
import { lettersOf } from "../../infra/rehearse/season/post.ts";
import { seasonScript } from "../../infra/rehearse/season/script.ts";
import { daysAfter, workingDaysAfter } from "../../infra/rehearse/season/working-days.ts";
import { rehearseSeason } from "../../infra/rehearse/season.ts";
import { LocalDate, plusWorkingDays, startOfDay } from "../../shared/domain/time.ts";
import { chanceOf, IS_LONG, seed } from "../kit/chance.ts";

const chance = chanceOf(seed, "season");
const CALENDAR = seasonCalendar("2027-03-11");

const countOf = <T>(items: readonly T[], is: (item: T) => boolean): number => items.filter(is).length;

test("a whole season has the figures that Katowice published", () => {
  const { filings } = seasonScript(seed);
  const byChannel = (channel: string): number => countOf(filings, (one) => one.channel === channel);
  expect(filings).toHaveLength(313);
  expect(["online", "desk", "email", "epuap"].map(byChannel)).toEqual([176, 116, 19, 2]);
  const appeals = filings.flatMap(({ formalAppeal, meritAppeal }) => [formalAppeal, meritAppeal]);
  expect(countOf(appeals, (one) => one === "upheld" || one === "dismissed")).toBe(26);
  expect(new Set(coursesOf(seasonScript(seed)).map(({ number }) => number ?? "")).size).toBe(309);
});

test("in every season, however small, everything happens, and what happens hangs together", () => {
  for (let n = 0; n < (IS_LONG ? 40 : 4); n++) {
    const courses = coursesOf(seasonScript(chance.below(1_000_000), 24 + chance.below(60)));
    const kinds = new Set(courses.map(({ filing }) => filing.formal));
    expect(kinds.size).toBe(7);
    expect(new Set(courses.map(({ filing }) => filing.channel)).size).toBe(4);
    for (const { filing, number, formal, formalAppeal, merit, isOnBallot } of courses) {
      expect(number === null).toBe(filing.isLate);
      if (formal === null) expect([merit, isOnBallot]).toEqual([null, false]);
      if (formal === "rejected" && formalAppeal !== "upheld") expect(merit).toBeNull();
      if (filing.withdrawal !== null) expect(isOnBallot).toBe(false);
    }
  }
});

test("working days and moments are reckoned as the system does, by another way", () => {
  for (let n = 0; n < (IS_LONG ? 2000 : 200); n++) {
    const day = daysAfter("2026-01-01", chance.below(7 * 365 - 60));
    const count = 1 + chance.below(20);
    expect(workingDaysAfter(day, count)).toBe(plusWorkingDays(LocalDate.parse(day), count));
    expect(momentOf(day, "00:00:00")).toBe(startOfDay(LocalDate.parse(day)));
  }
});

/** A season that came to what its script says. */
const faultless = (courses: ReturnType<typeof coursesOf>): Observed => ({
  lists: Object.fromEntries(
    ["formal", "merit", "appeals", "ballot"].map((list) => [list, inList(list, courses)]),
  ),
  letters: new Map(
    courses.flatMap((course) => {
      const { email } = course.filing.author;
      const letters = lettersOf(course, CALENDAR).map(({ subject, says }) => ({ subject, text: says }));
      return email === null ? [] : [[email, letters] as const];
    }),
  ),
});

test("whatever is not as it was played is told: a letter, a verdict, a row, a day", () => {
  const courses = coursesOf(seasonScript(seed, 60));
  const good = faultless(courses);
  expect(differencesOf(courses, CALENDAR, good)).toEqual([]);
  for (const plant of ["letter", "row"] as const)
    expect(differencesOf(courses, CALENDAR, spoilt(good, plant)).length, plant).toBeGreaterThan(0);
  const swapped = (good.lists.formal ?? []).map(({ number, result }, n) =>
    n > 0 ? { number, result } : { number, result: result === "accepted" ? "rejected" : "accepted" },
  );
  expect(
    differencesOf(courses, CALENDAR, { ...good, lists: { ...good.lists, formal: swapped } }),
  ).toHaveLength(2);
  const late = { ...CALENDAR, callEnds: daysAfter(CALENDAR.callEnds, 3) };
  expect(differencesOf(courses, late, good).length).toBeGreaterThan(0);
});

if (IS_LONG)
  for (const plant of [null, ...PLANTS])
    test(`a small season through the doors, with ${plant ?? "nothing"} planted`, async () => {
      const differences = await rehearseSeason({ seed, size: 24, plant });
      if (plant === null) expect(differences).toEqual([]);
      else expect(differences.length).toBeGreaterThan(0);
    }, 600_000);
