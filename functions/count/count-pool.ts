import { z } from "zod";
import { PoolId, poolOf } from "../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { countingRule } from "../../shared/domain/rule-set.ts";
import { electionOf } from "../../shared/domain/tally/election-of.ts";
import { tally } from "../../shared/domain/tally/tally.ts";
import { countFiles } from "../../shared/platform/count-files.ts";
import { countInputs } from "../../shared/platform/count-inputs.ts";
import { cycleOf } from "../../shared/platform/cycle-of.ts";
import { step } from "../../shared/platform/step.ts";

/** Counts one pool under the cycle's rules, from the file that was collected. The same inputs give the same tally, however often. */
export const countPool = step(
  "count",
  z.object({ cycleId: CycleId, run: z.string(), pool: PoolId }),
  async ({ cycleId, run, pool }, deps) => {
    const cycle = await cycleOf(cycleId, deps);
    const list = await deps.store.ballotLists.get(cycleId);
    const money = poolOf(cycle, pool);
    const known = cycle.ruleSet.pools.find(({ id }) => id === pool);
    if (!list || !money || !known) throw new Error(`nothing to count for pool ${pool}`);
    const [choices, { ties, exclusions, digest }] = await Promise.all([
      countFiles(deps.files, cycleId, run).choices(pool),
      countInputs(cycle, deps),
    ]);
    const projects = (list.pools.find(({ id }) => id === pool)?.projects ?? []).map(({ id, costGrosze }) => ({
      id,
      costGrosze,
      ...(exclusions[id] && { excluded: exclusions[id] }),
    }));
    const election = electionOf({ budgetGrosze: money.amountGrosze, projects, ballots: choices });
    accept(
      await deps.store.counts.saveTally(
        cycleId,
        run,
        pool,
        tally(election, countingRule(cycle.ruleSet, known.kind), ties[pool] ?? {}),
        digest,
      ),
    );
  },
);
