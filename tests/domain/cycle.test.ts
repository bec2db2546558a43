import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Calendar, checkCalendar, withEntry } from "../../shared/domain/cycle/calendar.ts";
import { newestFirst } from "../../shared/domain/cycle/newest-first.ts";
import { mayBeCancelled, PHASES, type Phase } from "../../shared/domain/cycle/phases.ts";
import {
  blockedSeconds,
  type Course,
  decideOpening,
  nextPhase,
  SEALING_DELAY_SECONDS,
  secondsUntilEnding,
  secondsUntilOpening,
  takesTwo,
  UNDATED_SECONDS,
} from "../../shared/domain/cycle/schedule.ts";
import { courseOf } from "../../shared/domain/cycle/tasks.ts";
import {
  dayOf,
  endOfDay,
  instant,
  localInstant,
  milliseconds,
  plusSeconds,
} from "../../shared/domain/time.ts";

const START = milliseconds("2027-01-01T00:00:00.000Z");
const DAY_MS = 86_400_000;

const DATED = PHASES.filter((phase) => phase !== "draft" && phase !== "cancelled");

const at = (day: number): string => instant(START + day * DAY_MS);

/** A calendar in order: some of the phases, each with days of its own, up to ten years on. */
const calendars: fc.Arbitrary<Calendar> = fc
  .tuple(
    fc.subarray(DATED, { minLength: 1 }),
    fc.array(fc.integer({ min: 0, max: 150 }), { minLength: 24, maxLength: 24 }),
  )
  .map(([names, steps]) => {
    let day = 0;
    return names.map((name, index) => {
      const startsOn = day + (steps[2 * index] ?? 0);
      day = startsOn + 1 + (steps[2 * index + 1] ?? 0);
      return { name, startsAt: at(startsOn), endsAt: at(day) };
    });
  });

const phases = fc.constantFrom(...PHASES);

const courses: fc.Arbitrary<Course> = fc.record(
  { phase: phases, calendar: calendars, requested: fc.record({ to: phases }, { noNullPrototype: true }) },
  { requiredKeys: ["phase", "calendar"], noNullPrototype: true },
);

const moments = fc
  .integer({ min: -400, max: 4000 })
  .chain((day) => fc.integer({ min: -1500, max: 1500 }).map((ms) => instant(START + day * DAY_MS + ms)));

describe("the phases of a cycle", () => {
  test("lead every calendar from the draft to the end, forwards only, and past the vote and its count", () => {
    fc.assert(
      fc.property(calendars, (calendar) => {
        const course = courseOf({ phase: "draft", calendar });
        const places = course.map((phase) => PHASES.indexOf(phase));
        expect(places).toEqual(places.toSorted((one, other) => one - other));
        expect(new Set(course).size).toBe(course.length);
        expect(course.at(-1)).toBe("closed");
        expect(course.slice(course.indexOf("ballot-frozen"))).toEqual(
          PHASES.slice(PHASES.indexOf("ballot-frozen"), PHASES.indexOf("cancelled")),
        );
        const named = calendar.map(({ name }) => name);
        expect(course.filter((phase) => named.includes(phase))).toEqual(named);
      }),
    );
  });

  test("end where they end: nothing follows a closed or a cancelled cycle", () => {
    fc.assert(
      fc.property(calendars, fc.constantFrom<Phase>("closed", "cancelled"), (calendar, phase) => {
        expect(nextPhase({ phase, calendar })).toBeUndefined();
        expect(secondsUntilEnding({ phase, calendar }, phase, at(0))).toBe(0);
      }),
    );
  });

  test("may be called off until the results are public, and not after", () => {
    expect(PHASES.filter(mayBeCancelled)).toEqual(PHASES.slice(0, PHASES.indexOf("results")));
  });
});

describe("a calendar", () => {
  test("in order is taken, however its phases are listed", () => {
    fc.assert(
      fc.property(
        calendars.chain((calendar) =>
          fc.tuple(fc.constant(calendar), fc.shuffledSubarray(calendar, { minLength: calendar.length })),
        ),
        ([calendar, listed]) => {
          expect(checkCalendar(listed)).toEqual({ ok: true, value: calendar });
        },
      ),
    );
  });

  test("in which a phase ends before it begins is refused, and the entry is pointed at", () => {
    fc.assert(
      fc.property(calendars, fc.nat(), fc.nat(5), (calendar, pick, days) => {
        const index = pick % calendar.length;
        const wrong = calendar.with(index, {
          ...(calendar[index] as Calendar[number]),
          endsAt: instant(milliseconds(calendar[index]?.startsAt ?? "") - days * DAY_MS),
        });
        expect(checkCalendar(wrong)).toMatchObject({
          ok: false,
          refusal: {
            code: "cycle/calendar",
            pointer: `/calendar/${index}/endsAt`,
            facts: { problem: "order" },
          },
        });
      }),
    );
  });

  test("in which a phase begins before the one before it ends is refused, and the later is pointed at", () => {
    fc.assert(
      fc.property(
        calendars.filter(({ length }) => length > 1),
        fc.nat(),
        (calendar, pick) => {
          const index = 1 + (pick % (calendar.length - 1));
          const wrong = calendar.with(index, {
            ...(calendar[index] as Calendar[number]),
            startsAt: instant(milliseconds(calendar[index - 1]?.endsAt ?? "") - 1),
          });
          expect(checkCalendar(wrong)).toMatchObject({
            ok: false,
            refusal: { pointer: `/calendar/${index}/startsAt`, facts: { phase: calendar[index]?.name } },
          });
        },
      ),
    );
  });

  test("that names a phase twice is refused", () => {
    fc.assert(
      fc.property(calendars, fc.nat(), (calendar, pick) => {
        const entry = calendar[pick % calendar.length] as Calendar[number];
        const again = { ...entry, startsAt: at(5000), endsAt: at(5001) };
        expect(checkCalendar([...calendar, again])).toMatchObject({
          ok: false,
          refusal: { pointer: `/calendar/${calendar.length}/startsAt` },
        });
      }),
    );
  });

  test("with a phase moved is still in order, or refused", () => {
    fc.assert(
      fc.property(
        calendars,
        fc.constantFrom(...DATED),
        fc.nat(1500),
        fc.nat(90),
        (calendar, name, day, days) => {
          const moved = withEntry(calendar, { name, startsAt: at(day), endsAt: at(day + days) });
          if (!moved.ok) return;
          expect(checkCalendar(moved.value)).toEqual(moved);
          expect(moved.value.filter((entry) => entry.name === name)).toHaveLength(1);
          expect(moved.value.filter((entry) => entry.name !== name)).toEqual(
            calendar.filter((entry) => entry.name !== name),
          );
        },
      ),
    );
  });
});

describe("a hold", () => {
  test("lasts whole seconds, never fewer than none, never longer than a state machine may sleep", () => {
    fc.assert(
      fc.property(courses, phases, moments, (course, phase, now) => {
        for (const seconds of [
          secondsUntilOpening(course, phase, now),
          secondsUntilEnding(course, phase, now),
        ]) {
          expect(Number.isInteger(seconds)).toBe(true);
          expect(seconds).toBeGreaterThanOrEqual(0);
          expect(seconds).toBeLessThanOrEqual(UNDATED_SECONDS);
        }
      }),
    );
  });

  test("is over when its date has come, and not a second earlier", () => {
    fc.assert(
      fc.property(calendars, fc.nat(), fc.integer({ min: -1500, max: 1500 }), (calendar, pick, ms) => {
        const { name, startsAt, endsAt } = calendar[pick % calendar.length] as Calendar[number];
        const near = (moment: string) => instant(milliseconds(moment) + ms);
        const course: Course = { phase: "draft", calendar };
        const isEarly = ms < 0;
        expect(secondsUntilOpening(course, name, near(startsAt)) > 0).toBe(isEarly);
        const end = name === "voting" ? plusSeconds(endsAt, SEALING_DELAY_SECONDS) : endsAt;
        // The last phase of all has nothing to wait for.
        expect(secondsUntilEnding(course, name, near(end)) > 0).toBe(isEarly && name !== "closed");
      }),
    );
  });

  test("for a move that staff asked for is over at once", () => {
    fc.assert(
      fc.property(courses, moments, (course, now) => {
        const next = nextPhase(course);
        fc.pre(next !== undefined);
        const asked = { ...course, requested: { to: next } };
        expect(secondsUntilOpening(asked, next, now)).toBe(0);
        if (course.phase !== "voting") expect(secondsUntilEnding(asked, course.phase, now)).toBe(0);
        expect(decideOpening(asked, next, now, [])).toEqual({ state: "opened" });
      }),
    );
  });

  test("ends with its execution in the last phase", () => {
    expect(secondsUntilEnding({ phase: "closed", calendar: [] }, "closed", at(0))).toBe(0);
  });
});

describe("a vote", () => {
  const window = { name: "voting", startsAt: at(10), endsAt: at(20) } as const;
  const asked = (to: Phase, endsAt: string): Course => ({
    phase: "voting",
    calendar: [{ ...window, endsAt }],
    requested: { to },
  });

  test.each(["sealed", "cancelled"] as const)("ended by staff (%s) is sealed only 60 seconds after", (to) => {
    const now = at(15);
    expect(secondsUntilEnding(asked(to, window.endsAt), "voting", now)).toBe(0);
    // The step shut the door at once; what was cast before has its minute.
    expect(secondsUntilEnding(asked(to, now), "voting", now)).toBe(60);
    expect(secondsUntilEnding(asked(to, now), "voting", plusSeconds(now, 59.999))).toBe(1);
    expect(secondsUntilEnding(asked(to, now), "voting", plusSeconds(now, 60))).toBe(0);
  });

  test("waits out its own minute when staff ask for the end during it", () => {
    expect(secondsUntilEnding(asked("sealed", window.endsAt), "voting", plusSeconds(window.endsAt, 1))).toBe(
      59,
    );
  });

  const evenings = fc
    .integer({ min: 0, max: 2190 })
    .map((count) => dayOf(instant(START - 730 * DAY_MS + count * DAY_MS)));

  test("extended over midnights and changes of the clocks ends at the local time that was promised", () => {
    fc.assert(
      fc.property(evenings, fc.integer({ min: 1, max: 14 }), (day, days) => {
        const opened = localInstant(`${day}T08:00`);
        const extended = withEntry([{ name: "voting", startsAt: opened, endsAt: endOfDay(day) }], {
          name: "voting",
          startsAt: opened,
          endsAt: instant(milliseconds(endOfDay(day)) + days * DAY_MS),
        });
        const until = instant(milliseconds(endOfDay(day)) + days * DAY_MS);
        expect(extended.ok).toBe(true);
        const course: Course = { phase: "voting", calendar: extended.ok ? extended.value : [] };
        expect(secondsUntilEnding(course, "voting", instant(milliseconds(until) - 1))).toBe(61);
        expect(secondsUntilEnding(course, "voting", plusSeconds(until, 60))).toBe(0);
      }),
    );
  });

  test("of one spring night is an hour shorter, of one autumn night an hour longer", () => {
    const lengthOf = (day: string): number => {
      const [startsAt, endsAt] = [localInstant(`${day}T00:00`), localInstant(`${day}T24:00`)];
      return secondsUntilEnding(
        { phase: "voting", calendar: [{ name: "voting", startsAt, endsAt }] },
        "voting",
        startsAt,
      );
    };
    expect([lengthOf("2027-03-28"), lengthOf("2027-10-31"), lengthOf("2027-09-23")]).toEqual([
      23 * 3600 + 60,
      25 * 3600 + 60,
      24 * 3600 + 60,
    ]);
  });
});

test("it takes two to end an open vote before its time, and to call an edition off from the vote on", () => {
  const calendar: Calendar = [{ name: "voting", startsAt: at(1), endsAt: at(2) }];
  const endsAt = at(2);
  const cases = PHASES.flatMap((phase) =>
    PHASES.flatMap((to) => [plusSeconds(endsAt, -1), endsAt].map((now) => ({ phase, to, now }))),
  );
  const byTwo = cases.filter(({ phase, to, now }) => takesTwo({ phase, calendar }, to, now));
  const before = PHASES.slice(0, PHASES.indexOf("voting"));
  expect(byTwo.filter(({ to }) => to !== "cancelled")).toEqual([
    { phase: "voting", to: "sealed", now: plusSeconds(endsAt, -1) },
  ]);
  expect(byTwo.some(({ phase }) => before.includes(phase))).toBe(false);
  for (const phase of PHASES.filter((one) => mayBeCancelled(one) && !before.includes(one)))
    expect(takesTwo({ phase, calendar }, "cancelled", at(9))).toBe(true);
});

describe("the opening of a phase", () => {
  const blockers = [{ what: "no-roll" }] as const;

  test("is decided by its date first, then by what blocks it", () => {
    fc.assert(
      fc.property(courses, phases, moments, (course, phase, now) => {
        const seconds = secondsUntilOpening(course, phase, now);
        const clear = decideOpening(course, phase, now, []);
        const blocked = decideOpening(course, phase, now, blockers);
        expect(clear).toEqual(seconds > 0 ? { state: "early", seconds } : { state: "opened" });
        expect(blocked).toEqual(seconds > 0 ? { state: "early", seconds } : { state: "blocked", blockers });
      }),
    );
  });

  test("that is blocked is looked at again after as long as it is overdue, at least an hour and at most a day", () => {
    const calendar: Calendar = [
      { name: "voting", startsAt: at(1), endsAt: at(3) },
      { name: "results", startsAt: at(90), endsAt: at(100) },
    ];
    const after = (seconds: number) => blockedSeconds({ calendar }, plusSeconds(at(3), seconds));
    expect([0, 3599, 3601, 50_000, 86_401, 60 * 86_400].map(after)).toEqual([
      3600, 3600, 3601, 50_000, 86_400, 86_400,
    ]);
    expect(blockedSeconds({ calendar }, plusSeconds(at(90), 1))).toBe(3600);
    expect(blockedSeconds({ calendar: [] }, at(1))).toBe(3600);
  });

  test("of the count and the urn follows at once, of an undated phase when staff say so", () => {
    const course: Course = {
      phase: "voting",
      calendar: [{ name: "voting", startsAt: at(1), endsAt: at(2) }],
    };
    const wait = (phase: Phase) => secondsUntilOpening(course, phase, at(0));
    expect(["sealed", "counting", "results"].map((phase) => wait(phase as Phase))).toEqual([0, 0, 0]);
    expect([wait("implementation"), wait("closed")]).toEqual([UNDATED_SECONDS, UNDATED_SECONDS]);
  });

  test("of the frozen list follows the work before it, but never a mere draft", () => {
    const wait = (phase: Phase) => secondsUntilOpening({ phase, calendar: [] }, "ballot-frozen", at(0));
    expect([wait("draft"), wait("appeals")]).toEqual([UNDATED_SECONDS, 0]);
  });
});

test("editions stand newest first, and those of one moment as they came", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 4 })), (days) => {
      const editions = days.map((day, n) => ({ n, day, createdAt: `2027-01-0${day}T00:00:00.000Z` }));
      const sorted = newestFirst(editions);
      expect(sorted.toSorted((one, other) => one.n - other.n)).toEqual(editions);
      for (const [index, { day, n }] of sorted.slice(1).entries()) {
        const before = sorted[index] ?? { day: 0, n: 0 };
        expect(before.day > day || (before.day === day && before.n < n)).toBe(true);
      }
    }),
  );
});
