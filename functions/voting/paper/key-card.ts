import { z } from "zod";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { accept, ok, type Result, refused } from "../../../shared/domain/result.ts";
import { endOfDay, startOfDay } from "../../../shared/domain/time.ts";
import { BallotSection } from "../../../shared/domain/voting/ballot.ts";
import {
  type Batch,
  type Card,
  differences,
  type Keyed,
  Rejection,
} from "../../../shared/domain/voting/paper.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { macText } from "../../../shared/platform/keyed.ts";
import type { CardRef, Person } from "../../../shared/store/batches.ts";
import { receiptAgain, sealVote } from "../cast-ballot.ts";
import { KEY_LENGTH } from "../cast-once.ts";
import { checkShown, type Elector, electorOf, SHOWN, shownUnder } from "../elector.ts";
import { guardianWrite } from "../guardian-write.ts";
import { readForm } from "../identity.ts";
import { checkTakesPaper } from "./register-batch.ts";

/** What is on a card: a voter's ballot, or why it is none. */
export const CardContent = z.union([
  z.strictObject({ ...SHOWN, sections: z.array(BallotSection).min(1).max(10) }),
  z.strictObject({ rejection: Rejection }),
]);
export type CardContent =
  | { readonly elector: Elector; readonly sections: readonly BallotSection[] }
  | { readonly rejection: Rejection };

interface CardKeying {
  readonly by: { readonly actor: Person };
  readonly cycle: Cycle;
  readonly batch: Batch;
  readonly number: number;
  readonly content: CardContent;
  /** At least 128 random bits of the client: should this keying settle the card, they name its ballot. */
  readonly key: string | undefined;
  /** Keyed with care: it stands, whatever another person keyed, and waits for a second person anew. */
  readonly replaces: boolean;
}

type Ballot = Extract<CardContent, { sections: unknown }>;

const numbersOf = ({ points }: BallotSection): string =>
  Object.entries(points)
    .filter(([, given]) => given !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([project, given]) => `${project}:${given}`)
    .join(" ");

/** Keyed hashes of a card's content, good for this card alone. Their key is the cycle's, and is destroyed with it. */
const keyedOf = async (
  content: CardContent,
  { cycleId, batchId, number }: CardRef,
  { vault }: Deps,
): Promise<Keyed> => {
  if ("rejection" in content) return { whole: content.rejection, rejection: content.rejection };
  const key = await vault.cycleKey(cycleId, "paper");
  const about = (what: string, text: string): string => macText(key, what, batchId, String(number), text);
  const { voterKey } = content.elector;
  const lists = content.sections
    .map((section) => [section.pool, numbersOf(section)] as const)
    .filter(([, numbers]) => numbers !== "")
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    whole: about("whole", JSON.stringify([voterKey, lists])),
    person: about("person", voterKey),
    lists: Object.fromEntries(lists.map(([pool, numbers]) => [pool, about(`list/${pool}`, numbers)])),
  };
};

interface Keying extends Omit<CardKeying, "by"> {
  readonly actor: Person;
  readonly ref: CardRef;
  readonly keyed: Keyed;
}

/** The ballot of a card, sealed as every ballot is; of its time only the day is known. */
const sealed = async ({ cycle, batch, key, content }: Keying & { readonly content: Ballot }, deps: Deps) => {
  if (key === undefined || key.length < KEY_LENGTH)
    return refused(refusal("request/key-missing", {}, "/Idempotency-Key"));
  return sealVote(
    {
      cycle,
      voter: content.elector,
      key,
      sections: content.sections,
      receivedAt: startOfDay(batch.receivedOn),
      receivedBefore: endOfDay(batch.receivedOn),
      arrival: { channel: "paper", point: batch.point, day: batch.receivedOn },
    },
    deps,
  );
};

/** Whether this very keying has settled its card before, and its answer was lost. */
const isRepeated = async (
  card: Card,
  { cycle, content, key, actor }: Keying,
  deps: Deps,
): Promise<boolean> => {
  if ("rejection" in content) return card.rejection === content.rejection && card.settledBy === actor.id;
  return (
    card.state === "accepted" &&
    card.settledBy === actor.id &&
    (await receiptAgain(cycle.id, content.elector.voterKey, key ?? "", deps)).ok
  );
};

const settle = async (keying: Keying, deps: Deps): Promise<Result<Card["state"]>> => {
  const { content, ref, actor, keyed } = keying;
  const { batches, ballots, table } = deps.store;
  if ("rejection" in content) {
    const outcome = await table.write([
      await batches.settle(ref, actor, { keyed, rejection: content.rejection }),
    ]);
    return outcome.ok ? ok("rejected") : outcome;
  }
  const vote = await sealed({ ...keying, content }, deps);
  if (!vote.ok) return vote;
  const { cycleId } = ref;
  const { voterKey, guardian } = content.elector;
  if (guardian)
    accept(await table.write([await guardianWrite({ cycleId, voterKey }, keying.batch.receivedOn, deps)]));
  const cast = await ballots.cast(vote.value, await batches.settle(ref, actor, { keyed }));
  if (cast.ok) return ok("accepted");
  if (cast.refusal.code !== "voting/already-voted") return cast;
  // A try before this one may have committed: then it is this card that the voter has voted with.
  const card = await batches.card(ref);
  if (!card || card.state === "keyed") return cast;
  return (await isRepeated(card, keying, deps)) ? ok(card.state) : refused(refusal("paper/settled", {}));
};

/** Whether a ballot could be cast now, while its card is at hand. */
const checkCastable = async (keying: Keying, deps: Deps): Promise<Result<void>> => {
  const { content, cycle } = keying;
  if ("rejection" in content) return ok(undefined);
  const vote = await sealed({ ...keying, content }, deps);
  if (!vote.ok) return vote;
  return (await deps.store.ballots.marker(cycle.id, content.elector.voterKey))
    ? refused(refusal("voting/already-voted", {}))
    : ok(undefined);
};

/** The first of two keyings. A ballot that could not be cast is refused now. */
const keyFirst = async (keying: Keying, deps: Deps): Promise<Result<Card["state"]>> => {
  const castable = await checkCastable(keying, deps);
  if (!castable.ok) return castable;
  const outcome = await deps.store.batches.key(keying.ref, keying.actor, keying.keyed);
  return outcome.ok ? ok("keyed") : outcome;
};

/** A keying beside the card as it stands. */
const keyingAt = async ({ by, ...asked }: CardKeying, deps: Deps) => {
  const { cycle, batch, number, content } = asked;
  checkTakesPaper(cycle);
  const ref: CardRef = { cycleId: cycle.id, batchId: batch.id, number };
  const keying: Keying = { ...asked, actor: by.actor, ref, keyed: await keyedOf(content, ref, deps) };
  return { keying, card: await deps.store.batches.card(ref) };
};

const checkNumber = ({ batch, number }: Pick<CardKeying, "batch" | "number">): Result<void> =>
  number < 1 || number > batch.cards
    ? refused(refusal("paper/no-card", { cards: batch.cards }))
    : ok(undefined);

const settledBefore = async (card: Card, keying: Keying, deps: Deps): Promise<Result<Card["state"]>> =>
  (await isRepeated(card, keying, deps)) ? ok(card.state) : refused(refusal("paper/settled", {}));

/** Where a keying differs from another person's, which it would settle; undefined where there is none. */
const besideOther = ({ keyed, actor }: Keying, card: Card | undefined): string[] | undefined =>
  card?.keyed && card.by !== actor.id ? differences(card.keyed, keyed) : undefined;

/**
 * Keys one card. The first keying leaves keyed hashes; the second, by another person and alike, settles the card: its ballot is cast, or
 * its rejection stands. Who differs is told where, and nothing of what the other keyed.
 */
export const keyCard = async (asked: CardKeying, deps: Deps): Promise<Result<Card["state"]>> => {
  const { keying, card } = await keyingAt(asked, deps);
  const known = checkNumber(asked);
  if (!known.ok) return known;
  if (card && card.state !== "keyed") return await settledBefore(card, keying, deps);
  const differing = besideOther(keying, card);
  // Replacing what is the same would only take the second person away.
  if (!differing || (asked.replaces && card?.keyed?.whole !== keying.keyed.whole))
    return await keyFirst(keying, deps);
  return differing.length > 0
    ? refused(refusal("paper/differs", { in: differing }))
    : await settle(keying, deps);
};

/** What a keying would make of its card now; nothing is written. */
export const tryCard = async (asked: CardKeying, deps: Deps): Promise<Result<Card["state"]>> => {
  const { keying, card } = await keyingAt(asked, deps);
  const known = checkNumber(asked);
  if (!known.ok) return known;
  if (card && card.state !== "keyed") return await settledBefore(card, keying, deps);
  const differing = besideOther(keying, card);
  if (differing && differing.length > 0) return refused(refusal("paper/differs", { in: differing }));
  const castable = await checkCastable(keying, deps);
  if (!castable.ok) return castable;
  return ok(!differing ? "keyed" : "rejection" in asked.content ? "rejected" : "accepted");
};

type Place = Pick<CardKeying, "cycle" | "batch">;

/** Whose card it is by facts that were read: found on the roll, and if it is a child's on the day of its batch, with a guardian. */
export const electorBy = async (
  { cycle, batch }: Place,
  facts: Parameters<typeof checkShown>[1],
  deps: Deps,
): Promise<Result<Elector>> => {
  const shown = checkShown(cycle.ruleSet, facts, batch.receivedOn);
  return shown.ok ? electorOf(cycle, shown.value, deps) : shown;
};

/** The same by what was typed, as the edition's policy asks for it. */
export const electorOn = async (place: Place, typed: unknown, deps: Deps): Promise<Result<Elector>> => {
  const read = readForm(z.strictObject(shownUnder(place.cycle.ruleSet.identity, typed)), typed);
  return read.ok ? electorBy(place, read.value, deps) : read;
};

/** The content of a card as it was keyed, with its voter found on the roll. */
export const contentOf = async (
  keying: Place,
  typed: z.infer<typeof CardContent>,
  deps: Deps,
): Promise<Result<CardContent>> => {
  if ("rejection" in typed) return ok(typed);
  const { sections, ...person } = typed;
  const elector = await electorOn(keying, person, deps);
  return elector.ok ? ok({ elector: elector.value, sections }) : elector;
};
