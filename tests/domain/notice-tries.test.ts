import { expect, test } from "vitest";
import { nextTry } from "../../shared/domain/notice/tries.ts";
import { secondsBetween } from "../../shared/domain/time.ts";

const START = "2027-09-10T08:00:00.000Z";

test("a letter that is put off is tried again soon, then less and less often, for about three days", () => {
  const waits: number[] = [];
  let at = START;
  for (let tries = 1; ; tries++) {
    const next = nextTry(tries, at);
    if (next === null) break;
    waits.push(secondsBetween(at, next));
    at = next;
  }
  expect(waits[0]).toBe(2);
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits.at(-1)).toBe(6 * 3600);
  const days = secondsBetween(START, at) / 86_400;
  expect(days).toBeGreaterThan(2.5);
  expect(days).toBeLessThan(3.5);
});
