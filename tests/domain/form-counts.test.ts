import fc from "fast-check";
import { expect, test } from "vitest";
import { FormCounts, sumOfCounts, worstFields } from "../../shared/domain/form-counts.ts";

const counts = fc.nat(99);
const day = fc.record({
  started: counts,
  finished: counts,
  failed: counts,
  fields: fc.dictionary(fc.constantFrom("email", "name", "pesel", "other"), counts),
});
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

test("days together are the sum of the days, number by number and field by field", () => {
  fc.assert(
    fc.property(fc.array(day, { maxLength: 6 }), (days) => {
      const together = sumOfCounts(days);
      expect(FormCounts.parse(together)).toEqual(together);
      for (const name of ["started", "finished", "failed"] as const)
        expect(together[name]).toBe(sum(days.map((one) => one[name])));
      for (const field of ["email", "name", "pesel", "other"])
        expect(together.fields[field] ?? 0).toBe(sum(days.map(({ fields }) => fields[field] ?? 0)));
    }),
  );
});

test("the fields that are in the way most come first, alike ones by name", () => {
  const fields = { pesel: 2, name: 7, email: 2, other: 1 };
  const some = { started: 9, finished: 1, failed: 8, fields };
  expect(worstFields(some, 3)).toEqual([
    ["name", 7],
    ["email", 2],
    ["pesel", 2],
  ]);
  expect(worstFields({ ...some, fields: {} }, 3)).toEqual([]);
});
