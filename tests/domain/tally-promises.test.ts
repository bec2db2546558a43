import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CountingRule } from "../../shared/domain/tally/rule.ts";
import { tally } from "../../shared/domain/tally/tally.ts";
import { NAMED_RULES, type NamedRule } from "../../shared/rulesets/named-rules.ts";
import { anElection, aRule, aSeed, type PlainElection, packed } from "../kit/arbitraries.ts";

const named = (name: string): CountingRule => ({
  ...(NAMED_RULES.get(name) as NamedRule),
  threshold: null,
  ties: ["cheaper", "lot"],
});

const namedOn = (choices: PlainElection["ballots"][number]["choices"]): Set<string> =>
  new Set(choices.filter(([, points]) => points > 0).map(([id]) => id));

describe("what rules promise", () => {
  test("going down the order: one more ballot for a winner does not make it lose", () => {
    const greedy = aRule.filter(({ order }) => order === "points" || order === "votes");
    fc.assert(
      fc.property(anElection, greedy, aSeed, fc.nat(), (plain, rule, seed, pick) => {
        const { selected } = tally(packed(plain), rule, { seed });
        fc.pre(selected.length > 0);
        const winner = selected[pick % selected.length] as string;
        const more = { choices: [[winner, 3]] as [string, number][], count: 1 };
        const again = tally(packed({ ...plain, ballots: [...plain.ballots, more] }), rule, { seed });
        // A minimum in proportion to the cost grows with the ballots; every other is only helped by one more vote.
        fc.pre(rule.threshold?.kind !== "share-of-cost" && rule.threshold?.kind !== "share-of-ballots");
        expect(again.selected).toContain(winner);
      }),
      { numRuns: 500 },
    );
  });

  test("Equal Shares: no group is left with less than its money can buy, up to one project (EJR+; Brill and Peters 2023)", () => {
    fc.assert(
      fc.property(anElection, aSeed, (plain, seed) => {
        const { selected, ballots } = tally(packed(plain), named("equalshares"), { seed });
        const costs = new Map(plain.projects.map(({ id, costGrosze }) => [id, costGrosze]));
        const voters = plain.ballots.flatMap(({ choices, count }) =>
          Array.from({ length: count }, () => namedOn(choices)),
        );
        const has = (voter: Set<string>): number =>
          selected.reduce((sum, id) => sum + (voter.has(id) ? (costs.get(id) ?? 0) : 0), 0);
        for (const { id, costGrosze, excluded } of plain.projects) {
          if (excluded || selected.includes(id)) continue;
          const supporters = voters
            .filter((voter) => voter.has(id))
            .map(has)
            .sort((a, b) => a - b);
          for (const [index, most] of supporters.entries()) {
            const share = BigInt(index + 1) * BigInt(plain.budgetGrosze);
            expect(BigInt(most + costGrosze) * BigInt(ballots) > share).toBe(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("Equal Shares: parties of one mind get their seats in proportion, at least the whole part", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 8 }),
        (sizes, seats) => {
          const ids = sizes.map((_, party) => Array.from({ length: seats }, (__, n) => `${party}-${n}`));
          const plain: PlainElection = {
            budgetGrosze: seats * 100,
            projects: ids.flat().map((id) => ({ id, costGrosze: 100 })),
            ballots: sizes.map((count, party) => ({
              choices: (ids[party] ?? []).map((id): [string, number] => [id, 1]),
              count,
            })),
          };
          const { selected } = tally(packed(plain), named("equalshares-cardinality"), { seed: "s" });
          const voters = sizes.reduce((sum, size) => sum + size, 0);
          for (const [party, size] of sizes.entries()) {
            const won = selected.filter((id) => id.startsWith(`${party}-`)).length;
            expect(won).toBeGreaterThanOrEqual(Math.floor((size * seats) / voters));
          }
        },
      ),
    );
  });
});
