import fc from "fast-check";
import { expect, test } from "vitest";
import { cityNamed } from "../../shared/cities/cities.ts";
import { LocalMoment, localMoment } from "../../shared/domain/local-moment.ts";
import { dayOf, instant, plusDays } from "../../shared/domain/time.ts";
import {
  announcedOn,
  byUrgency,
  type Consultation,
  lastDayOf,
  missingChannels,
  paragraphsOf,
  statusAt,
  termFault,
} from "../../shared/subjects/consultations/rules.ts";

const hour = (n: number): string => instant(Date.UTC(2027, 2, 1) + n * 3_600_000);

const consultation = (n: number, startsAt: number, lasts: number, isPublished: boolean): Consultation => ({
  id: `cns_${String(n).padStart(16, "0")}`,
  kind: "formal",
  subject: { title: "T", decided: "D", fixed: "F" },
  territory: "citywide",
  forms: ["online"],
  startsAt: hour(startsAt),
  endsAt: hour(startsAt + lasts),
  version: 1,
  announcements: [],
  documents: [],
  activities: [],
  moderators: [],
  duties: {},
  ...(isPublished && { publishedAt: hour(-1000) }),
  createdAt: hour(-1001),
  fingerprint: "",
});

const some = fc.array(
  fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 50 }), fc.boolean()),
  { maxLength: 12 },
);

test("a list shows what can be joined before what is to come, and both before what is over", () => {
  fc.assert(
    fc.property(some, (drawn) => {
      const all = drawn.map(([start, lasts, isPublished], n) => consultation(n, start, lasts, isPublished));
      const statuses = all.toSorted(byUrgency(hour(0))).map((one) => statusAt(one, hour(0)));
      const order = ["gathering", "announced", "ended", "prepared"];
      expect(statuses).toEqual(statuses.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    }),
  );
});

test("a consultation goes from announced to gathering to over, and never back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 20 }), (start, lasts) => {
      const one = consultation(1, start, lasts, true);
      const seen = Array.from({ length: 45 }, (_, n) => statusAt(one, hour(n - 1)));
      const order = ["announced", "gathering", "ended"];
      expect(seen.map((status) => order.indexOf(status))).toEqual(
        seen.map((status) => order.indexOf(status)).toSorted((a, b) => a - b),
      );
      expect(new Set(seen)).toEqual(new Set(order));
    }),
  );
});

test("a time typed into a form is the city's, and comes back as it was typed", () => {
  expect(LocalMoment.parse("2027-07-01T17:00")).toBe("2027-07-01T15:00:00.000Z");
  expect(LocalMoment.parse("2027-01-01T17:00")).toBe("2027-01-01T16:00:00.000Z");
  expect(localMoment("2027-07-01T15:00:00.000Z")).toBe("2027-07-01T17:00");
});

test.each(["2027-03-28T02:30", "2027-10-31T02:30", "2027-02-30T10:00", "jutro", ""])(
  "%j is no time that a meeting can be at",
  (text) => {
    expect(LocalMoment.safeParse(text).success).toBe(false);
  },
);

const { planning, dialogue } = cityNamed("katowice").consultations;

const announced = (days: readonly number[]) =>
  planning.channels.map((channel, n) => ({
    channel,
    on: dayOf(hour(24 * (days[n] ?? 0))),
    byName: "Ewa",
  }));

test("a term runs from the latest of the announcements that are needed, and a repeated one does not restart it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 5 }),
      fc.integer({ min: 1, max: 100 }),
      (days, lasts) => {
        const latest = dayOf(hour(24 * Math.max(...days)));
        const one = { ...consultation(1, 0, 24 * lasts, false), announcements: announced(days) };
        const again = {
          ...one,
          announcements: [...one.announcements, ...announced(days.map((day) => day + 50))],
        };
        expect([announcedOn(one, planning), announcedOn(again, planning)]).toEqual([latest, latest]);
        const isTooShort = lastDayOf(one) < plusDays(latest, 28);
        expect(termFault(one, planning)?.code).toBe(isTooShort ? "consultation/term" : undefined);
      },
    ),
  );
});

test("what is missing is what the kind needs and nobody has noted", () => {
  const one = { announcements: announced([]).slice(2) };
  expect(missingChannels(one, planning)).toEqual(planning.channels.slice(0, 2));
  expect(missingChannels({ announcements: [] }, dialogue)).toEqual([]);
  expect(termFault(consultation(1, 0, 1, false), dialogue)).toBeUndefined();
});

test("a consultation that ends at midnight ends with the day before", () => {
  expect(lastDayOf({ endsAt: "2027-03-15T23:00:00.000Z" })).toBe("2027-03-15");
  expect(lastDayOf({ endsAt: "2027-03-15T23:00:00.001Z" })).toBe("2027-03-15");
  expect(lastDayOf({ endsAt: "2027-03-15T23:30:00.000Z" })).toBe("2027-03-16");
});

test("paragraphs of a document are what stands between empty lines", () => {
  expect(paragraphsOf("§ 1. Ławki.\nI kosze.\n\n  \n§ 2. Drzewa.\n")).toEqual([
    "§ 1. Ławki.\nI kosze.",
    "§ 2. Drzewa.",
  ]);
});
