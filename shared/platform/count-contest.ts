import { type Cycle, poolOf } from "../domain/cycle/cycle.ts";
import { countingRule } from "../domain/rule-set.ts";
import { electionOf } from "../domain/tally/election-of.ts";
import type { CountingRule } from "../domain/tally/rule.ts";
import { tally } from "../domain/tally/tally.ts";
import type { PoolChoices } from "../domain/voting/pool-choices.ts";
import { countFiles } from "./count-files.ts";
import { countInputs } from "./count-inputs.ts";
import type { Deps } from "./deps.ts";

/** What the districts leave over, for a citywide pool that is counted with it. The same inputs leave the same sum, whoever counts. */
const leftInDistricts = async (cycle: Cycle, run: string, deps: Deps): Promise<number> => {
  let sum = 0;
  for (const { id } of cycle.pools) {
    if (cycle.ruleSet.pools.find((pool) => pool.id === id)?.kind !== "district") continue;
    const district = await countContest(cycle, { run, pool: id }, deps);
    sum += tally(electionOf(district), district.rule, district.ties).leftGrosze;
  }
  return sum;
};

/** One pool as it is counted: money, list, ballots, rule, and what was drawn and decided beside them. */
export const countContest = async (
  cycle: Cycle,
  { run, pool }: { readonly run: string; readonly pool: string },
  deps: Deps,
) => {
  const money = poolOf(cycle, pool);
  const known = cycle.ruleSet.pools.find(({ id }) => id === pool);
  const [list, choices, { ties, exclusions, digest }] = await Promise.all([
    deps.store.ballotLists.get(cycle.id),
    countFiles(deps.files, cycle.id, run).choices(pool),
    countInputs(cycle, deps),
  ]);
  if (!list || !money || !known) throw new Error(`nothing to count for pool ${pool}`);
  const extra =
    cycle.ruleSet.rollOver === "citywide-now" && known.kind === "citywide"
      ? await leftInDistricts(cycle, run, deps)
      : 0;
  const listed = list.pools.find(({ id }) => id === pool)?.projects ?? [];
  const rule: CountingRule = countingRule(cycle.ruleSet, known.kind);
  const tieInputs = ties[pool] ?? {};
  const ballots: PoolChoices = choices;
  return {
    budgetGrosze: money.amountGrosze + extra,
    projects: listed.map(({ id, costGrosze }) => ({
      id,
      costGrosze,
      ...(exclusions[id] && { excluded: exclusions[id] }),
    })),
    ballots,
    rule,
    ties: tieInputs,
    listed,
    /** Of the draws and exclusions: a count under another digest is not of this contest. */
    inputs: digest,
  };
};
