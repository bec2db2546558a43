import { z } from "zod";
import { canonicalDigest } from "../../shared/domain/canonical.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { cycleOf } from "../../shared/platform/cycle-of.ts";
import { step } from "../../shared/platform/step.ts";

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
    accept(
      await store.counts.attest(count, {
        digest: canonicalDigest({
          cycleId,
          ruleSet: cycle.ruleSetDigest,
          leavesDigest,
          pools: counted.map(({ pool, digest }) => [pool, digest]),
        }),
        inputs: others.length > 0 ? "" : inputs,
        undecidedPools: counted.filter(({ isUndecided }) => isUndecided).map(({ pool }) => pool),
        disputedPools: counted.filter(({ agrees }) => !agrees).map(({ pool }) => pool),
      }),
    );
  },
);
