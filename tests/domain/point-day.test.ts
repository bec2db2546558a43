import { expect, test } from "vitest";
import { checkSignable } from "../../shared/domain/voting/point-day.ts";

const cycle = {
  phase: "voting",
  calendar: [{ name: "voting", startsAt: "2027-09-10T08:00:00.000Z", endsAt: "2027-09-24T08:00:00.000Z" }],
} as const;

test("a point's day is signed on that day or later, never before it has come", () => {
  const signed = (today: string) =>
    checkSignable(
      { day: "2027-09-20", today, cycle: { ...cycle, calendar: [...cycle.calendar] } },
      { cards: 0, left: 0 },
    ).ok;
  expect([signed("2027-09-19"), signed("2027-09-20"), signed("2027-09-21")]).toEqual([false, true, true]);
});
