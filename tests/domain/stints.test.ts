import { expect, test } from "vitest";
import { stretchesOf } from "../../shared/domain/signals/stint.ts";

const rulesAt = (at: string): string[] => stretchesOf(at).map(({ rule }) => rule);

test("a point is closed at night by the city's clocks, in summer and in winter", () => {
  expect(rulesAt("2027-07-01T03:59:59.999Z")).toEqual(["desk-pace", "desk-hour"]);
  expect(rulesAt("2027-07-01T04:00:00.000Z")).toEqual(["desk-pace"]);
  expect(rulesAt("2027-07-01T19:59:59.999Z")).toEqual(["desk-pace"]);
  expect(rulesAt("2027-07-01T20:00:00.000Z")).toEqual(["desk-pace", "desk-hour"]);
  expect(rulesAt("2027-12-01T04:59:59.999Z")).toEqual(["desk-pace", "desk-hour"]);
  expect(rulesAt("2027-12-01T05:00:00.000Z")).toEqual(["desk-pace"]);
});

test("a stretch stands on the clock: whoever comes in it, it says neither the minute nor the second", () => {
  const [pace, hour] = stretchesOf("2027-07-01T22:33:12.345Z");
  expect(pace).toMatchObject({ from: "2027-07-01T22:30:00.000Z", to: "2027-07-01T22:35:00.000Z", least: 10 });
  expect(hour).toMatchObject({ from: "2027-07-01T22:00:00.000Z", to: "2027-07-01T23:00:00.000Z", least: 1 });
});
