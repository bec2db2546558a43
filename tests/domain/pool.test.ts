import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { capGrosze } from "../../shared/domain/pool/cap.ts";
import { rolledOver } from "../../shared/domain/pool/roll-over.ts";
import { districtShareGrosze } from "../../shared/domain/pool/split.ts";
import { supportersNeeded } from "../../shared/domain/pool/supporters.ts";
import type { RuleSet } from "../../shared/domain/rule-set.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";

const { caps, supporters } = RULE_SETS.get("katowice-xii") as RuleSet;

describe("the cap on a project", () => {
  // Pools and the dearest project that was on their ballot, Katowice 2020-2025, in złoty.
  test.each([
    [547_327, 328_396],
    [1_152_750, 691_650],
    [290_963, 174_578],
    [460_361, 276_217],
    [362_311, 217_387],
    [633_859, 380_315],
    [486_714, 292_028],
    [341_619, 204_971],
  ])("of a district's %d zł is %d zł, 60 %% to the nearest złoty", (pool, cap) => {
    expect(capGrosze(caps.district, pool * 100)).toBe(cap * 100);
  });

  test("is the whole pool citywide", () => {
    expect(capGrosze(caps.citywide, 3_003_675_00)).toBe(3_003_675_00);
  });

  test("is the nearest multiple, halves up, in exact integers", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.integer({ min: 1, max: 100 }),
        (pool, percentOfPool) => {
          const cap = BigInt(capGrosze({ percentOfPool, roundedToGrosze: 100 }, pool));
          const twiceOff = 200n * cap - 2n * BigInt(pool) * BigInt(percentOfPool);
          expect(twiceOff > -10_000n && twiceOff <= 10_000n).toBe(true);
        },
      ),
    );
  });
});

test("The first edition's split gives the nine published districts to the złoty", () => {
  const split = {
    equalGrosze: 4_000_000_00,
    districts: 22,
    byResidentsGrosze: 6_000_000_00,
    cityResidents: 296_506,
  };
  const published: [number, number][] = [
    [30_367, 796_315],
    [15_092, 487_215],
    [12_537, 435_513],
    [11_531, 415_156],
    [6_730, 318_004],
    [30_768, 804_430],
    [10_340, 391_055],
    [12_604, 436_869],
    [22_345, 633_984],
  ];
  for (const [residents, zloty] of published) expect(districtShareGrosze(split, residents)).toBe(zloty * 100);
});

test("What a pool leaves over is on top of its base in the next edition", () => {
  // Citywide, base 3 000 000 zł: left in 2021, 2022, 2024 and the pools of 2022, 2023, 2025.
  const chain: [number, number][] = [
    [2_498, 3_002_498],
    [4_498, 3_004_498],
    [3_675, 3_003_675],
  ];
  for (const [left, next] of chain)
    expect(rolledOver(3_000_000_00, left * 100).amountGrosze).toBe(next * 100);
});

test("Supporters go by residents in a district, and how many is unknown where residents are", () => {
  expect(supportersNeeded(supporters.district, 11_640)).toBe(11);
  expect(supportersNeeded(supporters.district, null)).toBeNull();
  expect(supportersNeeded(supporters.citywide, null)).toBe(50);
});
