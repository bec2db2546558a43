import fc from "fast-check";
import { expect, test } from "vitest";
import { agree } from "../../functions/count/agree.ts";
import { tally } from "../../shared/domain/tally/tally.ts";
import { replay } from "../../shared/domain/tally/trace.ts";
import { recount } from "../../shared/recount/recount.ts";
import { aGroupOf, anElection, aRule, aSeed, aSharesFill, packed } from "../arbitraries.ts";

const withGroups = anElection.chain((plain) =>
  fc.record({
    plain: fc.constant(plain),
    groups: fc.array(aGroupOf(plain.projects.map(({ id }) => id)), { maxLength: 2 }),
  }),
);

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
        expect(replay(counted.trace)).toEqual({ selected: counted.selected, costGrosze: counted.costGrosze });
      },
    ),
    { numRuns: 2000 },
  );
});
