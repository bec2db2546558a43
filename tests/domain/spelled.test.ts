import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256Hex } from "../../shared/domain/canonical.ts";
import { electionOf, type PlainBallot } from "../../shared/domain/tally/election-of.ts";
import {
  ballotsDigest,
  mergedSpellings,
  spelledBallots,
  spelledRows,
} from "../../shared/domain/tally/spelled.ts";
import { ballotsOf, joinedSpellings, plainBallots } from "../../shared/domain/tally/spelled-ballots.ts";
import { tally } from "../../shared/domain/tally/tally.ts";
import { anElection, aRule, aSeed, packed } from "../kit/arbitraries.ts";

const LISTS = [["b", "a", "ż", "B", "10", "9"], Array.from({ length: 300 }, (_, at) => `P${at}`), ["1"]];

const someBallots = (ids: readonly string[]): fc.Arbitrary<PlainBallot[]> =>
  fc.array(
    fc.record({
      choices: fc
        .subarray([...ids.slice(0, 12)], { maxLength: Math.min(10, ids.length) })
        .chain((chosen) =>
          fc.tuple(
            ...chosen.map((id) =>
              fc.tuple(fc.constant(id), fc.oneof(fc.constant(1), fc.integer({ min: -32_768, max: 32_767 }))),
            ),
          ),
        ),
      count: fc.integer({ min: 1, max: 70_000 }),
    }),
    { maxLength: 30 },
  );

const contest = fc
  .constantFrom(...LISTS)
  .chain((ids) => fc.tuple(fc.constant(ids), someBallots(ids), someBallots(ids)));

const election = (ids: readonly string[], ballots: readonly PlainBallot[]) =>
  electionOf({ budgetGrosze: 1, projects: ids.map((id) => ({ id, costGrosze: 1 })), ballots });

/** The definition, slow and obvious: 16-bit numbers of each ballot, by place; equal ballots once. */
const twin = (ids: readonly string[], ballots: readonly PlainBallot[]): Uint8Array => {
  const sorted = ids.toSorted();
  const weights = new Map<string, number>();
  for (const { choices, count } of ballots) {
    const pairs = choices.map(([id, points]) => [sorted.indexOf(id), points & 0xffff] as const);
    const key = JSON.stringify(pairs.toSorted(([a], [b]) => a - b).flat());
    weights.set(key, (weights.get(key) ?? 0) + count);
  }
  const rows = [...weights].map(([key, weight]) => ({ numbers: JSON.parse(key) as number[], weight }));
  rows.sort((a, b) => {
    const at = a.numbers.findIndex((number, place) => number !== b.numbers[place]);
    return at < 0 ? a.numbers.length - b.numbers.length : (a.numbers[at] ?? 0) - (b.numbers[at] ?? -1);
  });
  return new Uint8Array(
    Uint16Array.from(
      rows.flatMap(({ numbers, weight }) => [weight & 0xffff, weight >>> 16, numbers.length / 2, ...numbers]),
    ).buffer,
  );
};

describe("ballots are spelled", () => {
  test("as the definition says, whatever the order of the list", () => {
    fc.assert(
      fc.property(contest, ([ids, ballots]) => {
        const spelled = spelledBallots(election(ids, ballots));
        expect(spelled).toEqual(twin(ids, ballots));
        expect(ballotsDigest(election(ids, ballots))).toBe(sha256Hex(spelled));
        expect(spelledBallots(election(ids.toReversed(), ballots))).toEqual(spelled);
      }),
      { numRuns: 300 },
    );
  });

  test("and read back; parts of them merge to the spelling of all", () => {
    fc.assert(
      fc.property(contest, ([ids, some, others]) => {
        const [one, other] = [spelledBallots(election(ids, some)), spelledBallots(election(ids, others))];
        const all = mergedSpellings(one, other);
        expect(all).toEqual(spelledBallots(election(ids, [...some, ...others])));
        const sorted = ids.toSorted();
        const plain = [...spelledRows(all)].map(({ weight, choices }) => ({
          count: weight,
          choices: choices.map(([place, points]) => [sorted[place] ?? "", points] as const),
        }));
        expect(spelledBallots(election(ids, plain))).toEqual(all);
      }),
      { numRuns: 100 },
    );
  });

  test("and are the same ballots, in plain form or packed, over the list in any order", () => {
    fc.assert(
      fc.property(contest, fc.boolean(), ([ids, some], isTurned) => {
        const list = isTurned ? ids.toReversed() : ids;
        const spelling = spelledBallots(election(ids, some));
        const plain = plainBallots(spelling, list);
        expect(ballotsOf(spelling, list)).toEqual(election(list, [...plain]).ballots);
        expect(spelledBallots(election(ids, [...plain]))).toEqual(spelling);
        const parts = [0, 1, 2, 3, 4].map((part) => some.filter((_, index) => index % 5 === part));
        const spellings = parts.map((part) => spelledBallots(election(ids, part)));
        expect(joinedSpellings(spellings)).toEqual(spelling);
      }),
      { numRuns: 100 },
    );
    expect(joinedSpellings([])).toEqual(new Uint8Array());
  });

  test("anew for another list of ids over the same ballots", () => {
    const { ballots, projects } = election(["a", "b"], [{ choices: [["a", 1]], count: 1 }]);
    const digest = ballotsDigest({ projects, ballots });
    const swapped = [
      { id: "b", costGrosze: 1 },
      { id: "a", costGrosze: 1 },
    ];
    expect(ballotsDigest({ projects: swapped, ballots })).not.toBe(digest);
    expect(ballotsDigest({ projects, ballots })).toBe(digest);
  });
});

test("ballots that were counted before, by whatever rules, are counted as fresh ones are", () => {
  fc.assert(
    fc.property(anElection, fc.array(aRule, { minLength: 2, maxLength: 6 }), aSeed, (plain, rules, seed) => {
      const election = packed(plain);
      for (const rule of rules)
        expect(tally(election, rule, { seed })).toEqual(tally(packed(plain), rule, { seed }));
    }),
    { numRuns: 300 },
  );
});
