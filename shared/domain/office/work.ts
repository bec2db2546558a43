import { z } from "zod";
import { Phase } from "../cycle/phases.ts";
import { BatchId, CycleId, LetterId, PendingId, ProjectId, StatementId } from "../ids.ts";
import { localised } from "../localised.ts";
import type { Blocker } from "../refusals.ts";
import { Instant, LocalDate } from "../time.ts";
import { type EditionKind, PROPOSALS } from "./pending.ts";
import type { Role } from "./roles.ts";

/** Queues of work that is nobody's own yet, each with the roles whose work it is. */
const QUEUES = {
  coordinator: ["coordinator"],
  verifier: ["verifier"],
  clerk: ["clerk"],
  commission: ["commission"],
  editor: ["editor"],
  admin: ["admin"],
  /** What the coordinator and the commission do together, such as ending a vote early. */
  cycle: ["coordinator", "commission"],
  /** What a clerk does at a point or a desk, and the commission may do too. */
  points: ["clerk", "commission"],
  /** What residents ask and demand of the office, at its consultation point and on line. */
  desk: ["clerk", "coordinator"],
  /** What residents are asked and told outside the vote: consultations, meetings, surveys. */
  consulting: ["editor", "coordinator"],
  /** What residents write in public. */
  moderation: ["moderator"],
  /** Cards of checks: whoever did not fill one in accepts it. */
  checks: ["verifier", "coordinator"],
  /** What happens at its date by itself: the minute's sweep takes it. */
  clock: [],
} as const satisfies Record<string, readonly Role[]>;

type Queue = keyof typeof QUEUES;

export const Owner = z.union([
  z.templateLiteral(["person#", z.string().min(1)]),
  z.templateLiteral(["unit#", z.string().min(1)]),
  z.templateLiteral(["queue#", z.enum(Object.keys(QUEUES) as [Queue, ...Queue[]])]),
]);
/** Whose work it is: one person's (by the identity provider's id), a unit's, or a queue's. */
export type Owner = z.infer<typeof Owner>;

export const ALL_QUEUES: readonly Owner[] = (Object.keys(QUEUES) as Queue[]).map(
  (queue): Owner => `queue#${queue}`,
);

/** Everybody of an office who may have work of their own: its units and its people. */
export const ownersIn = ({
  units,
  staff,
}: {
  readonly units: readonly { readonly id: string }[];
  readonly staff: readonly { readonly id: string }[];
}): Owner[] => [
  ...units.map(({ id }): Owner => `unit#${id}`),
  ...staff.map(({ id }): Owner => `person#${id}`),
];

/** Whose work a queue is, by role; nobody's for what is not a queue's. */
export const rolesOf = (owner: Owner): readonly Role[] => {
  const [kind, id] = owner.split("#");
  return kind === "queue" ? QUEUES[id as Queue] : [];
};

/** The queues whose work somebody of these roles may do. */
export const queuesOf = (roles: readonly Role[]): Owner[] =>
  (Object.keys(QUEUES) as Queue[])
    .filter((queue) => QUEUES[queue].some((role) => roles.includes(role)))
    .map((queue): Owner => `queue#${queue}`);

/** What keeps a phase from opening and is no work of its own in the index, with whose work it is. */
export const CLEARED_BY = {
  "no-projects": "queue#coordinator",
  "empty-pool-list": "queue#coordinator",
  "pool-without-money": "queue#coordinator",
  "no-roll": "queue#cycle",
  "no-ballot-key": "queue#cycle",
  "needs-count-key": "queue#commission",
  "counts-differ": "queue#commission",
  "counters-differ": "queue#commission",
  "needs-draw": "queue#commission",
  "needs-sign-offs": "queue#commission",
  "no-verified-cost": "queue#coordinator",
  "over-pool": "queue#coordinator",
  "over-cap": "queue#coordinator",
  "open-hints": "queue#coordinator",
  "needs-order-seed": "queue#commission",
} as const satisfies Partial<Record<Blocker["what"], Owner>>;

/** Whose click clears each of the others away: work with a line of its own on their lists. */
const CLEARED_IN_TURN = {
  "undecided-proposals": ["verifier", "coordinator"],
  "open-appeals": ["verifier", "coordinator"],
  "appeals-run": [],
  "open-batches": ["clerk"],
  "undecided-statements": ["clerk", "commission"],
  "open-voids": ["commission"],
  "still-counting": [],
} as const satisfies Readonly<Record<Exclude<Blocker["what"], keyof typeof CLEARED_BY>, readonly Role[]>>;

/** Whose click clears a blocker away, by role; nobody's where the system is at work. */
export const rolesThatClear = (what: Blocker["what"]): readonly Role[] =>
  what in CLEARED_IN_TURN
    ? CLEARED_IN_TURN[what as keyof typeof CLEARED_IN_TURN]
    : rolesOf(CLEARED_BY[what as keyof typeof CLEARED_BY]);

const BlockerName = z.enum(Object.keys(CLEARED_BY) as [keyof typeof CLEARED_BY]);
export type BlockerName = z.infer<typeof BlockerName>;

const inEdition = { cycleId: CycleId, edition: z.string() };
/** A voting point by its id, and by the name that it had then; work of releases before has the id alone. */
const atPoint = { point: z.string(), pointName: z.string().optional() };
const ofProject = { ...inEdition, projectId: ProjectId, title: z.string() };

/** What each kind of work is about: the ids that lead to its page, and what names it in a list. Nothing of a resident. */
const ABOUT = {
  /** An act that one person proposed and another accepts or turns down: of an edition, or of a subject that brings its own words. */
  "pending-act": z.union([
    z.object({
      ...inEdition,
      pendingId: PendingId,
      act: z.enum(Object.keys(PROPOSALS) as [EditionKind]),
    }),
    z.object({ pendingId: PendingId, title: localised(z.string()), thing: localised(z.string()) }),
  ]),
  "check-proposal": z.object(ofProject),
  "admit-proposal": z.object(ofProject),
  "decide-statement": z.object({ ...inEdition, statementId: StatementId }),
  /** Paper cards: two people key each of them. */
  "key-batch": z.object({ ...inEdition, batchId: BatchId, ...atPoint }),
  "sign-day": z.object({ ...inEdition, ...atPoint, day: LocalDate }),
  /** A letter about a decision that did not come through: somebody tells otherwise. */
  "given-up-letter": z.object({
    letterId: LetterId,
    of: z.enum(["project", "late", "statement", "meeting", "matter"]),
  }),
  /** What an edition needs of people before its next phase, and no date does for them. */
  "clear-way": z.object({ ...inEdition, phase: Phase, blockers: z.array(BlockerName).min(1) }),
  /** Of a subject that brings its own words: what is to be done, and the path of its page. */
  "of-subject": z.object({
    /** Where it goes with an edition: then it ends with that, too. */
    cycleId: CycleId.optional(),
    text: localised(z.string()),
    path: z.string(),
  }),
} as const satisfies Record<string, z.ZodType>;

export type WorkKind = keyof typeof ABOUT;

/** What a piece of work is about, by its kind. */
type WorkAbout = {
  readonly [K in WorkKind]: { readonly kind: K; readonly about: z.infer<(typeof ABOUT)[K]> };
}[WorkKind];

interface Waiting {
  /** The opaque id of what waits. */
  readonly id: string;
  readonly owner: Owner;
  readonly dueAt: Instant;
  /** Where it takes two: who did the first part. It waits for anybody else. */
  readonly by?: string | undefined;
}

/** Something that waits for somebody, as it stands in the index beside what it is about. */
export type Work = Waiting & WorkAbout;

const Stored = z.object({
  kind: z.enum(Object.keys(ABOUT) as [WorkKind, ...WorkKind[]]),
  id: z.string(),
  owner: Owner,
  dueAt: Instant,
  about: z.unknown(),
  by: z.string().optional(),
});

/** Reads work as it was stored; undefined for what another release wrote and this one does not know. */
export const workOf = (stored: unknown): Work | undefined => {
  const outer = Stored.safeParse(stored).data;
  const about = outer && ABOUT[outer.kind].safeParse(outer.about);
  // The union ties kind and subject together; the compiler does not see it through two variables.
  return about?.success ? ({ ...outer, about: about.data } as Work) : undefined;
};

/** Whom it waits for, as one person sees it: whoever did the first part waits for the second. */
export const waitsForOf = ({ by }: Pick<Work, "by">, person: string): "me" | "second" =>
  by === person ? "second" : "me";
