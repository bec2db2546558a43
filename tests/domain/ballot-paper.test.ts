import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BallotPaper } from "../../shared/domain/voting/ballot-paper.ts";
import { paperBytes, readPaper, writePaper } from "../../shared/domain/voting/ballot-paper.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";

const ids = <P extends string>(prefix: P) =>
  fc
    .string({ unit: fc.constantFrom(..."0123456789abcdefghjkmnpqrstvwxyz"), minLength: 16, maxLength: 26 })
    .map((rest) => `${prefix}_${rest}` as const);

const choices = fc.array(fc.tuple(ids("prj"), fc.integer({ min: 1, max: 3 })), { maxLength: 3 });

const papers: fc.Arbitrary<BallotPaper> = fc.record(
  {
    cycle: ids("cyc"),
    district: fc.integer({ min: 1, max: 99 }).map((n) => `L${n}`),
    sections: fc.tuple(choices, choices).map(([city, own]): BallotPaper["sections"] => [
      ["M", city],
      ["L13", own],
    ]),
  },
  { noNullPrototype: true },
);

describe("a ballot paper", () => {
  test("comes back from its bytes as it was", () => {
    fc.assert(
      fc.property(papers, (paper) => {
        expect(readPaper(writePaper(paper))).toEqual(paper);
      }),
    );
  });

  test("has the length of every other, whatever was chosen", () => {
    fc.assert(
      fc.property(papers, papers, (one, other) => {
        expect(writePaper(one).length).toBe(writePaper(other).length);
        expect(writePaper(one).length % 512).toBe(0);
      }),
    );
  });

  test("that would betray itself by its length is never written", () => {
    const many = Array.from({ length: 20 }, (_, n): [string, number] => [
      `prj_${String(n).padStart(26, "0")}`,
      1,
    ]);
    expect(() =>
      writePaper({ cycle: "cyc_0000000000000001", district: "L13", sections: [["M", many]] }),
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
      expect(paperBytes(cycle, [{ district: "L99", pools }]), name).toBe(512);
    }
  });

  test("cut off, overwritten or of another making is never read as a vote", () => {
    const bytes = writePaper({ cycle: "cyc_0000000000000001", district: "L13", sections: [] });
    const [short, long, foreign] = [bytes.slice(), bytes.slice(), bytes.slice()];
    short[1] = 10;
    long[1] = 255;
    foreign.set(new TextEncoder().encode('{"cycle":"'), 12);
    for (const wrong of [short, long, foreign, new Uint8Array(512), new Uint8Array()])
      expect(() => readPaper(wrong)).toThrow();
  });
});
