import fc from "fast-check";
import { expect, test } from "vitest";
import { agree } from "../../functions/count/agree.ts";
import { tally } from "../../shared/domain/tally/tally.ts";
import { replay } from "../../shared/domain/tally/trace.ts";
import { recount } from "../../shared/recount/recount.ts";
import {
  aGroupOf,
  anElection,
  aRule,
  aSeed,
  aSharesFill,
  type PlainElection,
  packed,
} from "../kit/arbitraries.ts";

/** Also with scores of nothing and less, and projects that cost nothing. */
const anyElection: fc.Arbitrary<PlainElection> = fc
  .tuple(anElection, fc.constantFrom(0, 0, 1, 2), fc.constantFrom(1, 1, 4))
  .map(([plain, less, cheaper]) => ({
    ...plain,
    projects: plain.projects.map((project) => ({
      ...project,
      costGrosze: Math.floor(project.costGrosze / cheaper),
    })),
    ballots: plain.ballots.map(({ choices, count }) => ({
      choices: choices.map(([id, points]): [string, number] => [id, points - less]),
      count,
    })),
  }));

const withGroups = anyElection.chain((plain) =>
  fc.record({
    plain: fc.constant(plain),
    groups: fc.array(aGroupOf(plain.projects.map(({ id }) => id)), { maxLength: 2 }),
  }),
);

/** The figures again, ballot by ballot. */
const figuresOf = ({ projects, ballots }: PlainElection, selected: readonly string[]) => {
  const costs = new Map(projects.map(({ id, costGrosze }) => [id, costGrosze]));
  const each = ballots.flatMap(({ choices, count }) => {
    const won = choices.filter(([id, points]) => points > 0 && selected.includes(id)).map(([id]) => id);
    return Array.from({ length: count }, () => won);
  });
  const cost = each.flat().reduce((sum, id) => sum + (costs.get(id) ?? 0), 0);
  return {
    served: each.filter(({ length }) => length > 0).length,
    fundedChoices: each.flat().length,
    averageCostGrosze: each.length === 0 ? 0 : Math.floor(cost / each.length),
  };
};

const anyRule = fc
  .tuple(aRule, aSharesFill, fc.boolean())
  .map(([rule, shares, byShares]) => (byShares ? { ...rule, fill: shares } : rule));

test("the engine and the second counter agree on every project, by every rule, drawn or not", () => {
  fc.assert(
    fc.property(
      withGroups,
      anyRule,
      fc.option(aSeed, { nil: undefined }),
      ({ plain, groups }, rule, seed) => {
        const ties = seed === undefined ? {} : { seed };
        const counted = tally({ ...packed(plain), groups }, rule, ties);
        const again = recount({ ...plain, groups, rule, ties });
        const outcomes = Object.fromEntries(counted.lines.map(({ id, outcome }) => [id, outcome]));
        expect({ selected: counted.selected, outcomes, undecided: counted.undecided.length > 0 }).toEqual({
          selected: again.selected,
          outcomes: again.outcomes,
          undecided: again.undecided,
        });
        expect(agree(counted, again)).toBe(true);
        expect(counted.figures).toEqual(figuresOf(plain, counted.selected));
        expect(replay(counted.trace)).toEqual({ selected: counted.selected, costGrosze: counted.costGrosze });
      },
    ),
    { numRuns: 2000 },
  );
});
