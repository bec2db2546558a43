import { checkSettling, PENDING, type PendingAct, type PendingKind } from "../domain/office/pending.ts";
import { accept, ok, type Result, refused } from "../domain/result.ts";
import type { Deps } from "../platform/deps.ts";
import { audited, type Deed } from "./audited.ts";
import type { TakesTwo, Word } from "./takes-two.ts";

interface Settling<K extends PendingKind> {
  readonly act: PendingAct<K>;
  readonly how: Word;
  readonly by: Deed;
  /** Why it is turned down. */
  readonly reason?: string | undefined;
}

const isDone = (
  act: Pick<PendingAct, "state" | "settled"> | undefined,
  { how, by }: Pick<Settling<PendingKind>, "how" | "by">,
): boolean => act?.state === PENDING.proposed[how] && act?.settled?.by === by.actor.id;

/** What the act does, that it is settled, and the record of both: one transaction. */
const write = async <K extends PendingKind>(
  takesTwo: TakesTwo<K>,
  asked: Settling<K>,
  deps: Deps,
): Promise<Result<void>> => {
  const { act, how, by, reason } = asked;
  const { actor, receivedAt: at } = by;
  const unfit = checkSettling(act, how, { me: actor.id, now: at });
  if (unfit) return refused(unfit);
  const said = { by: actor.id, byName: actor.name, at };
  const settled = { ...said, ...(reason !== undefined && { reason }) };
  const deed =
    how === "accept" ? await takesTwo.run(act, by, deps) : await takesTwo.drop?.(act, settled, deps);
  const kept: typeof settled = takesTwo.isAboutResident ? said : settled;
  const why = kept.reason ?? ("reason" in act.proposal ? act.proposal.reason : undefined);
  const record = audited({ ...by, route: { name: takesTwo.names[how] } }, act.proposal.cycleId, {
    ...(why !== undefined && { reason: why }),
    facts: takesTwo.facts(act, how),
  });
  const { table, pending } = deps.store;
  const outcome = await table.write([...pending.settle(act, how, kept), ...(deed ?? []), record]);
  return outcome.ok || isDone(await pending.get(act.id), asked) ? ok(undefined) : outcome;
};

/** Settles a proposal. The same word again from the same person, even at the same moment, finds it done. */
export const settle = async <K extends PendingKind>(
  takesTwo: TakesTwo<K>,
  asked: Settling<K>,
  deps: Deps,
): Promise<void> => {
  const outcome = isDone(asked.act, asked) ? ok(undefined) : await write(takesTwo, asked, deps);
  // What an acceptance prepared is set right where it was not written, too.
  if (asked.how === "accept") await takesTwo.follow?.(asked.act, deps);
  accept(outcome);
};
