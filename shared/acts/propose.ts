import { z } from "zod";
import { canonicalJson } from "../domain/canonical.ts";
import { PendingId } from "../domain/ids.ts";
import {
  journalOf,
  lapsesAt,
  type PendingAct,
  type PendingKind,
  type Proposal,
  thingOf,
} from "../domain/office/pending.ts";
import { type Refusal, refusal } from "../domain/refusals.ts";
import { accept, Refused } from "../domain/result.ts";
import { Instant } from "../domain/time.ts";
import type { Deps } from "../platform/deps.ts";
import { accepted, type Reply } from "../platform/http.ts";
import type { Write } from "../store/write.ts";
import { audited, type Deed, rowNamed } from "./audited.ts";
import type { TakesTwo } from "./takes-two.ts";

export const Proposed = z
  .object({ pendingId: PendingId, until: Instant })
  .meta({ id: "Proposed", description: "It waits for a second person until this moment" });

/** Answers that an act waits for a second person. */
export const proposedReply = ({ id: pendingId, until }: Pick<PendingAct, "id" | "until">): Reply =>
  accepted({ pendingId, until });

const isSame = (one: PendingAct, other: PendingAct): boolean =>
  one.by === other.by &&
  one.kind === other.kind &&
  canonicalJson(one.proposal) === canonicalJson(other.proposal);

interface Proposing<K extends PendingKind> {
  readonly kind: K;
  readonly proposal: Proposal<K>;
  readonly by: Deed;
  /** When what it is about ends by itself, if that may come before its own time is over. */
  readonly until?: Instant | undefined;
  /** What is written with it: the condition that the proposal makes sense. */
  readonly also?: readonly Write[];
  /** Why what stands there already does not give way to it; without this it does. */
  readonly kept?: (before: PendingAct<K>) => Refusal | undefined;
}

/** A proposal that begins to stand now. */
export const newPending = <K extends PendingKind>({
  kind,
  proposal,
  by: { actor, receivedAt: at, newId },
  until,
}: Omit<Proposing<K>, "also" | "kept">): PendingAct<K> => {
  const lapses = lapsesAt(kind, at);
  return {
    id: newId("pnd") as PendingId,
    kind,
    proposal,
    by: actor.id,
    byName: actor.name,
    at,
    until: until !== undefined && until < lapses ? until : lapses,
    state: "proposed",
  } as PendingAct<K>;
};

/**
 * Proposes an act that another person has to accept. It takes the place of what stood of its kind on the same thing and does not stay; what the same person
 * proposes again, or sends again under the same key, is the proposal that is there.
 */
export const propose = async <K extends PendingKind>(
  takesTwo: TakesTwo<K>,
  { kind, proposal, by, until, also = [], kept }: Proposing<K>,
  { store }: Pick<Deps, "store">,
): Promise<PendingAct<K>> => {
  const { receivedAt: at } = by;
  const act = newPending({ kind, proposal, by, until });
  const before = await store.pending.standing(journalOf(act), kind, thingOf(act));
  if (before && before.until > at) {
    if (isSame(before, act)) return before;
    const stays = kept?.(before);
    if (stays) throw new Refused(stays);
  }
  const reason = "reason" in proposal ? { reason: proposal.reason } : {};
  const record = audited({ ...by, route: rowNamed(takesTwo.names.propose) }, journalOf(act), {
    ...reason,
    facts: takesTwo.facts(act, "propose"),
  });
  const outcome = await store.table.write([...(await store.pending.propose(act, before)), ...also, record]);
  const made = outcome.ok ? act : await store.pending.get(act.id);
  if (!outcome.ok && made === undefined) accept(outcome);
  if (made === undefined || !isSame(made, act)) throw new Refused(refusal("request/key-reused", {}));
  return made as PendingAct<K>;
};
