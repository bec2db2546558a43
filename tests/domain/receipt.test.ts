import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CROCKFORD } from "../../shared/domain/base32.ts";
import { readReceipt, receiptOf } from "../../shared/domain/voting/receipt.ts";

const base32Text = (length: number) =>
  fc.string({ unit: fc.constantFrom(...CROCKFORD), minLength: length, maxLength: length });

const leaves = fc.record({ ballotId: base32Text(20).map((id) => id.toLowerCase()), hash: base32Text(52) });
const receipts = leaves.map(({ ballotId, hash }) => receiptOf(ballotId, hash));

const bare = (receipt: string): string => receipt.replaceAll("-", "");

describe("a receipt", () => {
  test("names its leaf, in nine groups of four", () => {
    fc.assert(
      fc.property(leaves, ({ ballotId, hash }) => {
        const receipt = receiptOf(ballotId, hash.toLowerCase());
        expect(receipt).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(readReceipt(receipt)).toEqual({ ballotId, commitment: hash.slice(0, 15) });
      }),
    );
  });

  test("with any one character wrong is found out", () => {
    fc.assert(
      fc.property(receipts.map(bare), fc.nat(35), fc.constantFrom(...CROCKFORD), (right, place, wrong) => {
        const typed = right.slice(0, place) + wrong + right.slice(place + 1);
        expect(readReceipt(typed) === null).toBe(wrong !== right[place]);
      }),
      { numRuns: 2000 },
    );
  });

  test("with two neighbours swapped is found out, unless they are 0 and Z", () => {
    fc.assert(
      fc.property(receipts.map(bare), fc.nat(34), (right, place) => {
        const [one = "", other = ""] = right.slice(place, place + 2);
        const typed = right.slice(0, place) + other + one + right.slice(place + 2);
        const isMissed = one === other || ["0Z", "Z0"].includes(one + other);
        expect(readReceipt(typed) !== null).toBe(isMissed);
      }),
      { numRuns: 2000 },
    );
  });

  test("with a character too few or too many is none", () => {
    fc.assert(
      fc.property(receipts.map(bare), fc.nat(35), (right, place) => {
        expect(readReceipt(right.slice(0, place) + right.slice(place + 1))).toBeNull();
        expect(readReceipt(right.slice(0, place) + right[place] + right.slice(place))).toBeNull();
      }),
    );
  });

  test("is read however it is typed: small, spaced, dashed, with the letters that look like digits", () => {
    const lookalikes: Record<string, readonly string[]> = {
      "1": ["I", "l", "L", "i"],
      "0": ["O", "o"],
      V: ["u", "U"],
    };
    const habits = fc.infiniteStream(fc.nat(11));
    fc.assert(
      fc.property(receipts, habits, (receipt, dice) => {
        const typed = [...receipt].map((character) => {
          const die = dice.next().value ?? 0;
          if (character === "-") return ["", " ", "-", "–", "  ", "\n"][die % 6];
          const alike = lookalikes[character];
          if (alike && die > 5) return alike[die % alike.length];
          return die % 2 === 0 ? character : character.toLowerCase();
        });
        expect(readReceipt(` ${typed.join("")} `)).toEqual(readReceipt(receipt));
      }),
    );
  });

  test("of anything else is none, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (typed) => {
        const read = readReceipt(typed);
        expect(read === null || /^[0-9a-hjkmnp-tv-z]{20}$/.test(read.ballotId)).toBe(true);
      }),
    );
  });
});
