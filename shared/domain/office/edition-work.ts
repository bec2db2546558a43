import { entryOf } from "../cycle/calendar.ts";
import type { Cycle } from "../cycle/cycle.ts";
import type { Phase } from "../cycle/phases.ts";
import type { Project } from "../project/project.ts";
import type { Blocker } from "../refusals.ts";
import { endOfDay, type Instant, type LocalDate } from "../time.ts";
import type { Batch } from "../voting/paper.ts";
import { isUndecided, type Statement } from "../voting/statement.ts";
import type { VotingPoint } from "../voting/voting-point.ts";
import { type BlockerName, CLEARED_BY, type Owner, type Work, type WorkKind } from "./work.ts";

type Edition = Pick<Cycle, "id" | "edition" | "calendar">;

interface Dated {
  readonly owner: Owner;
  /** The phases by whose end it has to be done; the first that the calendar has holds, else the opening of the vote. */
  readonly doneBy: readonly Phase[];
}

/** Kinds of work that the calendar dates, and in whose queue they wait. */
const DATED = {
  "check-proposal": { owner: "queue#verifier", doneBy: ["formal-review", "merit-review"] },
  "admit-proposal": { owner: "queue#coordinator", doneBy: ["merit-review", "appeals"] },
  "decide-statement": { owner: "queue#points", doneBy: ["voting"] },
  "key-batch": { owner: "queue#clerk", doneBy: ["voting"] },
} as const satisfies Partial<Record<WorkKind, Dated>>;

/** Queues whose work is due when the calendar says. */
export const DATED_QUEUES: readonly Owner[] = Object.values(DATED).map(({ owner }) => owner);

/** When work of an edition is due by its calendar; undefined where no date of it says so. */
export const dueBy = (kind: WorkKind, { calendar }: Pick<Cycle, "calendar">): Instant | undefined => {
  const phases = (DATED as Partial<Record<WorkKind, Dated>>)[kind]?.doneBy;
  return (
    phases &&
    (phases.map((phase) => entryOf(calendar, phase)?.endsAt).find((end) => end !== undefined) ??
      entryOf(calendar, "voting")?.startsAt)
  );
};

type NamedPoint = Pick<VotingPoint, "id" | "name">;

const at = ({ id, name }: NamedPoint) => ({ point: id, pointName: name });

const about = ({ id, edition }: Edition) => ({ cycleId: id, edition });

/** What a project waits for where it stands, in an edition whose calendar may have no date for it; and whose it is, where somebody has taken it. */
export const workOfProject = (
  { id, title, status }: Pick<Project, "id" | "title" | "status">,
  cycle: Edition,
  now: Instant,
  held?: { readonly by: string },
): Work | undefined => {
  const of = (kind: "check-proposal" | "admit-proposal"): Work => ({
    kind,
    id,
    owner: held ? `person#${held.by}` : DATED[kind].owner,
    dueAt: dueBy(kind, cycle) ?? now,
    about: { ...about(cycle), projectId: id, title },
  });
  if (status === "submitted") return of("check-proposal");
  return status === "formally-accepted" ? of("admit-proposal") : undefined;
};

/** The decision that a statement waits for that nobody stands behind: where somebody does, their proposal waits. */
export const workOfStatement = (statement: Statement, cycle: Edition): Work | undefined =>
  isUndecided(statement)
    ? {
        kind: "decide-statement",
        id: statement.id,
        owner: DATED["decide-statement"].owner,
        dueAt: dueBy("decide-statement", cycle) ?? statement.filedAt,
        about: { ...about(cycle), statementId: statement.id },
      }
    : undefined;

export const workOfBatch = (
  { id, receivedOn }: Pick<Batch, "id" | "receivedOn">,
  point: NamedPoint,
  cycle: Edition,
): Work => ({
  kind: "key-batch",
  id,
  owner: DATED["key-batch"].owner,
  dueAt: dueBy("key-batch", cycle) ?? endOfDay(receivedOn),
  about: { ...about(cycle), batchId: id, ...at(point) },
});

/** The signature under a point's day: a clerk's with what was counted by hand, then the commission's. `first` is who signed already. */
export const workOfDay = (
  { point, day }: { readonly point: NamedPoint; readonly day: LocalDate },
  cycle: Edition,
  first?: string,
): Work => ({
  kind: "sign-day",
  id: `${point.id}/${day}`,
  owner: first === undefined ? "queue#clerk" : "queue#commission",
  dueAt: endOfDay(day),
  about: { ...about(cycle), ...at(point), day },
  by: first,
});

/** What keeps an edition's next phase from opening and only people can clear away; undefined where nothing does that is no work of its own. */
export const workOfWay = (
  cycle: Edition,
  {
    next,
    blockers,
    signers,
    now,
  }: {
    readonly next: Phase;
    readonly blockers: readonly Blocker[];
    /** Who has signed the count. */
    readonly signers: readonly string[];
    readonly now: Instant;
  },
): Work | undefined => {
  const names = blockers.map(({ what }) => what).filter((what): what is BlockerName => what in CLEARED_BY);
  const [first] = names;
  if (first === undefined) return undefined;
  return {
    kind: "clear-way",
    id: cycle.id,
    owner: CLEARED_BY[first],
    dueAt: entryOf(cycle.calendar, next)?.startsAt ?? now,
    about: { ...about(cycle), phase: next, blockers: names },
    by: first === "needs-sign-offs" ? signers[0] : undefined,
  };
};
