import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import type { TakesTwo } from "../../../shared/acts/takes-two.ts";
import { voterKeysOf } from "../../../shared/acts/voter-keys.ts";
import { entryOf } from "../../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { isBefore } from "../../../shared/domain/cycle/phases.ts";
import type { LetterSubject } from "../../../shared/domain/notice/given-up.ts";
import { notice } from "../../../shared/domain/notice/notice.ts";
import { workOfStatement } from "../../../shared/domain/office/edition-work.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { accept, Refused } from "../../../shared/domain/result.ts";
import type { Instant } from "../../../shared/domain/time.ts";
import { movedTo } from "../../../shared/domain/voting/roll.ts";
import { isUndecided, type Statement, StatementData } from "../../../shared/domain/voting/statement.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { noticeWrite } from "../../../shared/store/notices.ts";
import type { Write } from "../../../shared/store/write.ts";
import { claimedIn } from "./claimed.ts";
import { dataOf, partsOf, statementOf } from "./statement-data.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** What an accepted statement adds to the roll. A person who is on it already is told by the new facts from here on, and votes once all the same. */
const addition = async (
  cycle: Cycle,
  statement: Statement,
  { facts }: StatementData,
  deps: Deps,
): Promise<{
  readonly roll: NonNullable<Cycle["roll"]>;
  readonly number: number;
  readonly writes: readonly Write[];
}> => {
  const { roll } = cycle;
  if (!roll) throw new Error("a statement without a roll");
  const hashed = await voterKeysOf(deps.vault, cycle.id);
  const { stated, ids, found } = await claimedIn(cycle, facts, hashed, deps);
  const [by, ...others] = ids.map(hex) as [string, ...string[]];
  const entry = found ? hex(found.person) : by;
  const { district, id } = statement;
  const number = (roll.additions ?? 0) + 1;
  return {
    roll: { ...roll, additions: number, added: movedTo(roll.added ?? {}, found?.district, district) },
    number,
    writes: await deps.store.roll.add(
      cycle.id,
      {
        entry,
        ...(by !== entry && { by }),
        proof: hashed.proof(...stated.proof),
        district,
        statement: id,
        addition: number,
      },
      [by, ...others].filter((one) => one !== entry),
    ),
  };
};

const isVoteOver = ({ phase, calendar }: Cycle, at: Instant): boolean =>
  phase === "sealed" || (entryOf(calendar, "voting")?.endsAt ?? at) <= at;

/** Whether a decision is due: there is none, and nothing is counted yet. */
export const isDue = ({ phase }: Pick<Cycle, "phase">, statement: Pick<Statement, "state">): boolean =>
  isUndecided(statement) && isBefore(phase, "counting");

/** A statement that can be decided, as it stands; refused where it cannot any more. */
export const undecidedIn = async (
  cycle: Cycle,
  id: Statement["id"],
  deps: Pick<Deps, "store">,
): Promise<Statement> => {
  if (cycle.phase === "cancelled" || !isBefore(cycle.phase, "counting"))
    throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
  const statement = accept(await statementOf(cycle.id, id, deps));
  if (!isUndecided(statement)) throw new Refused(refusal("statement/decided", { state: statement.state }));
  return statement;
};

/** What the journal says that an act made of the statement. */
const RESULTS = { propose: "awaiting-second", accept: "accepted", refuse: "rejected" } as const;

const subjectOf = ({ cycleId, id }: Statement): LetterSubject => ({
  of: "statement",
  cycleId,
  statementId: id,
});

interface Decided {
  readonly by: string;
  readonly at: Instant;
}

const stated = async (statement: Statement, deps: Deps): Promise<StatementData> => {
  const { data } = StatementData.safeParse(await dataOf(statement, deps));
  if (data) return data;
  // Another decision was written after this one had found none.
  const { state } = accept(await statementOf(statement.cycleId, statement.id, deps));
  if (!isUndecided({ state })) throw new Refused(refusal("statement/decided", { state }));
  throw new Error("a statement without a decision lost its data");
};

/** The writes of a rejection: the person reads the reason. */
export const rejection = async (
  cycle: Cycle,
  statement: Statement,
  { by, at, reason }: Decided & { readonly reason: string },
  deps: Deps,
): Promise<Write[]> => {
  const data = await stated(statement, deps);
  const { edition } = cycle;
  const set = { state: "rejected", decidedAt: at, decidedBy: by, reason } as const;
  return [
    ...(await deps.store.statements.decide(statement, set, await partsOf(cycle, data, at, deps))),
    noticeWrite(
      `statement/${statement.id}`,
      notice("statement/rejected", data.email, data.language, { edition, reason }),
      at,
      { subject: subjectOf(statement) },
    ),
  ];
};

/**
 * That whom a statement is about be added to the roll. Proposed by whoever took it in at a desk, or first accepted what was filed online. Turned
 * down, the statement is rejected; taken back or lapsed, it waits for a decision like one that nobody stands behind.
 */
export const addToRoll: TakesTwo<"add-to-roll"> = {
  names: {
    propose: "postStatementDecision",
    accept: "postStatementDecision",
    refuse: "postStatementDecision",
    withdraw: "postPendingWithdrawal",
  },
  facts: ({ proposal: { statementId } }, how) => ({
    statement: statementId,
    ...(how !== "withdraw" && { result: RESULTS[how] }),
  }),
  isAboutResident: true,
  run: async ({ proposal: { cycleId, statementId } }, { actor, receivedAt: at }, deps) => {
    const cycle = await cycleOf(cycleId, deps);
    const statement = await undecidedIn(cycle, statementId, deps);
    const data = await stated(statement, deps);
    const added = await addition(cycle, statement, data, deps);
    const set = { state: "accepted", decidedAt: at, decidedBy: actor.id, addition: added.number } as const;
    const { statements, cycles } = deps.store;
    const facts = { edition: cycle.edition, isVoteOver: isVoteOver(cycle, at) };
    return [
      await cycles.changing(cycle, { roll: added.roll }),
      ...(await statements.decide(statement, set, await partsOf(cycle, data, at, deps))),
      ...added.writes,
      noticeWrite(
        `statement/${statementId}`,
        notice("statement/accepted", data.email, data.language, facts),
        at,
        { subject: subjectOf(statement) },
      ),
    ];
  },
  drop: async (act, ended, deps) => {
    const { cycleId, statementId } = act.proposal;
    const cycle = await cycleOf(cycleId, deps);
    if (ended?.reason !== undefined && ended.by !== act.by) {
      const statement = await undecidedIn(cycle, statementId, deps);
      return await rejection(cycle, statement, { by: ended.by, at: ended.at, reason: ended.reason }, deps);
    }
    const statement = accept(await statementOf(cycleId, statementId, deps));
    return [
      await deps.store.statements.standBack(
        statement,
        isDue(cycle, statement) ? workOfStatement(statement, cycle) : undefined,
      ),
    ];
  },
};
