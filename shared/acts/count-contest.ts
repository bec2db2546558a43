import { type Cycle, poolOf } from "../domain/cycle/cycle.ts";
import { countingRule, kindOf, poolsBefore } from "../domain/rule-set.ts";
import { carriedInto, type EarlierPool } from "../domain/tally/carried.ts";
import { electionWith } from "../domain/tally/election-of.ts";
import { freeGrosze } from "../domain/tally/left-over.ts";
import { ballotsOf, plainBallots } from "../domain/tally/spelled-ballots.ts";
import { tally } from "../domain/tally/tally.ts";
import type { Deps } from "../platform/deps.ts";
import type { BallotList } from "../store/ballot-lists.ts";
import { countFiles } from "./count-files.ts";
import { countInputs } from "./count-inputs.ts";

/** The earlier pools on which one depends: districts and areas whose money it gets, and pools with which it shares a group of exclusion. */
const dependsOn = (cycle: Cycle, { pools }: BallotList, pool: string): string[] => {
  const { ruleSet, exclusionGroups } = cycle;
  const takesMoney = ruleSet.rollOver === "citywide-now" && kindOf(ruleSet, pool) === "citywide";
  const listed = (id: string) => pools.find((one) => one.id === id)?.projects ?? [];
  const own = exclusionGroups.filter(({ projects }) => listed(pool).some(({ id }) => projects.includes(id)));
  const rivals = new Set(own.flatMap(({ projects }) => projects));
  const ids = cycle.pools.map(({ id }) => id);
  return poolsBefore(ruleSet, ids, pool).filter(
    (id) =>
      (takesMoney && kindOf(ruleSet, id) !== "citywide") ||
      listed(id).some((project) => rivals.has(project.id)),
  );
};

/**
 * The pools of a count as they are counted: money, list, ballots, rule, and what was drawn and decided beside them. The same inputs make the same,
 * whoever counts. What all pools share is read once.
 */
export const openContests = async (cycle: Cycle, run: string, deps: Deps) => {
  const [list, { ties, exclusions, digest }] = await Promise.all([
    deps.store.ballotLists.get(cycle.id),
    countInputs(cycle, deps),
  ]);
  const { ruleSet, exclusionGroups } = cycle;

  const contestOf = async (pool: string) => {
    const money = poolOf(cycle, pool);
    if (!list || !money) throw new Error(`nothing to count for pool ${pool}`);
    const listed = list.pools.find(({ id }) => id === pool)?.projects ?? [];
    const ids = listed.map(({ id }) => id);
    const spelling = await countFiles(deps.files, cycle.id, run).choices(pool, ids);
    const earlier: EarlierPool[] = [];
    for (const id of dependsOn(cycle, list, pool)) {
      const before = await contestOf(id);
      const made = tally(before.election, before.rule, before.ties);
      earlier.push({ kind: kindOf(ruleSet, id), selected: made.selected, leftGrosze: freeGrosze(made) });
    }
    const kind = kindOf(ruleSet, pool);
    const own = {
      kind,
      budgetGrosze: money.amountGrosze,
      projects: listed.map(({ id, costGrosze }) => ({
        id,
        costGrosze,
        ...(exclusions[id] && { excluded: exclusions[id] }),
      })),
    };
    const contest = carriedInto(own, { rollOver: ruleSet.rollOver, groups: exclusionGroups, earlier });
    return {
      ...contest,
      spelling,
      ballots: plainBallots(spelling, ids),
      election: electionWith(contest, ballotsOf(spelling, ids)),
      rule: countingRule(ruleSet, kind),
      ties: ties[pool] ?? {},
      listed,
      /** The digest of the draws and exclusions: a count under another one is not of this contest. */
      inputs: digest,
    };
  };
  return contestOf;
};
