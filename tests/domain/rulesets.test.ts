import { describe, expect, test } from "vitest";
import { countingRule, RuleSet, ruleSetDigest } from "../../shared/domain/rule-set.ts";
import { plusWorkingDays } from "../../shared/domain/time.ts";
import { untrue } from "../../shared/domain/voting/identity-terms.ts";
import { RULE_SETS, ruleSetOf } from "../../shared/rulesets/index.ts";

const named = (name: string): RuleSet => RULE_SETS.get(name) as RuleSet;

describe("every shipped rule set", () => {
  test.each([...RULE_SETS])("%s is valid, complete and has its name", (name, ruleSet) => {
    expect(RuleSet.parse(ruleSet)).toEqual(ruleSet);
    expect(ruleSet.name).toBe(name);
    expect(new Set(ruleSet.pools.map(({ id }) => id)).size).toBe(ruleSet.pools.length);
  });

  test("has a digest of its own", () => {
    const digests = [...RULE_SETS.values()].map(ruleSetDigest);
    expect(new Set(digests).size).toBe(digests.length);
    expect(ruleSetDigest(JSON.parse(JSON.stringify(named("katowice-xii"))))).toBe(
      ruleSetDigest(named("katowice-xii")),
    );
  });

  test("may still have the second limit on codes that older ones had: its digest is what it was", () => {
    const now = named("katowice-xii");
    const tries = { ...now.voterCodes.tries, contact: { burst: 5, perHour: 5 } };
    const old = { ...now, voterCodes: { ...now.voterCodes, tries } };
    expect(RuleSet.parse(old)).toEqual(old);
    expect(ruleSetDigest(RuleSet.parse(old))).toBe(ruleSetDigest(old));
  });
});

describe("a policy of identity", () => {
  test.each([...RULE_SETS])("of %s says nothing that the system does not keep", (_, ruleSet) => {
    expect(untrue(ruleSet)).toEqual([]);
  });

  test("that was stored with fewer ways, or with terms that are refused today, is read as it was", () => {
    const now = named("katowice-xii");
    const { desk: _desk, paper: _paper, guardian: _guardian, ...identity } = now.identity;
    const asks = now.identity.roll.asks.map((one) => ({ ...one, kept: "not-stored" as const }));
    const old = { ...now, identity: { ...identity, roll: { ...identity.roll, asks } } };
    expect(untrue(old)).toHaveLength(2);
    expect(RuleSet.parse(old)).toEqual(old);
    expect(ruleSetDigest(RuleSet.parse(old))).toBe(ruleSetDigest(old));
  });
});

describe("Katowice", () => {
  test("has editions VII to XIII, each voted in its year", () => {
    const years = [...RULE_SETS.values()].map(({ edition }) => [edition.numeral, edition.voteYear]);
    expect(years).toEqual([
      ["VII", 2020],
      ["VIII", 2021],
      ["IX", 2022],
      ["X", 2023],
      ["XI", 2024],
      ["XII", 2025],
      ["XIII", 2026],
    ]);
    expect(ruleSetOf({ country: "Poland", city: "Katowice", year: 2022 })?.name).toBe("katowice-ix");
    expect(ruleSetOf({ country: "Poland", city: "Katowice", year: 2019 })).toBeUndefined();
    expect(ruleSetOf({ country: "Poland", city: "Gdynia", year: 2022 })).toBeUndefined();
  });

  test("has a citywide pool and 22 districts in the city's numbering", () => {
    const { pools } = named("katowice-xii");
    expect(pools.map(({ id }) => id)).toEqual([
      "M",
      ...Array.from({ length: 22 }, (_, index) => `L${index + 1}`),
    ]);
    expect(pools[13]?.name.pl).toBe("Bogucice");
    expect(pools[22]?.name.pl).toBe("Podlesie");
  });

  test("asks for 50 points in a district and 200 citywide, exactly the minimum being enough", () => {
    const { threshold } = countingRule(named("katowice-xii"), "district");
    expect(threshold).toEqual({ kind: "points", minimum: 50, inclusive: true });
    expect(countingRule(named("katowice-xii"), "citywide").threshold).toEqual({
      kind: "points",
      minimum: 200,
      inclusive: true,
    });
  });

  test("waived support lists in the edition of 2020 alone", () => {
    const waived = [...RULE_SETS.values()].filter(
      ({ supporters }) => supporters.citywide.kind === "fixed" && supporters.citywide.number === 0,
    );
    expect(waived.map(({ name }) => name)).toEqual(["katowice-vii"]);
  });

  test("lets people appeal for three working days, over a weekend and a public holiday", () => {
    expect(plusWorkingDays("2023-08-10", named("katowice-x").appeals.workingDays)).toBe("2023-08-16");
  });
});
