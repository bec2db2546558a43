import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differencesIn, type OpenedBox } from "../../shared/domain/results/differences.ts";

/** A box in which everything agrees: so many ballots of two districts, some voided before the count. */
const boxes: fc.Arbitrary<OpenedBox> = fc
  .record({ L1: fc.nat(20), L13: fc.nat(20), voided: fc.nat(5) })
  .map(({ L1, L13, voided }) => {
    const all = L1 + L13;
    const out = Math.min(voided, all);
    const perDistrict = { L1, L13 };
    return {
      leaves: { listed: all, missing: 0, added: 0, found: all },
      markers: perDistrict,
      ballots: perDistrict,
      voided: out,
      counted: all - out,
      recorded: { "desk pt 2026-09-10": L1 },
      atPoints: { "desk pt 2026-09-10": L1 },
    };
  });

const whatIn = (box: OpenedBox): string[] => differencesIn(box).map(({ what }) => what);

describe("markers, ballots and leaves", () => {
  test("agree where nothing was done to them, with ballots voided or not", () => {
    fc.assert(
      fc.property(boxes, (box) => {
        expect(differencesIn(box)).toEqual([]);
      }),
    );
  });

  test("do not agree where as many ballots were exchanged as before, or voters of two districts", () => {
    fc.assert(
      fc.property(boxes, (box) => {
        if (box.leaves.found > 0)
          expect(whatIn({ ...box, leaves: { ...box.leaves, missing: 1, added: 1 } })).toEqual([
            "ballots-missing",
            "ballots-added",
          ]);
        const { L1 = 0, L13 = 0 } = box.markers;
        if (L1 > 0)
          expect(whatIn({ ...box, markers: { L1: L1 - 1, L13: L13 + 1 } })).toEqual(["district", "district"]);
      }),
    );
  });

  test("do not agree where a marker has no ballot, a ballot no marker, or a ballot was left out of the count", () => {
    fc.assert(
      fc.property(boxes, (box) => {
        const { L1 = 0, L13 = 0 } = box.markers;
        expect(whatIn({ ...box, markers: { L1: L1 + 1, L13 } })).toEqual(["markers", "district"]);
        expect(differencesIn({ ...box, markers: { L1, L13, L99: 1 } })).toContainEqual({
          what: "district",
          district: "L99",
          expected: 1,
          found: 0,
        });
        expect(whatIn({ ...box, atPoints: { "desk pt 2026-09-10": L1 + 1 } })).toEqual(["point"]);
        expect(whatIn({ ...box, recorded: { ...box.recorded, "paper pt 2026-09-10": 1 } })).toEqual([
          "point",
        ]);
        if (box.counted > 0) expect(whatIn({ ...box, counted: box.counted - 1 })).toEqual(["counted"]);
        if (box.voided > 0) expect(whatIn({ ...box, voided: box.voided - 1 })).toEqual(["counted"]);
      }),
    );
  });
});
