import { z } from "zod";
import { canonicalDigest } from "../../shared/domain/canonical.ts";
import { type Cycle, eligibleOf } from "../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { electionOf } from "../../shared/domain/tally/election-of.ts";
import { type CountedPool, type LeftOver, spendLeftOver } from "../../shared/domain/tally/left-over.ts";
import { countContest } from "../../shared/platform/count-contest.ts";
import { cycleOf } from "../../shared/platform/cycle-of.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { step } from "../../shared/platform/step.ts";

/** What money left in pools is used for, where the edition's rules use it after all pools are counted. */
const leftOverOf = async (cycle: Cycle, run: string, deps: Deps): Promise<LeftOver | null> => {
  const { rollOver, pools } = cycle.ruleSet;
  if (rollOver !== "best-of-all" && rollOver !== "highest-turnout") return null;
  const onRoll = eligibleOf(cycle.roll);
  const counted: CountedPool[] = [];
  for (const { id } of cycle.pools) {
    const { rule, ties, ...contest } = await countContest(cycle, { run, pool: id }, deps);
    const tally = await deps.store.counts.tally(cycle.id, run, id);
    const kind = pools.find((pool) => pool.id === id)?.kind ?? "district";
    const eligible = onRoll[id] ?? 0;
    if (tally) counted.push({ pool: id, kind, election: electionOf(contest), rule, ties, tally, eligible });
  }
  return spendLeftOver(counted, rollOver);
};

/** Brings the tallies of all pools under one digest, which the commission signs, and names the pools whose ties still need a draw. */
export const attest = step(
  "attest",
  z.object({ cycleId: CycleId, run: z.string() }),
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
    const { leavesDigest } = count;
    const leftOver = await leftOverOf(cycle, run, deps);
    accept(
      await store.counts.attest(count, {
        digest: canonicalDigest({
          cycleId,
          ruleSet: cycle.ruleSetDigest,
          leavesDigest,
          pools: counted.map(({ pool, digest }) => [pool, digest]),
          ...(leftOver && { leftOver }),
        }),
        leftOver,
        inputs: others.length > 0 ? "" : inputs,
        undecidedPools: counted.filter(({ isUndecided }) => isUndecided).map(({ pool }) => pool),
        disputedPools: counted.filter(({ agrees }) => !agrees).map(({ pool }) => pool),
      }),
    );
  },
);
