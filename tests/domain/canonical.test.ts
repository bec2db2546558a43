import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalDigest, canonicalJson, sha256Hex, sha256OfLines } from "../../shared/domain/canonical.ts";

describe("canonical JSON", () => {
  test("has one spelling for one value", () => {
    expect(canonicalJson({ b: [1, "ż", null], a: { d: true, c: undefined } })).toBe(
      '{"a":{"d":true},"b":[1,"ż",null]}',
    );
    expect(canonicalJson({ "€": 1, "\r": 2, "1": 3 })).toBe('{"\\r":2,"1":3,"€":1}');
  });

  test("says the same as JSON, whatever the order of members", () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([name, member]) => [name, reversed(member)]),
      );
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
        expect(canonicalDigest(reversed(plain))).toBe(canonicalDigest(plain));
      }),
    );
  });

  test("refuses what JSON cannot hold exactly", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 0, undefined]) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    }
  });
});

test("Digests are those of sha256sum", () => {
  expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(sha256OfLines(["a", "ż"])).toBe(sha256Hex("a\nż\n"));
});
