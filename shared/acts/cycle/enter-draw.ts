import { z } from "zod";
import { sha256Hex } from "../../domain/canonical.ts";
import { type Cycle, PoolId, poolOf } from "../../domain/cycle/cycle.ts";
import { ProjectId } from "../../domain/ids.ts";
import type { PendingAct } from "../../domain/office/pending.ts";
import { type Issue, notValid, refusal } from "../../domain/refusals.ts";
import { accept, Refused } from "../../domain/result.ts";
import type { Draw } from "../../domain/tally/ties/lot.ts";
import { line } from "../../domain/text.ts";
import type { Deps } from "../../platform/deps.ts";
import type { BallotList } from "../../store/ballot-lists.ts";
import type { StoredDraw } from "../../store/counts.ts";
import { audited, type Deed, rowNamed } from "../audited.ts";
import { cycleOf } from "../cycle-of.ts";
import { propose } from "../propose.ts";
import type { TakesTwo } from "../takes-two.ts";
import { wake } from "../wake.ts";

/** Draws that were held in public for level projects of a pool, with their protocols. */
export const NewDraw = z
  .strictObject({
    pool: PoolId,
    draws: z
      .array(z.strictObject({ order: z.array(ProjectId).min(2).max(300), protocol: line(300) }))
      .min(1)
      .max(100),
  })
  .meta({ id: "NewDraw" });
export type NewDraw = z.infer<typeof NewDraw>;

/** The seed of the lot, whose digest the commission gave when the edition was made. */
export const LotSeed = z.strictObject({ seed: line(200) }).meta({ id: "LotSeed" });

/** A lot settles what the count found level, and a result that is out stands. */
const checkPhase = ({ phase }: Cycle): void => {
  if (phase !== "counting") throw new Refused(refusal("cycle/wrong-phase", { phase, needed: ["counting"] }));
};

/** The projects that are level with each other: where money that is left buys the best of all pools, these may be of any. */
const drawable = ({ ruleSet }: Cycle, pool: string, list: BallotList | undefined) =>
  (list?.pools ?? [])
    .filter(({ id }) => id === pool || ruleSet.rollOver === "best-of-all")
    .flatMap(({ projects }) => projects);

/** Each project on the pool's ballot, each once. */
const checkDraws = (cycle: Cycle, { pool, draws }: NewDraw, list: BallotList | undefined): void => {
  if (!poolOf(cycle, pool)) throw new Refused(refusal("ballot/pool", { pool }, "/pool"));
  const onBallot = new Set<string>(drawable(cycle, pool, list).map(({ id }) => id));
  const issues = draws.flatMap(({ order }, draw) =>
    order.flatMap((project, place): Issue[] => {
      const pointer = `/draws/${draw}/order/${place}`;
      if (!onBallot.has(project)) return [{ pointer, rule: "choice" }];
      return order.indexOf(project) < place ? [{ pointer, rule: "duplicate" }] : [];
    }),
  );
  if (issues.length > 0) throw new Refused(notValid(issues));
};

const ofSame = (one: Draw, other: Draw): boolean =>
  one.order.length === other.order.length && one.order.every((project) => other.order.includes(project));

/** What was drawn before stands, unless the same projects are drawn again: then the later draw corrects it. */
const joined = (before: StoredDraw | undefined, { pool, draws }: NewDraw): StoredDraw => ({
  ...before,
  pool,
  draws: [...(before?.draws ?? []).filter((draw) => !draws.some((later) => ofSame(draw, later))), ...draws],
});

const protocolsOf = ({ draws }: Pick<NewDraw, "draws">): string =>
  draws.map(({ protocol }) => protocol).join("; ");

/** What is counted already is counted again with the draw. */
export const enterDraw: TakesTwo<"enter-draw"> = {
  names: {
    propose: "postDraw",
    accept: "postDrawAcceptance",
    refuse: "postDrawRefusal",
    withdraw: "postPendingWithdrawal",
  },
  facts: ({ proposal }) => ({ pool: proposal.pool, protocols: protocolsOf(proposal) }),
  run: async ({ proposal: { cycleId, pool, draws } }, _by, deps) => {
    const { counts, cycles } = deps.store;
    const cycle = await cycleOf(cycleId, deps);
    checkPhase(cycle);
    const before = (await counts.draws(cycleId)).find((one) => one.pool === pool);
    // A change of the cycle, so that no result that was being published meanwhile leaves without the draw.
    return [
      await counts.keepDraw(cycleId, joined(before, { pool, draws })),
      await cycles.changing(cycle, {}),
    ];
  },
  follow: async ({ proposal: { cycleId } }, deps) => {
    await wake({ id: cycleId }, deps);
  },
};

interface Drawn {
  readonly by: Deed;
  readonly cycle: Cycle;
  readonly drawn: NewDraw;
}

/** Proposes what a lot said. Of a pool one draw waits at a time: whoever accepts it has seen that one. */
export const proposeDraw = async (
  { by, cycle, drawn }: Drawn,
  deps: Deps,
): Promise<PendingAct<"enter-draw">> => {
  checkPhase(cycle);
  const { id: cycleId, edition } = cycle;
  const list = await deps.store.ballotLists.get(cycleId);
  checkDraws(cycle, drawn, list);
  const named = new Set<string>(drawn.draws.flatMap(({ order }) => order));
  const numbers = Object.fromEntries(
    drawable(cycle, drawn.pool, list).flatMap(({ id, number }) => (named.has(id) ? [[id, number]] : [])),
  );
  return await propose(
    enterDraw,
    {
      kind: "enter-draw",
      proposal: { cycleId, edition, ...drawn, numbers },
      by,
      kept: ({ byName: name, until }) => refusal("pending/waits", { name, until }),
    },
    deps,
  );
};

/** Enters the seed for every pool. One person is enough: it fits the digest that was published before the vote, so that nobody chooses it. */
export const enterLotSeed = async (
  { by, cycle, seed }: { readonly by: Deed; readonly cycle: Cycle; readonly seed: string },
  deps: Deps,
): Promise<void> => {
  checkPhase(cycle);
  if (sha256Hex(seed) !== cycle.lotCommitment)
    throw new Refused(notValid([{ pointer: "/seed", rule: "format" }]));
  const { counts, cycles } = deps.store;
  const before = await counts.draws(cycle.id);
  const draws = await Promise.all(
    cycle.pools.map(({ id: pool }) =>
      counts.keepDraw(cycle.id, { draws: [], ...before.find((one) => one.pool === pool), pool, seed }),
    ),
  );
  const record = audited({ ...by, route: rowNamed("postLotSeed") }, cycle.id);
  await wake(accept(await cycles.change(cycle, {}, [...draws, record])), deps);
};
