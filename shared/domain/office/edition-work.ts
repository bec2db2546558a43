import { entryOf } from "../cycle/calendar.ts";
import type { Cycle } from "../cycle/cycle.ts";
import type { Phase } from "../cycle/phases.ts";
import type { Project } from "../project/project.ts";
import type { Blocker } from "../refusals.ts";
import { endOfDay, type Instant, type LocalDate } from "../time.ts";
import type { Batch } from "../voting/paper.ts";
import { firstBehind, isUndecided, type Statement } from "../voting/statement.ts";
import { type BlockerName, CLEARED_BY, type Work, type WorkKind } from "./work.ts";

type Edition = Pick<Cycle, "id" | "edition" | "calendar">;

/** By the end of which phases each kind of work has to be done; the first that the calendar has holds, else the opening of the vote. */
const DONE_BY: Partial<Record<WorkKind, readonly Phase[]>> = {
  "check-proposal": ["formal-review", "merit-review"],
  "admit-proposal": ["merit-review", "appeals"],
  "decide-statement": ["voting"],
  "key-batch": ["voting"],
};

/** When work of an edition is due by its calendar; undefined where no date of it says so. */
export const dueBy = (kind: WorkKind, { calendar }: Pick<Cycle, "calendar">): Instant | undefined => {
  const phases = DONE_BY[kind];
  return (
    phases &&
    (phases.map((phase) => entryOf(calendar, phase)?.endsAt).find((end) => end !== undefined) ??
      entryOf(calendar, "voting")?.startsAt)
  );
};

const about = ({ id, edition }: Edition) => ({ cycleId: id, edition });

/** What a project waits for where it stands, in an edition whose calendar may have no date for it. */
export const workOfProject = (
  { id, title, status }: Pick<Project, "id" | "title" | "status">,
  cycle: Edition,
  now: Instant,
): Work | undefined => {
  const of = (kind: "check-proposal" | "admit-proposal", owner: Work["owner"]): Work => ({
    kind,
    id,
    owner,
    dueAt: dueBy(kind, cycle) ?? now,
    about: { ...about(cycle), projectId: id, title },
  });
  if (status === "submitted") return of("check-proposal", "queue#verifier");
  return status === "formally-accepted" ? of("admit-proposal", "queue#coordinator") : undefined;
};

/** The decision that a statement waits for; not by whoever stands behind it already. */
export const workOfStatement = (statement: Statement, cycle: Edition): Work | undefined =>
  isUndecided(statement)
    ? {
        kind: "decide-statement",
        id: statement.id,
        owner: "queue#points",
        dueAt: dueBy("decide-statement", cycle) ?? statement.filedAt,
        about: { ...about(cycle), statementId: statement.id },
        by: firstBehind(statement),
      }
    : undefined;

export const workOfBatch = ({ id, point, receivedOn }: Batch, cycle: Edition): Work => ({
  kind: "key-batch",
  id,
  owner: "queue#clerk",
  dueAt: dueBy("key-batch", cycle) ?? endOfDay(receivedOn),
  about: { ...about(cycle), batchId: id, point },
});

/** The signature under a point's day: a clerk's with what was counted by hand, then the commission's. `first` is who signed already. */
export const workOfDay = (
  { point, day }: { readonly point: string; readonly day: LocalDate },
  cycle: Edition,
  first?: string,
): Work => ({
  kind: "sign-day",
  id: `${point}/${day}`,
  owner: first === undefined ? "queue#clerk" : "queue#commission",
  dueAt: endOfDay(day),
  about: { ...about(cycle), point, day },
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
