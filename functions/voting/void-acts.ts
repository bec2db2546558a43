import { z } from "zod";
import { type AuditedRoute, audited, type Deed } from "../../shared/acts/audited.ts";
import { lapse } from "../../shared/acts/lapse.ts";
import { propose } from "../../shared/acts/propose.ts";
import { settle } from "../../shared/acts/settle.ts";
import type { Word } from "../../shared/acts/takes-two.ts";
import { voterKeysOf } from "../../shared/acts/voter-keys.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { CycleId, VoidId } from "../../shared/domain/ids.ts";
import { type Refusal, refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { paragraphs } from "../../shared/domain/text.ts";
import { entryFactsOf, personOf, setMeant, setsOf } from "../../shared/domain/voting/fact-sets.ts";
import type { Facts } from "../../shared/domain/voting/facts.ts";
import type { IdentityPolicy } from "../../shared/domain/voting/identity-policy.ts";
import { BallotId, type VoidCase, VoidReason } from "../../shared/domain/voting/void.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import type { Write } from "../../shared/store/write.ts";
import { routes } from "../routes.ts";
import { findVoter } from "./find-voter.ts";
import { factFields, OPTIONAL_FACTS, readForm } from "./identity.ts";
import { checkTime, decisionOf, voidBallot } from "./void-ballot.ts";

const Marker = z.string().regex(/^[0-9a-hjkmnp-tv-z]{26}$/);
const WHY = { reason: VoidReason, note: paragraphs(1000) };

/** Whose vote it is: the facts by which the roll finds the person, typed once and not kept, or the marker by its own name. */
export const NewVoid = z.strictObject({ ...OPTIONAL_FACTS, marker: Marker.optional(), ...WHY }).meta({
  id: "NewVoid",
  description:
    "The facts of which the edition's `identity.roll` makes an entry, as at a voting point, and no others; or the `marker`",
  examples: [{ pesel: "44051401359", reason: "proven-misuse", note: "Wyrok sądu" }],
});
type NewVoid = Facts & { readonly marker?: string; readonly reason: VoidReason; readonly note: string };

/** The same under an edition's policy: all of its facts, or the marker. */
const readNewVoid = (policy: IdentityPolicy, typed: Readonly<Record<string, unknown>>): NewVoid => {
  const set = setMeant(setsOf(policy), typed);
  const whose = typed.marker === undefined ? factFields(entryFactsOf(set)) : { marker: Marker };
  return accept(readForm(z.strictObject({ ...whose, ...WHY }), typed)) as NewVoid;
};

export const NamedBallot = z.strictObject({ ballot: BallotId }).meta({ id: "NamedBallot" });
export const Declined = z.strictObject({ reason: paragraphs(1000) }).meta({ id: "DeclinedVoid" });

interface OnCycle {
  readonly by: Deed;
  readonly cycle: Cycle;
}
interface OnCase extends OnCycle {
  readonly id: VoidId;
}

/** Makes a decision together with a change of the cycle, which the start of the count would get in the way of. */
const decide = async (
  { by, cycle }: OnCycle,
  { writes, route, facts }: { writes: Write[]; route: AuditedRoute; facts: Record<string, string> },
  { store }: Deps,
): Promise<void> => {
  const record = audited({ ...by, route }, cycle.id, { facts });
  accept(await store.cycles.change(cycle, {}, [...writes, record]));
};

const caseOf = async ({ cycle, id }: OnCase, { store }: Deps): Promise<VoidCase> => {
  checkTime(cycle);
  const found = await store.voids.get(cycle.id, id);
  if (!found) throw new Refused(refusal("thing/not-found", {}));
  return found;
};

/** Records that somebody asked about a vote and was told that there is none, or that it has a case; whom they asked about is not told. */
const answer = async (
  { by, cycle, reason }: OnCycle & { readonly reason: VoidReason },
  refused: Refusal,
  { store }: Deps,
): Promise<never> => {
  const facts = { reason, answer: refused.code };
  accept(await store.table.write([audited({ ...by, route: routes.postVoid }, cycle.id, { facts })]));
  throw new Refused(refused);
};

/** The case of a marker while there is one; what lapsed is closed, and gives way to another. */
const openCase = async (
  cycleId: CycleId,
  id: VoidId,
  { receivedAt }: Deed,
  deps: Deps,
): Promise<VoidCase | undefined> => {
  const { pending, voids } = deps.store;
  const act = await pending.standing(cycleId, "void-ballot", id);
  if (act && act.until <= receivedAt) accept(await lapse(voidBallot, act, deps));
  const found = await voids.get(cycleId, id);
  return found?.state === "declined" ? undefined : found;
};

/** Proposes that one vote be left out. The case is named by a keyed hash of its marker: a marker has one case. */
export const proposeVoid = async (
  { by, cycle, typed }: OnCycle & { readonly typed: Readonly<Record<string, unknown>> },
  deps: Deps,
): Promise<VoidId> => {
  checkTime(cycle);
  const { store, vault } = deps;
  const hashed = await voterKeysOf(vault, cycle.id);
  const { identity } = cycle.ruleSet;
  const { reason, note, marker: named, ...whose } = readNewVoid(identity, typed);
  const set = setMeant(setsOf(identity), whose);
  const entry = hashed.entryId(...personOf(set, whose).entry);
  const found = named === undefined ? await findVoter(cycle, entry, "proved", deps) : undefined;
  const voterKey = named ?? hashed.voterKey(found?.person ?? entry);
  const marker = await store.ballots.marker(cycle.id, voterKey);
  const asking = { by, cycle, reason };
  if (!marker) {
    const pointer = `/${named === undefined ? entryFactsOf(set)[0] : "marker"}`;
    return answer(asking, refusal("void/no-marker", {}, pointer), deps);
  }
  const id = hashed.voidId(voterKey);
  const { district, link } = marker;
  const before = await openCase(cycle.id, id, by, deps);
  const isMine = before?.state === "proposed" && before.proposed.by === by.actor.id;
  // The same proposal again, after an answer that was lost.
  if (isMine && before.reason === reason) return id;
  if (before) return answer(asking, refusal("void/state", { state: before.state }), deps);
  const proposed = decisionOf(by);
  const made: VoidCase = { id, state: "proposed", reason, note, district, link, proposed };
  const proposal = { cycleId: cycle.id, edition: cycle.edition, voidId: id, grounds: reason };
  const also = [await store.voids.propose(cycle, made), await store.cycles.changing(cycle, {})];
  await propose(voidBallot, { kind: "void-ballot", proposal, by, also }, deps);
  return id;
};

/** A second person's word about the proposal of a case, or its author's own. */
const settleCase = async (
  { by, cycle, id }: OnCase,
  { how, reason }: { readonly how: Word; readonly reason?: string },
  deps: Deps,
): Promise<void> => {
  const act = await deps.store.pending.standing(cycle.id, "void-ballot", id);
  if (!act) throw new Refused(refusal("request/changed-since", { version: cycle.version }));
  await settle(voidBallot, { act, how, by, reason }, deps);
};

const isProposed = (found: VoidCase): void => {
  if (found.state !== "proposed") throw new Refused(refusal("void/state", { state: found.state }));
};

/** The second person agrees. From now on the sealed link of this one marker is shown to the commission. */
export const acceptVoid = async (asked: OnCase, deps: Deps): Promise<void> => {
  const found = await caseOf(asked, deps);
  if (found.state === "accepted" && found.accepted?.by === asked.by.actor.id) return;
  isProposed(found);
  await settleCase(asked, { how: "accept" }, deps);
};

/** The author takes the proposal back; the vote stays in the count. */
export const withdrawVoid = async (asked: OnCase, deps: Deps): Promise<void> => {
  const found = await caseOf(asked, deps);
  const me = asked.by.actor.id;
  if (found.state === "declined" && found.proposed.by === me && found.declined?.by === me) return;
  isProposed(found);
  await settleCase(asked, { how: "withdraw" }, deps);
};

/** Leaves the vote in the count. Whoever doubts is enough, the author too: what is not decided by two is not decided. */
export const declineVoid = async (
  { why, ...asked }: OnCase & { readonly why: string },
  deps: Deps,
): Promise<void> => {
  const { by, cycle, id } = asked;
  const found = await caseOf(asked, deps);
  if (found.state === "declined" && found.declined?.by === by.actor.id) return;
  if (found.state === "proposed") {
    const how = found.proposed.by === by.actor.id ? "withdraw" : "refuse";
    return await settleCase(asked, { how, reason: why }, deps);
  }
  const writes = [await deps.store.voids.decline(cycle, id, { ...decisionOf(by), why })];
  await decide(asked, { writes, route: routes.postVoidRefusal, facts: { case: id } }, deps);
};

/** One of the two names the ballot that the link led to; when both have named the same, it is void. */
export const nameBallot = async (
  { by, cycle, id, ballot }: OnCase & { readonly ballot: string },
  deps: Deps,
): Promise<void> => {
  const { store } = deps;
  const found = await caseOf({ by, cycle, id }, deps);
  const { id: me } = by.actor;
  const { named, state, proposed, accepted } = found;
  if (state === "voided" && found.ballot === ballot) return;
  if (state !== "accepted") throw new Refused(refusal("void/state", { state }));
  if (proposed.by !== me && accepted?.by !== me) throw new Refused(refusal("void/not-yours", {}));
  const isTaken = (await store.voids.voided(cycle.id)).some((one) => one.ballot === ballot);
  if (isTaken) throw new Refused(refusal("void/voided", {}, "/ballot"));
  if (!(await store.ballots.ballot(cycle.id, ballot)))
    throw new Refused(refusal("void/no-ballot", {}, "/ballot"));
  if (named && named.by !== me && named.ballot !== ballot)
    throw new Refused(refusal("void/names-differ", {}, "/ballot"));
  const isSecond = named !== undefined && named.by !== me;
  const writes = isSecond
    ? await store.voids.settle(cycle, id, { by: me, ballot })
    : [await store.voids.name(cycle, id, { by: me, ballot })];
  const facts = { case: id, ...(isSecond && { ballot }) };
  await decide({ by, cycle }, { writes, route: routes.postVoidBallot, facts }, deps);
};
