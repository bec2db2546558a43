import { z } from "zod";
import { openContests } from "../../shared/acts/count-contest.ts";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import { type Cycle, PoolId } from "../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { Refused } from "../../shared/domain/result.ts";
import { ballotCount } from "../../shared/domain/tally/election.ts";
import { Figures } from "../../shared/domain/tally/figures.ts";
import { CountingRule } from "../../shared/domain/tally/rule.ts";
import { tally } from "../../shared/domain/tally/tally.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import { underRule, WhatIfRule } from "../../shared/rulesets/what-if.ts";
import { routes } from "../routes.ts";
import { RESULTS_CACHE } from "./get-results.ts";
import { publishedFiles } from "./published.ts";

const Outcome = z.object({
  rule: CountingRule,
  selected: z.array(z.string()),
  costGrosze: z.int(),
  figures: Figures,
});

/** The same ballots under the binding rule and another, side by side. */
const WhatIf = z
  .object({
    /** What is counted under another rule binds nobody. */
    binding: Outcome,
    whatIf: Outcome.extend({ name: WhatIfRule, isBinding: z.literal(false) }),
    ballots: z.int(),
    projects: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        title: z.string(),
        costGrosze: z.int(),
        funded: z.boolean(),
        fundedWhatIf: z.boolean(),
      }),
    ),
  })
  .meta({ id: "WhatIf", description: "Only `binding` binds" });
type WhatIf = z.infer<typeof WhatIf>;

/** Counts a pool twice, from the ballots that were collected: under its own rule, and under another. */
export const whatIf = async (
  cycle: Cycle,
  { pool, rule: name }: { readonly pool: string; readonly rule: WhatIfRule },
  deps: Deps,
): Promise<WhatIf> => {
  if (!cycle.pools.some(({ id }) => id === pool)) throw new Refused(refusal("thing/not-found", {}));
  const count = await deps.store.counts.get(cycle.id);
  if (!count?.digest)
    throw new Refused(refusal("cycle/wrong-phase", { phase: cycle.phase, needed: ["counting", "results"] }));
  const contestOf = await openContests(cycle, count.run, deps);
  const { ties, listed, election, ...contest } = await contestOf(pool);
  const outcomeOf = (rule: CountingRule) => {
    const { selected, costGrosze, figures } = tally(election, rule, ties);
    return { rule, selected, costGrosze, figures };
  };
  const binding = outcomeOf(contest.rule);
  const other = outcomeOf(underRule(contest.rule, name));
  return {
    binding,
    whatIf: { ...other, name, isBinding: false },
    ballots: ballotCount(election.ballots),
    projects: listed.map(({ id, number, title, costGrosze }) => ({
      id,
      number,
      title,
      costGrosze,
      funded: binding.selected.includes(id),
      fundedWhatIf: other.selected.includes(id),
    })),
  };
};

const query = z.object({ pool: PoolId, rule: WhatIfRule });
const params = z.object({ cycleId: CycleId });

export const getWhatIf = endpoint(routes.getWhatIf, {
  summary: "A published pool's ballots under another rule, beside the binding one",
  params,
  query,
  replies: { 200: WhatIf },
  cache: RESULTS_CACHE,
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    await publishedFiles(cycleId, deps);
    return json(await whatIf(await cycleOf(cycleId, deps), request.query, deps));
  },
});

export const getStaffWhatIf = endpoint(routes.getStaffWhatIf, {
  summary: "A counted pool's ballots under another rule, beside the binding one",
  params,
  query,
  replies: { 200: WhatIf },
  handle: async (request, deps) =>
    json(await whatIf(await cycleOf(request.params.cycleId, deps), request.query, deps)),
});
