import { z } from "zod";
import { canonicalDigest } from "../../shared/domain/canonical.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { countInputs } from "../../shared/platform/count-inputs.ts";
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
      cycle.pools.map(async ({ id }) => ({ pool: id, tally: await store.counts.tally(cycleId, run, id) })),
    );
    const counted = tallies.map(({ pool, tally }) => {
      if (!tally) throw new Error(`pool ${pool} is not counted`);
      return { pool, digest: tally.digest, isUndecided: tally.undecided.length > 0 };
    });
    const { leavesDigest } = count;
    accept(
      await store.counts.attest(count, {
        digest: canonicalDigest({
          cycleId,
          ruleSet: cycle.ruleSetDigest,
          leavesDigest,
          pools: counted.map(({ pool, digest }) => [pool, digest]),
        }),
        inputs: (await countInputs(cycle, deps)).digest,
        undecidedPools: counted.filter(({ isUndecided }) => isUndecided).map(({ pool }) => pool),
      }),
    );
  },
);
