import fc from "fast-check";
import { expect, test } from "vitest";
import { plusWorkingMinutes, workingMinutes } from "../../shared/domain/office/working-time.ts";
import { instant } from "../../shared/domain/time.ts";

const HOURS = { from: "07:30", to: "15:30" };
const at = (text: string) => instant(Date.parse(text));

test("what comes on a Friday afternoon is looked at by Monday's end of work", () => {
  expect(plusWorkingMinutes(at("2027-05-14T18:00:00+02:00"), 480, HOURS)).toBe(
    at("2027-05-17T15:30:00+02:00"),
  );
  expect(plusWorkingMinutes(at("2027-05-14T14:30:00+02:00"), 480, HOURS)).toBe(
    at("2027-05-17T14:30:00+02:00"),
  );
  // The third of May is a holiday.
  expect(plusWorkingMinutes(at("2027-04-30T15:00:00+02:00"), 60, HOURS)).toBe(
    at("2027-05-04T08:00:00+02:00"),
  );
  expect(workingMinutes(at("2027-05-14T18:00:00+02:00"), at("2027-05-17T07:45:00+02:00"), HOURS)).toBe(15);
});

test("so many working minutes on, the office has worked so many minutes", () => {
  const moment = fc
    .integer({ min: Date.parse("2026-01-01"), max: Date.parse("2028-12-31") })
    .map((ms) => instant(Math.floor(ms / 1000) * 1000));
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 5000 }), (from, minutes) => {
      expect(workingMinutes(from, plusWorkingMinutes(from, minutes, HOURS), HOURS)).toBe(minutes);
    }),
    { numRuns: 200 },
  );
});
