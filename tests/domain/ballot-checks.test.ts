/** What is found of a list before it is frozen: each kind planted alone, and nothing where all is right. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkBallot } from "../../shared/domain/ballot/check-ballot.ts";
import { openHints } from "../../shared/domain/ballot/findings.ts";
import { nearPairs } from "../../shared/domain/ballot/near.ts";
import { inBallotOrder } from "../../shared/domain/ballot/order.ts";
import type { ProjectId } from "../../shared/domain/ids.ts";
import { metresBetween } from "../../shared/domain/project/distance.ts";
import type { ProjectStatus } from "../../shared/domain/project/stages.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { KATOWICE } from "../kit/katowice.ts";

const [ruleSet] = RULE_SETS.values();
if (!ruleSet) throw new Error("no rule set");

const CALL = [
  { name: "submission" as const, startsAt: "2027-01-01T00:00:00.000Z", endsAt: "2027-02-01T00:00:00.000Z" },
];
const pool = (id: string, amountGrosze: number, capGrosze: number) => ({
  id,
  name: id,
  amountGrosze,
  parts: {},
  capGrosze,
});
const EDITION = {
  edition: "XII",
  calendar: CALL,
  ruleSet,
  exclusionGroups: [],
  pools: [pool("L13", 100_000_00, 60_000_00), pool("M", 900_000_00, 900_000_00)],
};

/** A degree of latitude is some 111 km: the n-th is 500 m from the next. */
const spot = (n: number) => ({ lat: 50.22 + n * 0.0045, lon: 19.02 });

const project = (n: number, more: object = {}) => ({
  id: `prj_${`${n}`.padStart(16, "0")}` as ProjectId,
  number: `M/${`${n}`.padStart(2, "0")}/XII`,
  title: `Projekt ${n}`,
  pool: "M",
  status: "on-ballot" as ProjectStatus,
  estimatedCostGrosze: 40_000_00 + n * 1_000_00,
  costGrosze: 41_000_00 + n * 1_000_00 + 7,
  location: spot(n),
  ...more,
});
const GOOD = [1, 2, 3, 4, 5, 6].map((n) => project(n));

const found = (projects: readonly ReturnType<typeof project>[], edition: object = {}) =>
  checkBallot({ ...EDITION, ...edition }, projects, KATOWICE, []);
const whats = (...args: Parameters<typeof found>) => found(...args).map(({ what }) => what);

test("a list in which all is right is told nothing of", () => {
  expect(found(GOOD)).toEqual([]);
});

describe("of a list with one slip that slip is told alone", () => {
  test.each<[string, object]>([
    ["no-verified-cost", { costGrosze: undefined }],
    ["over-pool", { costGrosze: 900_000_01, estimatedCostGrosze: 900_000_00 }],
    ["thousands", { costGrosze: 4500, estimatedCostGrosze: 45_000_00 }],
    ["thousands", { costGrosze: 45_000_000_00 / 100, estimatedCostGrosze: 45_000_00 }],
    ["thousands", { costGrosze: 300_00, estimatedCostGrosze: 290_00 }],
    ["no-point", { location: undefined }],
    ["elsewhere", { location: { lat: 52.23, lon: 21.01 } }],
    ["same-place", { location: spot(3) }],
    ["near", { location: { lat: spot(3).lat + 0.0005, lon: 19.02 } }],
    ["same-title", { title: "  PROJEKT   3" }],
  ])("%s", (what, slip) => {
    expect(whats([...GOOD, project(7, slip)])).toEqual([what]);
  });

  test("over-cap", () => {
    const dear = {
      pool: "L13",
      number: "L13/01/XII",
      costGrosze: 60_000_01,
      location: { lat: 50.26, lon: 19.0 },
    };
    expect(whats([...GOOD, project(7, dear)]).filter((what) => what !== "elsewhere")).toEqual(["over-cap"]);
  });

  test("a number that was given and is gone, of an edition with a call", () => {
    const rest = GOOD.filter((_, n) => n !== 2);
    expect(found(rest).map(({ facts }) => facts.numbers)).toEqual([["M/03/XII"]]);
    expect(found(rest, { calendar: [] })).toEqual([]);
    const rejected = GOOD.map((one, n) => (n === 2 ? { ...one, status: "rejected" as const } : one));
    expect(found(rejected)).toEqual([]);
  });
});

test("what is not on the list is not looked at", () => {
  expect(found([...GOOD, project(7, { costGrosze: undefined, status: "not-admitted" })])).toEqual([]);
});

test("what a person has confirmed is a hint no more, until something else is found", () => {
  const twins = [...GOOD, project(7, { title: "Projekt 3" })];
  const [hint] = found(twins);
  const settled = {
    id: hint?.id ?? "",
    what: "same-title" as const,
    numbers: [],
    reason: "Dwa parki",
    by: "1",
    byName: "Ewa",
    at: "2027-03-01T00:00:00.000Z",
  };
  expect(openHints(checkBallot(EDITION, twins, KATOWICE, [settled]))).toEqual([]);
  const third = [...twins, project(8, { title: "projekt 3" })];
  expect(openHints(checkBallot(EDITION, third, KATOWICE, [settled]))).toHaveLength(1);
});

test("projects of one group that exclude each other are no hint of nearness", () => {
  const near = [...GOOD, project(7, { location: spot(3) })];
  const group = {
    projects: [near[2]?.id ?? "", near[6]?.id ?? ""],
    rule: "best-wins" as const,
    reason: "To samo",
  };
  expect(whats(near, { exclusionGroups: [group] })).toEqual([]);
});

test("near pairs are those that comparing every two of them finds", () => {
  const place = fc.record({
    location: fc.record({
      lat: fc.double({ min: 50.2, max: 50.21, noNaN: true }),
      lon: fc.double({ min: 19, max: 19.02, noNaN: true }),
    }),
  });
  fc.assert(
    fc.property(fc.array(place, { maxLength: 25 }), fc.integer({ min: 50, max: 500 }), (places, metres) => {
      const each = places.flatMap((other, n) =>
        places.slice(0, n).filter((one) => metresBetween(one.location, other.location) < metres),
      );
      expect(nearPairs(places, metres)).toHaveLength(each.length);
    }),
  );
});

test("ten thousand projects are checked in seconds, wherever they are", () => {
  const many = Array.from({ length: 10_000 }, (_, n) =>
    project(n + 1, {
      title: n % 2 ? "Ławka" : `Projekt ${n}`,
      location: { lat: 50.25 + (n % 100) / 1e5, lon: 19.02 + n / 1e7 },
    }),
  );
  const before = process.cpuUsage();
  const all = found(many);
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5);
  expect(all.length).toBeLessThan(1000);
});

test("a drawn order hangs on the seed and the ids alone", () => {
  const seed = "ziarno";
  fc.assert(
    fc.property(fc.shuffledSubarray(GOOD, { minLength: GOOD.length }), (shuffled) => {
      expect(inBallotOrder(shuffled, seed)).toEqual(inBallotOrder(GOOD, seed));
    }),
  );
  expect(inBallotOrder(GOOD, seed)).not.toEqual(inBallotOrder(GOOD, "inne ziarno"));
  expect(inBallotOrder(GOOD.toReversed(), undefined)).toEqual(GOOD);
});
