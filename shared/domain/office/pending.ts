import { z } from "zod";
import { KeyPurpose, PoolId, PublicKey } from "../cycle/cycle.ts";
import { Phase } from "../cycle/phases.ts";
import { ResidentCount } from "../district.ts";
import { BatchId, CycleId, PendingId, ProjectId, StatementId, VoidId } from "../ids.ts";
import type { Lifecycle } from "../lifecycle.ts";
import { localised } from "../localised.ts";
import { Grosze } from "../money.ts";
import { PublishedList } from "../procedure/publication.ts";
import { Wish } from "../project/wish.ts";
import { type Refusal, refusal } from "../refusals.ts";
import { EditionGroup } from "../tally/exclusion-group.ts";
import { Instant, plusSeconds } from "../time.ts";
import { RollPreview } from "../voting/roll-preview.ts";
import { VoidReason } from "../voting/void.ts";
import type { Owner, Work } from "./work.ts";

const inEdition = { cycleId: CycleId, edition: z.string() };
/** The numbers of the projects that it names, by id: whoever accepts it knows projects by these. */
const numbered = { numbers: z.record(z.string(), z.string()) };

/** Whose work a second word can be: the sweep looks there for what has lapsed. */
export const SETTLERS = [
  "queue#cycle",
  "queue#points",
  "queue#commission",
  "queue#consulting",
  "queue#desk",
  "queue#admin",
] as const satisfies readonly Owner[];
export type Settlers = (typeof SETTLERS)[number];

const said = localised(z.string());

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
  /** Another roll in place of the one in force. What it would do is known once its file was read. */
  "import-roll": z.object({ ...inEdition, importId: z.string(), preview: RollPreview.optional() }),
  /** One vote is to be left out of the count; what is known of the voter stands on the case. */
  "void-ballot": z.object({ ...inEdition, voidId: VoidId, grounds: VoidReason }),
  /** Projects straight onto the ballot list, each under its number. */
  "enter-projects": z.object({
    ...inEdition,
    projects: z.array(z.object({ pool: PoolId, number: z.string(), title: z.string(), costGrosze: Grosze })),
  }),
  /** One key of the commission, whose author has proved to have the private half. */
  "set-key": z.object({ ...inEdition, purpose: KeyPurpose, publicKey: PublicKey }),
  /** The order in which a lot, drawn in public, puts the level projects of a pool. */
  "enter-draw": z.object({
    ...inEdition,
    pool: PoolId,
    draws: z.array(z.object({ order: z.array(ProjectId), protocol: z.string() })),
    ...numbered,
  }),
  /** All groups of projects that cannot all be carried out, in place of those before. */
  "group-projects": z.object({ ...inEdition, groups: z.array(EditionGroup), ...numbered }),
  /** Other numbers of residents, each with the one that it takes the place of. */
  "set-residents": z.object({
    ...inEdition,
    changes: z.array(
      z.object({
        district: z.string(),
        name: z.string(),
        before: z.int().nullable(),
        residents: ResidentCount,
      }),
    ),
    repaired: z.int(),
  }),
  /** One project is taken out by the office. */
  "withdraw-project": z.object({
    ...inEdition,
    project: z.object({ id: ProjectId, number: z.string(), title: z.string() }),
    reason: z.string(),
    legalBasis: z.string(),
  }),
  /** One is withdrawn because its author wishes it, who said so at the desk or in a letter. */
  "withdraw-at-wish": z.object({
    ...inEdition,
    project: z.object({ id: ProjectId, number: z.string(), title: z.string() }),
    wish: Wish,
  }),
  /** A list of verdicts becomes public, as it stood when this was proposed. */
  "publish-list": z.object({
    ...inEdition,
    list: PublishedList,
    digest: z.string(),
    accepted: z.int(),
    rejected: z.int(),
  }),
  /** An act that a subject declares. It explains itself: neither its page nor a list asks the subject. */
  "of-subject": z.object({
    /** Its row's name, by which its declaration is found, and the parameters of its path. */
    act: z.string(),
    params: z.record(z.string(), z.string()),
    /** The version of the thing that was read; a list, in which many things are made, has none. */
    version: z.int().optional(),
    /** What stood beside it, of a thing that changes while its version stays. */
    stamp: z.string().optional(),
    /** What was asked, as it was found right. */
    asked: z.record(z.string(), z.unknown()),
    in: z.enum(SETTLERS),
    isFinal: z.boolean(),
    /** Whose journal tells of it, and where the office has the thing. */
    journal: z.string(),
    path: z.string(),
    title: said,
    thing: said,
    told: z.array(z.object({ term: said, value: said })),
  }),
} as const satisfies Record<string, z.ZodObject>;

export type PendingKind = keyof typeof PROPOSALS;
/** The acts of an edition, which the house itself has words for. */
export type EditionKind = Exclude<PendingKind, "of-subject">;
export type Proposal<K extends PendingKind = PendingKind> = z.infer<(typeof PROPOSALS)[K]>;

export const PendingState = z
  .enum(["proposed", "accepted", "refused", "withdrawn", "replaced", "overtaken", "lapsed"])
  .meta({ id: "PendingState" });
export type PendingState = z.infer<typeof PendingState>;

/**
 * What ends a proposal: another person's word, its author's, a newer one of the same kind on the same thing, a change of the thing that it was
 * made for, its time or what it was about.
 */
export type Settlement = "accept" | "refuse" | "withdraw" | "replace" | "overtake" | "lapse";

export const PENDING: Lifecycle<PendingState, Settlement> = {
  proposed: {
    accept: "accepted",
    refuse: "refused",
    withdraw: "withdrawn",
    replace: "replaced",
    overtake: "overtaken",
    lapse: "lapsed",
  },
  accepted: {},
  refused: {},
  withdrawn: {},
  replaced: {},
  overtaken: {},
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
  one("import-roll"),
  one("void-ballot"),
  one("enter-projects"),
  one("set-key"),
  one("enter-draw"),
  one("group-projects"),
  one("set-residents"),
  one("withdraw-project"),
  one("withdraw-at-wish"),
  one("publish-list"),
  one("of-subject"),
]);
/** An act that one person has proposed, and that another accepts or turns down. */
export type PendingAct<K extends PendingKind = PendingKind> = Extract<
  z.infer<typeof PendingAct>,
  { readonly kind: K }
>;

/** Whose work the second word is, and for how long it can be said. Of an act that a subject declares, the proposal says whose. */
const WAITS: { readonly [K in PendingKind]: { readonly in?: Settlers; readonly days: number } } = {
  "extend-vote": { in: "queue#cycle", days: 1 },
  "move-cycle": { in: "queue#cycle", days: 1 },
  "correct-batch": { in: "queue#points", days: 7 },
  "add-to-roll": { in: "queue#points", days: 7 },
  "import-roll": { in: "queue#cycle", days: 7 },
  "void-ballot": { in: "queue#commission", days: 7 },
  "enter-projects": { in: "queue#cycle", days: 7 },
  "set-key": { in: "queue#commission", days: 7 },
  "enter-draw": { in: "queue#commission", days: 7 },
  "group-projects": { in: "queue#cycle", days: 7 },
  "set-residents": { in: "queue#cycle", days: 7 },
  "withdraw-project": { in: "queue#cycle", days: 7 },
  "withdraw-at-wish": { in: "queue#desk", days: 7 },
  "publish-list": { in: "queue#cycle", days: 7 },
  "of-subject": { days: 7 },
};

const DAY_SECONDS = 86_400;

/** When a proposal of this moment lapses, if what it is about does not end it before. */
export const lapsesAt = (kind: PendingKind, at: Instant): Instant =>
  plusSeconds(at, WAITS[kind].days * DAY_SECONDS);

type Proposed = Pick<PendingAct, "kind" | "proposal">;

export const waitsIn = ({ kind, proposal }: Proposed): Settlers => {
  const settlers = "in" in proposal ? proposal.in : WAITS[kind].in;
  if (settlers === undefined) throw new Error(`nobody accepts ${kind}`);
  return settlers;
};

/** Whose journal tells of it: an edition's, or that of a subject's thing. */
export const journalOf = ({ proposal }: Pick<PendingAct, "proposal">): string =>
  "cycleId" in proposal ? proposal.cycleId : proposal.journal;

/** A subject's act on one of its things, as a name: the same in whichever order the store brings the parameters back. */
export const actOn = ({ act, params }: Pick<Proposal<"of-subject">, "act" | "params">): string =>
  [
    act,
    ...Object.keys(params)
      .sort()
      .map((name) => params[name]),
  ].join("#");

/** The thing, among those of its journal, that a proposal is about: of one kind there is one standing proposal on it. */
export const thingOf = ({ id, proposal }: Pick<PendingAct, "id" | "proposal">): string => {
  if ("params" in proposal) {
    // Nothing keeps two people from making two things on one list.
    return proposal.version === undefined ? `${actOn(proposal)}#${id}` : actOn(proposal);
  }
  if ("purpose" in proposal) return proposal.purpose;
  if ("pool" in proposal) return proposal.pool;
  if ("project" in proposal) return proposal.project.id;
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
  "enter-projects",
  "enter-draw",
  "withdraw-project",
  "withdraw-at-wish",
  "publish-list",
] as const satisfies readonly PendingKind[];

/** The second person's part, as it stands in the work index. */
export const workOfPending = (act: PendingAct): Work => {
  const { id, kind, proposal, until, by } = act;
  const about =
    "cycleId" in proposal
      ? { cycleId: proposal.cycleId, edition: proposal.edition, pendingId: id, act: kind as EditionKind }
      : { pendingId: id, title: proposal.title, thing: proposal.thing };
  return { kind: "pending-act", id, owner: waitsIn(act), dueAt: until, about, by };
};

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
