import { z } from "zod";
import { openContests } from "../../shared/acts/count-contest.ts";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import { canonicalDigest, canonicalJson } from "../../shared/domain/canonical.ts";
import { type Cycle, eligibleOf } from "../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { listDigest } from "../../shared/domain/results/results.ts";
import { kindOf } from "../../shared/domain/rule-set.ts";
import {
  type CountedPool,
  electorateOf,
  type LeftOver,
  type LeftOverTie,
  leftOverTies,
  spendLeftOver,
} from "../../shared/domain/tally/left-over.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { Done, step } from "../../shared/platform/step.ts";
import { bestOfAll, byTurnout, type RecountedPool } from "../../shared/recount/left-over.ts";
import { recount } from "../../shared/recount/recount.ts";

/**
 * What money left in pools is used for, where the edition's rules use it after all pools are counted; which ties of it wait for a lot; and
 * the pools in which the two counters differ about it.
 */
const leftOverOf = async (
  cycle: Cycle,
  run: string,
  deps: Deps,
): Promise<{
  readonly leftOver: LeftOver | null;
  readonly ties: readonly LeftOverTie[];
  readonly disputed: readonly string[];
}> => {
  const { ruleSet, exclusionGroups: groups } = cycle;
  const { rollOver: policy } = ruleSet;
  if (policy !== "best-of-all" && policy !== "highest-turnout")
    return { leftOver: null, ties: [], disputed: [] };
  const onRoll = eligibleOf(cycle.roll);
  const counted: CountedPool[] = [];
  const recounted: RecountedPool[] = [];
  const contestOf = await openContests(cycle, run, deps);
  for (const { id, residents } of cycle.pools) {
    const contest = await contestOf(id);
    const tally = await deps.store.counts.tally(cycle.id, run, id);
    if (!tally) throw new Error(`pool ${id} is not counted`);
    const electorate = electorateOf(kindOf(ruleSet, id), { residents, onRoll: onRoll[id] ?? 0 });
    counted.push({ pool: id, electorate, ...contest, tally });
    recounted.push({ pool: id, electorate, contest, recount: recount(contest) });
  }
  const leftOver = spendLeftOver(counted, { policy, groups });
  const again = (policy === "best-of-all" ? bestOfAll : byTurnout)(recounted, groups);
  const isAgreed = canonicalJson(again) === canonicalJson(leftOver.funded);
  return {
    leftOver,
    ties: leftOverTies(counted, { policy, groups }),
    disputed: isAgreed ? [] : [...new Set([...again, ...leftOver.funded].map(({ pool }) => pool))],
  };
};

/** Brings the tallies of all pools under one digest, which the commission signs, and names the pools whose ties still need a draw. */
export const attest = step(
  "attest",
  z.object({ cycleId: CycleId, run: z.string() }),
  Done,
  async ({ cycleId, run }, deps) => {
    const { store } = deps;
    const cycle = await cycleOf(cycleId, deps);
    const count = await store.counts.get(cycleId);
    if (count?.run !== run) throw new Error(`run ${run} is not the count of this cycle`);
    const tallies = await Promise.all(
      cycle.pools.map(async ({ id }) => ({ pool: id, made: await store.counts.counted(cycleId, run, id) })),
    );
    const counted = tallies.map(({ pool, made }) => {
      if (!made) throw new Error(`pool ${pool} is not counted`);
      const { tally, inputs, agrees } = made;
      return { pool, digest: tally.digest, isUndecided: tally.undecided.length > 0, inputs, agrees };
    });
    // A draw or a withdrawal that came between two pools leaves them with different inputs: no digest then, and it is all counted again.
    const [inputs = "", ...others] = new Set(counted.map((one) => one.inputs));
    const { leavesDigest, voids } = count;
    const list = await store.ballotLists.get(cycleId);
    if (!list) throw new Error("there is no ballot list");
    const pools = new Set(cycle.pools.map(({ id }) => id));
    const { leftOver, ties, disputed } = await leftOverOf(cycle, run, deps);
    accept(
      await store.counts.attest(count, {
        digest: canonicalDigest({
          cycleId,
          ruleSet: cycle.ruleSetDigest,
          leavesDigest,
          ...(voids.length > 0 && { voids }),
          pools: counted.map(({ pool, digest }) => [pool, digest]),
          list: listDigest(list.pools.filter(({ id }) => pools.has(id))),
          ...(leftOver && { leftOver }),
        }),
        leftOver,
        inputs: others.length > 0 ? "" : inputs,
        leftOverTies: [...ties],
        undecidedPools: counted
          .filter(({ pool, isUndecided }) => isUndecided || ties.some((tie) => tie.pool === pool))
          .map(({ pool }) => pool),
        disputedPools: counted
          .filter(({ pool, agrees }) => !agrees || disputed.includes(pool))
          .map(({ pool }) => pool),
      }),
    );
    return {};
  },
);
