import { z } from "zod";
import { openContests } from "../../shared/acts/count-contest.ts";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import { PoolId } from "../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { tally } from "../../shared/domain/tally/tally.ts";
import { Done, step } from "../../shared/platform/step.ts";
import { recount } from "../../shared/recount/recount.ts";
import { agree } from "./agree.ts";

/**
 * Counts one pool under the cycle's rules, from the file that was collected, twice: by the engine and by the second counter. The same inputs
 * give the same tally, however often.
 */
export const countPool = step(
  "count",
  z.object({ cycleId: CycleId, run: z.string(), pool: PoolId }),
  Done,
  async ({ cycleId, run, pool }, deps) => {
    const contestOf = await openContests(await cycleOf(cycleId, deps), run, deps);
    const contest = await contestOf(pool);
    const counted = tally(contest.election, contest.rule, contest.ties);
    const agrees = agree(counted, recount(contest));
    const { inputs } = contest;
    accept(await deps.store.counts.saveTally(cycleId, { run, pool, tally: counted, inputs, agrees }));
    return {};
  },
);
