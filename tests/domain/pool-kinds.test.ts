import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  districtsOfPool,
  nearFirst,
  poolsBefore,
  poolsOfDistrict,
  RuleSet,
  type RuleSetPool,
} from "../../shared/domain/rule-set.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { listNameIn } from "../../shared/words/list-name.ts";

const [KATOWICE] = RULE_SETS.values();
if (!KATOWICE) throw new Error("no rule set ships");

const named = (pool: Omit<RuleSetPool, "name">): RuleSetPool => ({
  ...pool,
  name: { pl: `Lista ${pool.id}` },
});

const POOLS = [
  named({ id: "zielony", kind: "citywide" }),
  named({ id: "L1", kind: "citywide" }),
  named({ id: "polnoc", kind: "area", districts: ["rynek", "M"] }),
  named({ id: "rynek", kind: "district" }),
  named({ id: "M", kind: "district" }),
  named({ id: "las", kind: "district" }),
];

const sameForAll = <T>({ citywide, district }: { readonly citywide: T; readonly district: T }) => ({
  citywide,
  area: district,
  district,
});

const rules = (pools: readonly RuleSetPool[], more: object = {}) => ({
  ...KATOWICE,
  pools,
  supporters: sameForAll(KATOWICE.supporters),
  caps: sameForAll(KATOWICE.caps),
  ballot: sameForAll(KATOWICE.ballot),
  thresholds: sameForAll(KATOWICE.thresholds),
  ...more,
});

const made = RuleSet.parse(rules(POOLS));

test("What a pool is called says nothing of who votes on it: a citywide one may be L1, a district M", () => {
  expect(poolsOfDistrict(made, "rynek")).toEqual(["zielony", "L1", "polnoc", "rynek"]);
  expect(poolsOfDistrict(made, "M")).toEqual(["zielony", "L1", "polnoc", "M"]);
  expect(poolsOfDistrict(made, "las")).toEqual(["zielony", "L1", "las"]);
});

test("A district votes on a pool if and only if the pool is the district's", () => {
  const districts = ["rynek", "M", "las"];
  fc.assert(
    fc.property(
      fc.constantFrom(...POOLS.map(({ id }) => id)),
      fc.constantFrom(...districts),
      (pool, district) => {
        expect(poolsOfDistrict(made, district).includes(pool)).toBe(
          districtsOfPool(made, pool).includes(district),
        );
      },
    ),
  );
});

test("Lists go from the own door outwards, and pools are counted so or the other way round", () => {
  const ids = POOLS.map(({ id }) => id);
  expect(nearFirst(made, ids)).toEqual(["rynek", "M", "las", "polnoc", "zielony", "L1"]);
  expect(poolsBefore(made, ids, "zielony")).toEqual(["rynek", "M", "las", "polnoc"]);
  expect(poolsBefore({ ...made, poolOrder: "citywide-first" }, ids, "rynek")).toEqual([
    "zielony",
    "L1",
    "polnoc",
  ]);
});

test("Of several citywide lists each is called by its name; the only one needs none", () => {
  expect(listNameIn("pl", made, "zielony")).toEqual({ of: "other", name: "Lista zielony" });
  expect(listNameIn("pl", made, "polnoc")).toEqual({ of: "other", name: "Lista polnoc" });
  expect(listNameIn("pl", made, "M")).toEqual({ of: "district", name: "Lista M" });
  expect(listNameIn("pl", KATOWICE, "M")).toEqual({ of: "citywide" });
});

describe("A rule set is refused", () => {
  const [green, one, area, ...districts] = POOLS as [RuleSetPool, RuleSetPool, RuleSetPool, ...RuleSetPool[]];
  test.each<[string, object]>([
    ["with two ids that differ in capitals alone", rules([...POOLS, named({ id: "l1", kind: "district" })])],
    ["with an id that is not a word", rules([...POOLS, named({ id: "a/b", kind: "district" })])],
    ["without a district", rules([green, one])],
    ["with an area of no districts", rules([...POOLS, named({ id: "x", kind: "area" })])],
    [
      "with an area of a district that is none",
      rules([green, named({ ...area, districts: ["lasy"] }), ...districts]),
    ],
    [
      "with an area that names a district twice",
      rules([named({ ...area, districts: ["las", "las"] }), ...districts]),
    ],
    [
      "with a district that has districts",
      rules([...POOLS, named({ id: "x", kind: "district", districts: ["las"] })]),
    ],
    ["with areas and no word on their caps", rules(POOLS, { caps: KATOWICE.caps })],
    ["with two citywide pools for the money that is left", rules(POOLS, { rollOver: "citywide-now" })],
  ])("%s", (_, wrong) => {
    expect(RuleSet.safeParse(wrong).success).toBe(false);
  });
});
