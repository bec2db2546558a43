import { z } from "zod";
import { Phase } from "../cycle/phases.ts";
import { BatchId, CycleId, PendingId, StatementId, VoidId } from "../ids.ts";
import type { Lifecycle } from "../lifecycle.ts";
import { type Refusal, refusal } from "../refusals.ts";
import { Instant, plusSeconds } from "../time.ts";
import { VoidReason } from "../voting/void.ts";
import type { Owner, Work } from "./work.ts";

const inEdition = { cycleId: CycleId, edition: z.string() };

/**
 * What can be proposed, by its kind: all that the act will do, and what it must still find when it is accepted. Whoever accepts a proposal
 * accepts exactly this.
 */
export const PROPOSALS = {
  /** A later end of the open vote. */
  "extend-vote": z.object({ ...inEdition, before: Instant, endsAt: Instant, reason: z.string() }),
  /** An early end of the vote, or the end of an edition in which people vote or have voted. */
  "move-cycle": z.object({ ...inEdition, from: Phase, to: Phase, reason: z.string() }),
  /** Another number of cards in an open batch. */
  "correct-batch": z.object({
    ...inEdition,
    batchId: BatchId,
    point: z.string(),
    /** The point's name at that time; proposals of releases before have its id alone. */
    pointName: z.string().default(""),
    before: z.int(),
    cards: z.int(),
    reason: z.string(),
  }),
  /** Somebody is to be added to the roll; what is known of them stands on the statement. */
  "add-to-roll": z.object({ ...inEdition, statementId: StatementId }),
  /** One vote is to be left out of the count; what is known of the voter stands on the case. */
  "void-ballot": z.object({ ...inEdition, voidId: VoidId, grounds: VoidReason }),
} as const satisfies Record<string, z.ZodObject>;

export type PendingKind = keyof typeof PROPOSALS;
export type Proposal<K extends PendingKind = PendingKind> = z.infer<(typeof PROPOSALS)[K]>;

export const PendingState = z
  .enum(["proposed", "accepted", "refused", "withdrawn", "replaced", "lapsed"])
  .meta({ id: "PendingState" });
export type PendingState = z.infer<typeof PendingState>;

/** What ends a proposal: another person's word, its author's, a newer one of the same kind on the same thing, its time or what it was about. */
export type Settlement = "accept" | "refuse" | "withdraw" | "replace" | "lapse";

export const PENDING: Lifecycle<PendingState, Settlement> = {
  proposed: {
    accept: "accepted",
    refuse: "refused",
    withdraw: "withdrawn",
    replace: "replaced",
    lapse: "lapsed",
  },
  accepted: {},
  refused: {},
  withdrawn: {},
  replaced: {},
  lapsed: {},
};

const Outer = z.object({
  id: PendingId,
  by: z.string(),
  byName: z.string(),
  at: Instant,
  /** Nobody accepts it from this moment on: what was wanted on another day is asked for anew. */
  until: Instant,
  state: PendingState,
  settled: z
    .object({ by: z.string(), byName: z.string(), at: Instant, reason: z.string().optional() })
    .optional(),
});

const one = <K extends PendingKind>(kind: K) =>
  Outer.extend({ kind: z.literal(kind), proposal: PROPOSALS[kind] });

export const PendingAct = z.discriminatedUnion("kind", [
  one("extend-vote"),
  one("move-cycle"),
  one("correct-batch"),
  one("add-to-roll"),
  one("void-ballot"),
]);
/** An act that one person has proposed, and that another accepts or turns down. */
export type PendingAct<K extends PendingKind = PendingKind> = Extract<
  z.infer<typeof PendingAct>,
  { readonly kind: K }
>;

/** Whose work the second word is, and for how long it can be said. */
const WAITS: { readonly [K in PendingKind]: { readonly in: Owner; readonly days: number } } = {
  "extend-vote": { in: "queue#cycle", days: 1 },
  "move-cycle": { in: "queue#cycle", days: 1 },
  "correct-batch": { in: "queue#points", days: 7 },
  "add-to-roll": { in: "queue#points", days: 7 },
  "void-ballot": { in: "queue#commission", days: 7 },
};

const DAY_SECONDS = 86_400;

/** When a proposal of this moment lapses, if what it is about does not end it before. */
export const lapsesAt = (kind: PendingKind, at: Instant): Instant =>
  plusSeconds(at, WAITS[kind].days * DAY_SECONDS);

export const waitsIn = (kind: PendingKind): Owner => WAITS[kind].in;

/** The thing within its edition that a proposal is about: of one kind there is one standing proposal on it. */
export const thingOf = ({ proposal }: Pick<PendingAct, "proposal">): string => {
  if ("voidId" in proposal) return proposal.voidId;
  if ("statementId" in proposal) return proposal.statementId;
  return "batchId" in proposal ? proposal.batchId : "";
};

/** What is proposed in one phase of an edition and means nothing in the next: it lapses with it. */
export const OF_PHASE = [
  "extend-vote",
  "move-cycle",
  "correct-batch",
  "void-ballot",
] as const satisfies readonly PendingKind[];

/** The second person's part, as it stands in the work index. */
export const workOfPending = ({ id, kind, proposal, until, by }: PendingAct): Work => ({
  kind: "pending-act",
  id,
  owner: waitsIn(kind),
  dueAt: until,
  about: { cycleId: proposal.cycleId, edition: proposal.edition, pendingId: id, act: kind },
  by,
});

/** Why somebody cannot settle a proposal so at this moment: it takes two different people, while it stands. */
export const checkSettling = (
  { state, until, by }: Pick<PendingAct, "state" | "until" | "by">,
  how: "accept" | "refuse" | "withdraw",
  { me, now }: { readonly me: string; readonly now: Instant },
): Refusal | undefined => {
  if (state === "lapsed" || (state === "proposed" && until <= now))
    return refusal("pending/lapsed", { lapsedAt: until });
  if (PENDING[state][how] === undefined) return refusal("pending/settled", { state });
  const isAuthor = by === me;
  if (isAuthor && how !== "withdraw") return refusal("identity/same-person", {});
  return !isAuthor && how === "withdraw" ? refusal("pending/not-yours", {}) : undefined;
};
