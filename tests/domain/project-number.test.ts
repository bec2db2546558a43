import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  compareNumbers,
  type NumberParts,
  NumberScheme,
  projectNumber,
  readProjectNumber,
} from "../../shared/domain/project/number-scheme.ts";
import { KATOWICE } from "../kit/katowice.ts";

const word = fc.stringMatching(/^[A-Za-z0-9]{1,6}(-[A-Za-z0-9]{1,6}){0,2}$/);

const parts: fc.Arbitrary<NumberParts> = fc.record({
  pool: word,
  sequence: fc.integer({ min: 1, max: 12_345 }),
  edition: word,
});

const scheme: fc.Arbitrary<NumberScheme> = fc
  .record({
    order: fc.shuffledSubarray(["{pool}", "{sequence}", "{edition}"], { minLength: 3 }),
    before: fc.constantFrom("", "BO-", "zgl.", "No"),
    between: fc.tuple(fc.constantFrom("/", ".", ":", "_", "/nr-/"), fc.constantFrom("/", ".", "--_", "._")),
    after: fc.constantFrom("", "/miasto", "Z"),
    sequenceDigits: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ order: [one, two, three], before, between: [first, second], after, sequenceDigits }) => ({
    template: `${before}${one}${first}${two}${second}${three}${after}`,
    sequenceDigits,
  }))
  .filter((made) => NumberScheme.safeParse(made).success);

test("A number is read back as it was written, whatever the city's scheme, pools and editions", () => {
  fc.assert(
    fc.property(scheme, parts, (one, given) => {
      expect(readProjectNumber(one, projectNumber(one, given))).toEqual(given);
    }),
  );
});

test("What is read is what would have been written", () => {
  fc.assert(
    fc.property(scheme, fc.string({ unit: fc.constantFrom(..."/._:-0189AZaz") }), (one, text) => {
      const read = readProjectNumber(one, text);
      if (read) expect(projectNumber(one, read)).toBe(text);
    }),
  );
});

describe("Katowice's numbers", () => {
  const { projectNumbers } = KATOWICE;

  it("are those that its editions gave", () => {
    expect(projectNumber(projectNumbers, { pool: "L13", sequence: 8, edition: "VII" })).toBe("L13/08/VII");
    expect(projectNumber(projectNumbers, { pool: "M", sequence: 66, edition: "VII" })).toBe("M/66/VII");
    expect(projectNumber(projectNumbers, { pool: "L22", sequence: 101, edition: "XII" })).toBe("L22/101/XII");
  });

  it.each(["L30/01/XII", "L11/01/X", "M/100/XII"])("know %s", (number) => {
    expect(readProjectNumber(projectNumbers, number)).not.toBeNull();
  });

  it.each(["L1/1/X", "L1/001/X", "L1/00/X", "L1//X", "L1/01", "/01/X", "L1/01/X/", "L1/0x/X", "L1 /01/X"])(
    "do not know %s",
    (number) => {
      expect(readProjectNumber(projectNumbers, number)).toBeNull();
    },
  );
});

test.each([
  ["no edition", "{pool}/{sequence}"],
  ["a part twice", "{pool}/{sequence}/{pool}/{edition}"],
  ["a part that nobody knows", "{pool}/{sequence}/{edition}/{city}"],
  ["no sign between two parts", "{pool}{sequence}/{edition}"],
  ["a hyphen between two parts, which may hold one", "{pool}-{sequence}/{edition}"],
  ["a sign that parts lists", "{pool},{sequence},{edition}"],
])("A scheme with %s is refused", (_, template) => {
  expect(NumberScheme.safeParse({ template, sequenceDigits: 2 }).success).toBe(false);
});

test("Numbers in lists go by what they count, and no two are the same", () => {
  const sorted = ["L1/02/XII", "L1/10/XII", "L1/9/XII", "L1/09/XII", "L13/1/XII"].toSorted(compareNumbers);
  expect(sorted).toEqual(["L1/02/XII", "L1/09/XII", "L1/9/XII", "L1/10/XII", "L13/1/XII"]);
  fc.assert(
    fc.property(fc.stringMatching(/^[01]{1,4}$/), fc.stringMatching(/^[01]{1,4}$/), (a, b) => {
      expect(compareNumbers(a, b) === 0).toBe(a === b);
      expect(Math.sign(compareNumbers(a, b)) + Math.sign(compareNumbers(b, a))).toBe(0);
    }),
  );
});
