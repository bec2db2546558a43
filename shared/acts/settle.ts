import {
  checkSettling,
  journalOf,
  PENDING,
  type PendingAct,
  type PendingKind,
} from "../domain/office/pending.ts";
import type { Refusal } from "../domain/refusals.ts";
import { accept, asResult, ok, type Result, refused } from "../domain/result.ts";
import type { Deps } from "../platform/deps.ts";
import { audited, rowNamed } from "./audited.ts";
import type { By, TakesTwo, Word } from "./takes-two.ts";

interface Settling<K extends PendingKind> {
  readonly act: PendingAct<K>;
  readonly how: Word;
  readonly by: By<K>;
  /** Why it is turned down. */
  readonly reason?: string | undefined;
}

const isDone = (
  act: Pick<PendingAct, "state" | "settled"> | undefined,
  { how, by }: Pick<Settling<PendingKind>, "how" | "by">,
): boolean => act?.state === PENDING.proposed[how] && act?.settled?.by === by.actor.id;

const isOvertaken = (refusal: Refusal): boolean =>
  refusal.code === "pending/settled" && refusal.facts.state === "overtaken";

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
  const signed = { by: actor.id, byName: actor.name, at };
  const settled = { ...signed, ...(reason !== undefined && { reason }) };
  const deed =
    how === "accept"
      ? await asResult(() => takesTwo.run(act, by, deps))
      : ok(await takesTwo.drop?.(act, settled, deps));
  const kept: typeof settled = takesTwo.isAboutResident ? signed : settled;
  const why = kept.reason ?? ("reason" in act.proposal ? act.proposal.reason : undefined);
  const { table, pending } = deps.store;
  const keepsPlace = how === "accept" && takesTwo.inParts === true;
  const settling = await pending.settle(act, how, kept, { keepsPlace });
  const record = audited({ ...by, route: rowNamed(takesTwo.names[how]) }, journalOf(act), {
    ...(why !== undefined && { reason: why }),
    facts: takesTwo.facts(act, how),
  });
  const done = async (): Promise<Result<unknown>> => {
    if (!deed.ok) return deed;
    if (typeof deed.value === "function") {
      const outcome = await deed.value(settling);
      if (outcome.ok && !isDone(await pending.get(act.id), asked))
        throw new Error(`${act.id} was done without its record`);
      return outcome;
    }
    return await table.write([...settling, ...(deed.value ?? []), record]);
  };
  const outcome = await done();
  if (outcome.ok) return ok(undefined);
  // What it was made for is not there any more: nobody else has to find that out.
  if (isOvertaken(outcome.refusal)) await table.write(await pending.overtake(act));
  // Another word at the same moment may have changed what this one would: that it is settled says why.
  const now = await pending.get(act.id);
  if (isDone(now, asked)) return ok(undefined);
  const late = now && checkSettling(now, how, { me: actor.id, now: at });
  return late ? refused(late) : outcome;
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
