import fc from "fast-check";
import { expect, test } from "vitest";
import { Instant, isCanonicalInstant } from "../../shared/domain/time.ts";

/** A time of RFC 3339 with an offset, and the moment that it is. */
const right = fc
  .record({
    at: fc.date({
      min: new Date("0001-01-01T00:00:00Z"),
      max: new Date("9998-12-31T00:00:00Z"),
      noInvalidDate: true,
    }),
    minutes: fc.integer({ min: -1439, max: 1439 }),
  })
  .map(({ at, minutes }) => {
    const [hours, rest] = [Math.abs(minutes) / 60, Math.abs(minutes) % 60].map((n) =>
      String(Math.floor(n)).padStart(2, "0"),
    );
    const local = new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, -1);
    return { text: `${local}${minutes < 0 ? "-" : "+"}${hours}:${rest}`, moment: at.toISOString() };
  });

test("a time with an offset is kept as the same moment in UTC, in one form", () => {
  fc.assert(
    fc.property(right, ({ text, moment }) => {
      const read = Instant.parse(text);
      expect([read, isCanonicalInstant(read)]).toEqual([moment, true]);
    }),
  );
});

test("what is no time, or no time that there is, is refused", () => {
  const odd = fc.constantFrom(
    "9999-12-31T23:59:59-23:59",
    "0000-01-01T00:00:00+23:59",
    "2027-02-30T00:00:00Z",
    "2027-09-09T24:00:00Z",
    "2027-09-09T10:00:00",
    "2027-09-09",
    "+275760-09-13T00:00:00Z",
    "#state = :open",
  );
  /** A right time with one character changed, added or taken away, where that is no time any more. */
  const torn = fc
    .record({ of: right, at: fc.nat(), by: fc.constantFrom("", "x", " ", "T", "-", "٣") })
    .map(
      ({ of: { text }, at, by }) => text.slice(0, at % text.length) + by + text.slice((at % text.length) + 1),
    )
    .filter((text) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$/.test(text));
  fc.assert(
    fc.property(fc.oneof(odd, torn, fc.string({ unit: "binary" }), fc.date().map(String)), (text) => {
      expect(Instant.safeParse(text).success).toBe(false);
    }),
  );
});
