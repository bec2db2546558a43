import { z } from "zod";
import { type Finding, openHints } from "../../domain/ballot/findings.ts";
import { isDrawn, isSeedOf } from "../../domain/ballot/order.ts";
import { type Cycle, isLocked } from "../../domain/cycle/cycle.ts";
import { nextPhase } from "../../domain/cycle/schedule.ts";
import { notValid, refusal } from "../../domain/refusals.ts";
import { accept, Refused } from "../../domain/result.ts";
import { line, paragraphs } from "../../domain/text.ts";
import type { Deps } from "../../platform/deps.ts";
import { audited, type Deed, rowNamed } from "../audited.ts";
import { ballotFindings } from "../ballot-findings.ts";
import { wake } from "../wake.ts";

/** What a person says of hints: they are right so. */
export const Confirmation = z
  .strictObject({ hints: z.array(z.string().max(60)).min(1).max(50), reason: paragraphs(1000) })
  .meta({ id: "HintConfirmation" });
export type Confirmation = z.infer<typeof Confirmation>;

/** The seed of the order, whose digest was given when the edition was opened. */
export const OrderSeed = z.strictObject({ seed: line(200) }).meta({ id: "OrderSeed" });

interface Preparing {
  readonly by: Deed;
  readonly cycle: Cycle;
}

/** What is found of the list as it would be frozen now; of one that is frozen nothing is asked any more. */
export const findingsBeforeFreeze = async (cycle: Cycle, deps: Deps): Promise<Finding[]> => {
  if (isLocked(cycle)) throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
  const { items } = await deps.store.projects.list(cycle.id, { consistent: true });
  return ballotFindings(cycle, items, deps);
};

/** Says of hints that they are right so. Whoever confirms has seen them: one that is no longer found is refused. */
export const confirmHints = async (
  { by, cycle, said }: Preparing & { readonly said: Confirmation },
  deps: Deps,
): Promise<void> => {
  const open = new Map(openHints(await findingsBeforeFreeze(cycle, deps)).map((one) => [one.id, one]));
  const ids = [...new Set(said.hints)];
  const hints = ids.flatMap((id) => open.get(id) ?? []);
  if (hints.length < ids.length)
    throw new Refused(
      notValid(
        said.hints.flatMap((id, n) =>
          open.has(id) ? [] : [{ pointer: `/hints/${n}`, rule: "choice" as const }],
        ),
      ),
    );
  const { settledHints, table } = deps.store;
  const { actor, receivedAt: at } = by;
  const settled = hints.map(({ id, what, projects }) => ({
    id,
    what,
    numbers: projects.map(({ number }) => number),
    reason: said.reason,
    by: actor.id,
    byName: actor.name,
    at,
  }));
  const record = audited({ ...by, route: rowNamed("postHintConfirmation") }, cycle.id, {
    reason: said.reason,
    facts: { hints: settled.map(({ what, numbers }) => `${what}: ${numbers.join(", ")}`).join("; ") },
  });
  const writes = await Promise.all(settled.map((one) => settledHints.settle(cycle.id, one)));
  accept(await table.write([...writes, record]));
  await wake(cycle, deps);
};

/**
 * Enters the seed of the order. One person is enough: it fits the digest that was published before anything was proposed, so that nobody
 * chooses it. It comes when the list is ready: who knew it before could choose what is proposed.
 */
export const enterOrderSeed = async (
  { by, cycle, seed }: Preparing & { readonly seed: string },
  deps: Deps,
): Promise<void> => {
  const { phase } = cycle;
  if (nextPhase(cycle) !== "ballot-frozen" || !isDrawn(cycle))
    throw new Refused(refusal("cycle/wrong-phase", { phase, needed: ["appeals"] }));
  if (!isSeedOf(seed, cycle.orderCommitment))
    throw new Refused(notValid([{ pointer: "/seed", rule: "format" }]));
  const record = audited({ ...by, route: rowNamed("postOrderSeed") }, cycle.id);
  await wake(accept(await deps.store.cycles.change(cycle, { orderSeed: seed }, [record])), deps);
};
