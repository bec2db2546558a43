import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BallotContent } from "../../shared/domain/voting/ballot-content.ts";
import { contentBytes, readContent, writeContent } from "../../shared/domain/voting/ballot-content.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";

const ids = <P extends string>(prefix: P) =>
  fc
    .string({ unit: fc.constantFrom(..."0123456789abcdefghjkmnpqrstvwxyz"), minLength: 16, maxLength: 26 })
    .map((rest) => `${prefix}_${rest}` as const);

const choices = fc.array(fc.tuple(ids("prj"), fc.integer({ min: 1, max: 3 })), { maxLength: 3 });

const contents: fc.Arbitrary<BallotContent> = fc.record(
  {
    cycle: ids("cyc"),
    district: fc.integer({ min: 1, max: 99 }).map((n) => `L${n}`),
    sections: fc.tuple(choices, choices).map(([city, own]): BallotContent["sections"] => [
      ["M", city],
      ["L13", own],
    ]),
  },
  { noNullPrototype: true },
);

describe("the content of a ballot", () => {
  test("comes back from its bytes as it was", () => {
    fc.assert(
      fc.property(contents, (content) => {
        expect(readContent(writeContent(content))).toEqual(content);
      }),
    );
  });

  test("has the length of every other, whatever was chosen", () => {
    fc.assert(
      fc.property(contents, contents, (one, other) => {
        expect(writeContent(one).length).toBe(writeContent(other).length);
        expect(writeContent(one).length % 512).toBe(0);
      }),
    );
  });

  test("that would betray itself by its length is never written", () => {
    const many = Array.from({ length: 20 }, (_, n): [string, number] => [
      `prj_${String(n).padStart(26, "0")}`,
      1,
    ]);
    expect(() =>
      writeContent({ cycle: "cyc_0000000000000001", district: "L13", sections: [["M", many]] }),
    ).toThrow("does not fit");
  });

  test("of two full lists has room under the rules of every edition, in the one block it always had", () => {
    const projects = Array.from({ length: 30 }, (_, n) => ({
      id: `prj_${"z".repeat(24)}${n + 10}`,
      costGrosze: 1,
    }));
    const cycle = `cyc_${"z".repeat(26)}` as const;
    for (const [name, { ballot }] of RULE_SETS) {
      const list = { amountGrosze: 100, projects };
      const pools = [
        { pool: "M", form: ballot.citywide, ...list },
        { pool: "L99", form: ballot.district, ...list },
      ];
      expect(contentBytes(cycle, [{ district: "L99", pools }]), name).toBe(512);
    }
  });

  test("cut off, overwritten or of another making is never read as a vote", () => {
    const bytes = writeContent({ cycle: "cyc_0000000000000001", district: "L13", sections: [] });
    const [short, long, foreign] = [bytes.slice(), bytes.slice(), bytes.slice()];
    short[1] = 10;
    long[1] = 255;
    foreign.set(new TextEncoder().encode('{"cycle":"'), 12);
    for (const wrong of [short, long, foreign, new Uint8Array(512), new Uint8Array()])
      expect(() => readContent(wrong)).toThrow();
  });
});
