import fc from "fast-check";
import { expect, test } from "vitest";
import { SIGNAL_RULES } from "../../shared/domain/signals/rules.ts";
import { stretchesOf } from "../../shared/domain/signals/stint.ts";

const rulesAt = (at: string): string[] => stretchesOf(at).map(({ rule }) => rule);

test("a point is closed at night by the city's clocks, in summer and in winter", () => {
  const isNight = (at: string): boolean => rulesAt(at).includes("desk-hour");
  expect(isNight("2027-07-01T03:59:59.999Z")).toBe(true);
  expect(isNight("2027-07-01T04:00:00.000Z")).toBe(false);
  expect(isNight("2027-07-01T19:59:59.999Z")).toBe(false);
  expect(isNight("2027-07-01T20:00:00.000Z")).toBe(true);
  expect(isNight("2027-12-01T04:59:59.999Z")).toBe(true);
  expect(isNight("2027-12-01T05:00:00.000Z")).toBe(false);
});

test("a stretch stands on the clock: whoever comes in it, it says neither the minute nor the second", () => {
  const [pace, shifted, hour] = stretchesOf("2027-07-01T22:33:12.345Z");
  expect(pace).toMatchObject({ from: "2027-07-01T22:30:00.000Z", to: "2027-07-01T22:35:00.000Z", least: 10 });
  expect(shifted).toMatchObject({ from: "2027-07-01T22:32:30.000Z", to: "2027-07-01T22:37:30.000Z" });
  expect(hour).toMatchObject({ from: "2027-07-01T22:00:00.000Z", to: "2027-07-01T23:00:00.000Z", least: 1 });
});

test("whoever comes within two and a half minutes shares a stretch, wherever the clock stands", () => {
  const paceAt = (ms: number): string[] =>
    stretchesOf(new Date(ms).toISOString()).flatMap(({ rule, grid, from }) =>
      rule === "desk-pace" ? [`${grid} ${from}`] : [],
    );
  const halfMs = (SIGNAL_RULES["desk-pace"].seconds * 1000) / 2;
  const day = Date.parse("2027-07-01T00:00:00.000Z");
  fc.assert(
    fc.property(fc.nat(86_400_000), fc.nat(halfMs), (at, gap) => {
      const first = paceAt(day + at);
      expect(first).toHaveLength(2);
      expect(paceAt(day + at + gap).some((stretch) => first.includes(stretch))).toBe(true);
    }),
  );
});
