import fc from "fast-check";
import { expect, test } from "vitest";
import {
  byUrgency,
  type Consultation,
  checkPublication,
  statusAt,
} from "../../shared/domain/consultation/consultation.ts";
import { LocalMoment, localMoment } from "../../shared/domain/local-moment.ts";
import { instant } from "../../shared/domain/time.ts";

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
      const order = ["open", "announced", "ended", "draft"];
      expect(statuses).toEqual(statuses.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    }),
  );
});

test("a consultation goes from announced to open to over, and never back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 20 }), (start, lasts) => {
      const one = consultation(1, start, lasts, true);
      const seen = Array.from({ length: 45 }, (_, n) => statusAt(one, hour(n - 1)));
      const order = ["announced", "open", "ended"];
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

test("a consultation is published up to the last millisecond in which somebody can take part", () => {
  const one = consultation(1, 0, 10, false);
  expect([
    checkPublication(one, instant(Date.parse(one.endsAt) - 1)).ok,
    checkPublication(one, one.endsAt).ok,
  ]).toEqual([true, false]);
});
