import fc from "fast-check";
import { expect, test } from "vitest";
import { Instant, isCanonicalInstant } from "../../shared/domain/time.ts";

test("whatever is typed where a time belongs is taken as a canonical instant, or refused", () => {
  const odd = fc.constantFrom(
    "9999-12-31T23:59:59-23:59",
    "0000-01-01T00:00:00+23:59",
    "2027-02-30T00:00:00Z",
    "2027-09-09T24:00:00Z",
    "+275760-09-13T00:00:00Z",
    "#state = :open",
  );
  fc.assert(
    fc.property(fc.oneof(odd, fc.string({ unit: "binary" }), fc.date().map(String)), (text) => {
      const read = Instant.safeParse(text);
      expect(!read.success || isCanonicalInstant(read.data)).toBe(true);
    }),
  );
});

test("a time with an offset is kept as the same moment in UTC", () => {
  expect(Instant.parse("2027-01-01T00:00:00+02:00")).toBe("2026-12-31T22:00:00.000Z");
});
