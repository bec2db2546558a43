import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Tally, tally, undecidedTies } from "../../shared/domain/tally/tally.ts";
import type { Draw } from "../../shared/domain/tally/ties/lot.ts";
import { replay } from "../../shared/domain/tally/trace.ts";
import { anElection, aRule, aSeed, aSharesFill, type PlainElection, packed } from "../kit/arbitraries.ts";
import { greedyTwin } from "./twin/greedy.ts";

const shuffledCopy = (plain: PlainElection) =>
  fc.record({
    budgetGrosze: fc.constant(plain.budgetGrosze),
    projects: fc.shuffledSubarray([...plain.projects], { minLength: plain.projects.length }),
    ballots: fc.shuffledSubarray([...plain.ballots], { minLength: plain.ballots.length }),
  });

describe("every count", () => {
  test("funds the same projects, in the same order, as the slow twin", () => {
    fc.assert(
      fc.property(anElection, aRule, aSeed, (plain, rule, seed) => {
        expect(tally(packed(plain), rule, { seed }).selected).toEqual(greedyTwin(plain, rule, seed));
      }),
      { numRuns: 1000 },
    );
  });

  test("never spends more than the pool, and its lines keep the books", () => {
    fc.assert(
      fc.property(anElection, aRule, aSeed, (plain, rule, seed) => {
        const count = tally(packed(plain), rule, { seed });
        expect(count.costGrosze).toBeLessThanOrEqual(plain.budgetGrosze);
        expect(count.leftGrosze).toBe(plain.budgetGrosze - count.costGrosze);
        let balance = plain.budgetGrosze;
        for (const [place, line] of count.lines.entries()) {
          expect(line.rank).toBe(place + 1);
          expect(line.balanceBeforeGrosze).toBe(balance);
          balance -= line.outcome === "funded" ? line.costGrosze : 0;
          expect(line.balanceAfterGrosze).toBe(balance);
        }
        expect(count.lines.map(({ id }) => id).sort()).toEqual(plain.projects.map(({ id }) => id).sort());
      }),
    );
  });

  test("funds only projects that stand", () => {
    fc.assert(
      fc.property(anElection, aRule, aSeed, (plain, rule, seed) => {
        for (const line of tally(packed(plain), rule, { seed }).lines) {
          if (line.outcome !== "funded") continue;
          expect(plain.projects.find(({ id }) => id === line.id)?.excluded).toBeUndefined();
        }
      }),
    );
  });

  test("is the same, digest and all, in whatever order ballots and projects come", () => {
    const twice = anElection.chain((plain) => fc.tuple(fc.constant(plain), shuffledCopy(plain)));
    fc.assert(
      fc.property(twice, aRule, aSeed, ([plain, shuffled], rule, seed) => {
        expect(tally(packed(shuffled), rule, { seed })).toEqual(tally(packed(plain), rule, { seed }));
      }),
    );
  });

  test("takes k equal ballots for one ballot of weight k", () => {
    fc.assert(
      fc.property(anElection, aRule, aSeed, (plain, rule, seed) => {
        const single = plain.ballots.flatMap(({ choices, count }) =>
          Array.from({ length: count }, () => ({ choices, count: 1 })),
        );
        expect(tally(packed({ ...plain, ballots: single }), rule, { seed })).toEqual(
          tally(packed(plain), rule, { seed }),
        );
      }),
    );
  });

  test("is replayed by its trace", () => {
    fc.assert(
      fc.property(anElection, aRule, aSeed, (plain, rule, seed) => {
        const { trace, selected, costGrosze } = tally(packed(plain), rule, { seed });
        expect(replay(trace)).toEqual({ selected, costGrosze });
      }),
    );
  });

  test("survives being stored as JSON", () => {
    fc.assert(
      fc.property(anElection, aRule, aSeed, (plain, rule, seed) => {
        const count = tally(packed(plain), rule, { seed });
        expect(Tally.parse(JSON.parse(JSON.stringify(count)))).toEqual(count);
      }),
    );
  });

  test("changes its digest with any ballot, cost, budget, rule or seed", () => {
    fc.assert(
      fc.property(anElection, aRule, aSeed, (plain, rule, seed) => {
        const [first, ...others] = plain.projects;
        if (!first) return;
        const digests = [
          tally(packed(plain), rule, { seed }),
          tally(packed({ ...plain, budgetGrosze: plain.budgetGrosze + 1 }), rule, { seed }),
          tally(
            packed({ ...plain, ballots: [...plain.ballots, { choices: [[first.id, 1]], count: 1 }] }),
            rule,
            { seed },
          ),
          tally(packed({ ...plain, projects: [{ ...first, costGrosze: 77 }, ...others] }), rule, { seed }),
          tally(
            packed(plain),
            { ...rule, fill: { kind: rule.fill.kind === "skip" ? "stop" : "skip" } },
            { seed },
          ),
          tally(packed(plain), rule, { seed: `${seed}!` }),
        ].map(({ digest }) => digest);
        expect(new Set(digests).size).toBe(digests.length);
      }),
    );
  });
});

describe("a winner", () => {
  test("still wins with one more ballot, and when it costs less", () => {
    fc.assert(
      fc.property(anElection, aRule, aSeed, (plain, rule, seed) => {
        for (const winner of tally(packed(plain), rule, { seed }).selected) {
          const helped = {
            ...plain,
            ballots: [...plain.ballots, { choices: [[winner, 1]] as const, count: 1 }],
          };
          expect(tally(packed(helped), rule, { seed }).selected).toContain(winner);
          const cut = plain.projects.map((project) =>
            project.id === winner ? { ...project, costGrosze: project.costGrosze - 1 } : project,
          );
          expect(tally(packed({ ...plain, projects: cut }), rule, { seed }).selected).toContain(winner);
        }
      }),
    );
  });
});

describe("the ties to draw", () => {
  test("are none where every lot would fund the same projects", () => {
    fc.assert(
      fc.property(anElection, aRule, aSeed, aSeed, (plain, rule, seed, other) => {
        fc.pre(undecidedTies(packed(plain), rule).length === 0);
        const winners = [seed, other].map((lot) =>
          tally(packed(plain), rule, { seed: lot }).selected.toSorted(),
        );
        expect(winners[0]).toEqual(winners[1]);
        expect(tally(packed(plain), rule).selected.toSorted()).toEqual(winners[0]);
      }),
      { numRuns: 1000 },
    );
  });

  test("decide: drawing the first in another order funds other projects", () => {
    fc.assert(
      fc.property(anElection, aRule, (plain, rule) => {
        const [tie] = undecidedTies(packed(plain), rule);
        fc.pre(tie !== undefined);
        const outcomes = tie.projects.map((_, turn) => {
          const order = [...tie.projects.slice(turn), ...tie.projects.slice(0, turn)];
          const count = tally(packed(plain), rule, { draws: [{ order, protocol: "1/2027" }] });
          return count.lines
            .filter((line) => line.outcome === "funded" || (line.outcome === "did-not-fit" && line.toppedUp))
            .filter(({ id }) => order.includes(id))
            .map(({ id, outcome }) => `${id} ${outcome}`)
            .sort()
            .join(" ");
        });
        expect(new Set(outcomes).size).toBeGreaterThan(1);
      }),
      { numRuns: 80 },
    );
  });

  test("are all named at once: drawn in any order, they leave none", () => {
    fc.assert(
      fc.property(anElection, aRule, fc.infiniteStream(fc.nat()), (plain, rule, dice) => {
        const draws = undecidedTies(packed(plain), rule).map(({ projects }) => ({
          order: projects
            .map((id) => ({ id, at: dice.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ id }) => id),
          protocol: "1/2027",
        }));
        expect(tally(packed(plain), rule, { draws }).undecided).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test("with voters' own money come to an end as well, meeting after meeting", () => {
    fc.assert(
      fc.property(anElection, aRule, aSharesFill, fc.infiniteStream(fc.nat()), (plain, rule, fill, dice) => {
        const draws: Draw[] = [];
        const open = () => tally(packed(plain), { ...rule, fill }, { draws }).undecided;
        for (let meeting = 0; meeting <= plain.projects.length && open().length > 0; meeting += 1) {
          for (const { projects } of open()) {
            const order = projects.toSorted(() => ((dice.next().value as number) % 2) - 0.5);
            draws.push({ order, protocol: `${meeting}` });
          }
        }
        expect(open()).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
