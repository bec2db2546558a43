import { z } from "zod";
import { audited, type Deed } from "../../shared/acts/audited.ts";
import { actOn, cycleOf } from "../../shared/acts/cycle-of.ts";
import { wake } from "../../shared/acts/wake.ts";
import { sha256Hex } from "../../shared/domain/canonical.ts";
import { type Cycle, PoolId, poolOf } from "../../shared/domain/cycle/cycle.ts";
import { CycleId, ProjectId } from "../../shared/domain/ids.ts";
import { type Issue, notValid, refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import type { Draw } from "../../shared/domain/tally/ties/lot.ts";
import { line } from "../../shared/domain/text.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { accepted } from "../../shared/platform/http.ts";
import type { BallotList } from "../../shared/store/ballot-lists.ts";
import type { StoredDraw } from "../../shared/store/counts.ts";
import { routes } from "../routes.ts";
import { StaffCycle, staffCycle } from "./views.ts";

/** What settles the ties of a pool: draws held in public, with their protocols, or the seed that was committed before the vote. */
export const NewDraw = z
  .strictObject({
    pool: PoolId,
    draws: z
      .array(z.strictObject({ order: z.array(ProjectId).min(2).max(300), protocol: line(300) }))
      .max(100)
      .default([]),
    seed: line(200).optional(),
  })
  .meta({ id: "NewDraw" });
export type NewDraw = z.infer<typeof NewDraw>;

/**
 * Each project on the pool's ballot, each once; and something that settles a tie. Where money that is left buys the best of all pools, the
 * projects of all are level with each other.
 */
const issuesIn = (
  { ruleSet }: Cycle,
  { pool, draws, seed }: NewDraw,
  list: BallotList | undefined,
): Issue[] => {
  if (draws.length === 0 && seed === undefined) return [{ pointer: "/draws", rule: "required" }];
  const lists = list?.pools.filter(({ id }) => id === pool || ruleSet.rollOver === "best-of-all") ?? [];
  const onBallot = new Set<string>(lists.flatMap(({ projects }) => projects.map(({ id }) => id)));
  return draws.flatMap(({ order }, draw) =>
    order.flatMap((project, place): Issue[] => {
      const pointer = `/draws/${draw}/order/${place}`;
      if (!onBallot.has(project)) return [{ pointer, rule: "choice" }];
      return order.indexOf(project) < place ? [{ pointer, rule: "duplicate" }] : [];
    }),
  );
};

const check = (cycle: Cycle, drawn: NewDraw, list: BallotList | undefined): void => {
  if (!poolOf(cycle, drawn.pool)) throw new Refused(refusal("ballot/pool", { pool: drawn.pool }, "/pool"));
  const issues = issuesIn(cycle, drawn, list);
  if (drawn.seed !== undefined && sha256Hex(drawn.seed) !== cycle.lotCommitment)
    issues.push({ pointer: "/seed", rule: "format" });
  if (issues.length > 0) throw new Refused(notValid(issues));
};

const ofSame = (one: Draw, other: Draw): boolean =>
  one.order.length === other.order.length && one.order.every((project) => other.order.includes(project));

/** What was drawn before stands, unless the same projects are drawn again: then the later draw corrects it. */
const joined = (
  before: StoredDraw | undefined,
  { pool, draws, seed = before?.seed }: NewDraw,
): StoredDraw => ({
  pool,
  draws: [...(before?.draws ?? []).filter((draw) => !draws.some((later) => ofSame(draw, later))), ...draws],
  ...(seed !== undefined && { seed }),
});

/** Enters what settles the ties of pools; what is counted already is counted again with it. */
export const enterDraws = async (
  { by, cycle, drawn }: { readonly by: Deed; readonly cycle: Cycle; readonly drawn: readonly NewDraw[] },
  deps: Deps,
): Promise<void> => {
  const { store } = deps;
  if (cycle.phase !== "counting")
    throw new Refused(refusal("cycle/wrong-phase", { phase: cycle.phase, needed: ["counting"] }));
  const [list, before] = await Promise.all([store.ballotLists.get(cycle.id), store.counts.draws(cycle.id)]);
  for (const one of drawn) check(cycle, one, list);
  const writes = await Promise.all(
    drawn.map(async (one) => {
      const protocols = one.draws.map(({ protocol }) => protocol).join("; ");
      const known = before.find(({ pool }) => pool === one.pool);
      return [
        await store.counts.keepDraw(cycle.id, joined(known, one)),
        audited({ ...by, route: routes.postDraw }, cycle.id, { facts: { pool: one.pool, protocols } }),
      ];
    }),
  );
  // A change of the cycle, so that no result that was being published meanwhile leaves without the draw.
  await wake(accept(await store.cycles.change(cycle, {}, writes.flat())), deps);
};

export const postDraw = endpoint(routes.postDraw, {
  summary: "Enter the draw that settles a tie, with its protocol",
  description:
    "What was drawn before for other projects of the pool stands; the same projects drawn again correct the earlier draw. All of it can be sent again.",
  params: z.object({ cycleId: CycleId }),
  body: NewDraw,
  replies: { 202: StaffCycle },
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    await actOn(cycleId, (cycle) => enterDraws({ by: request, cycle, drawn: [request.body] }, deps), deps);
    return accepted(await staffCycle(await cycleOf(cycleId, deps), deps));
  },
});
