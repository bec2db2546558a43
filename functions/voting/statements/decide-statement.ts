import { z } from "zod";
import { audited, type Deed } from "../../../shared/acts/audited.ts";
import { voterKeysOf } from "../../../shared/acts/voter-keys.ts";
import { entryOf } from "../../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { isBefore } from "../../../shared/domain/cycle/phases.ts";
import type { CycleId, StatementId } from "../../../shared/domain/ids.ts";
import { notice } from "../../../shared/domain/notice/notice.ts";
import { workOfStatement } from "../../../shared/domain/office/edition-work.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { accept, ok, type Result, refused } from "../../../shared/domain/result.ts";
import { paragraphs } from "../../../shared/domain/text.ts";
import { type Instant, plusSeconds } from "../../../shared/domain/time.ts";
import { personOf } from "../../../shared/domain/voting/identity-policy.ts";
import { movedTo } from "../../../shared/domain/voting/roll.ts";
import {
  firstBehind,
  isUndecided,
  type Statement,
  StatementData,
  StatementRest,
  type StatementState,
} from "../../../shared/domain/voting/statement.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { openData, sealData } from "../../../shared/platform/sealed-data.ts";
import { noticeWrite } from "../../../shared/store/notices.ts";
import type { StatementPart } from "../../../shared/store/statements.ts";
import type { Write } from "../../../shared/store/write.ts";
import { routes } from "../../routes.ts";
import { findVoter } from "../find-voter.ts";

const DAY_SECONDS = 86_400;

/** The person reads the reason: a rejection without one does not exist. */
export const StatementDecision = z
  .discriminatedUnion("result", [
    z.strictObject({ result: z.literal("accepted") }),
    z.strictObject({ result: z.literal("rejected"), reason: paragraphs(1000) }),
  ])
  .meta({ id: "StatementDecision" });
export type StatementDecision = z.infer<typeof StatementDecision>;

/** What a statement says of the person, for the desk, or is left of it; undefined once all is deleted. */
export const dataOf = async (
  { cycleId, id }: Pick<Statement, "cycleId" | "id">,
  { store, vault, system }: Deps,
): Promise<StatementRest | undefined> => {
  const sealed = await store.statements.data(cycleId, id, system.now());
  if (sealed.length === 0) return undefined;
  const key = await vault.cycleKey(cycleId, "statements");
  const parts = await Promise.all(sealed.map((part) => openData(key, part, StatementRest)));
  return Object.assign({}, ...parts, { facts: Object.assign({}, ...parts.map(({ facts }) => facts)) });
};

/** What outlives the decision, sealed apart for each number of days that the policy lets it be kept. The letter has the language, and needs it no more. */
const partsOf = async (
  { id, ruleSet }: Cycle,
  data: StatementData,
  decidedAt: Instant,
  { vault }: Deps,
): Promise<StatementPart[]> => {
  const key = await vault.cycleKey(id, "statements");
  const rests = new Map<number, StatementRest>();
  for (const { datum, kept } of ruleSet.identity.statement?.asks ?? []) {
    if (kept === "not-stored" || kept.days === 0) continue;
    const rest = rests.get(kept.days) ?? { facts: {} };
    const fact = data.facts[datum];
    if (fact !== undefined) rests.set(kept.days, { ...rest, facts: { ...rest.facts, [datum]: fact } });
    if (datum === "email") rests.set(kept.days, { ...rest, email: data.email });
  }
  return Promise.all(
    [...rests].map(async ([days, rest]) => ({
      days,
      sealed: await sealData(key, rest),
      keptUntil: plusSeconds(decidedAt, days * DAY_SECONDS),
    })),
  );
};

/** What an accepted statement adds to the roll. A person who is on it already is told by the new facts from here on, and votes once all the same. */
const addition = async (
  cycle: Cycle,
  statement: Statement,
  { facts }: StatementData,
  deps: Deps,
): Promise<{ readonly roll: NonNullable<Cycle["roll"]>; readonly number: number; readonly write: Write }> => {
  const { roll } = cycle;
  if (!roll) throw new Error("a statement without a roll");
  const hashed = await voterKeysOf(deps.vault, cycle.id);
  const person = personOf(cycle.ruleSet.identity, facts);
  const entry = hashed.entryId(...person.entry);
  const before = await findVoter(cycle, entry, "proved", deps);
  const { district, id } = statement;
  const number = (roll.additions ?? 0) + 1;
  return {
    roll: { ...roll, additions: number, added: movedTo(roll.added ?? {}, before, district) },
    number,
    write: deps.store.roll.add(cycle.id, {
      entry: Buffer.from(entry).toString("hex"),
      proof: hashed.proof(...person.proof),
      district,
      statement: id,
      addition: number,
    }),
  };
};

const isVoteOver = ({ phase, calendar }: Cycle, at: Instant): boolean =>
  phase === "sealed" || (entryOf(calendar, "voting")?.endsAt ?? at) <= at;

/** Whether a decision is due: there is none, and nothing is counted yet. */
export const isDue = ({ phase }: Pick<Cycle, "phase">, statement: Pick<Statement, "state">): boolean =>
  isUndecided(statement) && isBefore(phase, "counting");

/**
 * Accepts a statement or rejects it with a reason: once, and not by whoever stands behind it already. The first acceptance of one that was filed
 * online waits for another person's. The decision, its record, the addition to the roll and the letter are one transaction.
 */
export const decideStatement = async (
  request: Deed,
  { cycle, id }: { readonly cycle: Cycle; readonly id: StatementId },
  decision: StatementDecision,
  deps: Deps,
): Promise<Result<Statement>> => {
  const { store } = deps;
  const { actor, receivedAt: at } = request;
  if (cycle.phase === "cancelled" || !isBefore(cycle.phase, "counting"))
    return refused(refusal("cycle/locked", { phase: cycle.phase }));
  const statement = await store.statements.get(cycle.id, id);
  if (!statement) return refused(refusal("thing/not-found", {}));
  if (!isUndecided(statement)) return refused(refusal("statement/decided", { state: statement.state }));
  const behind = firstBehind(statement);
  if (behind === actor.id) return refused(refusal("identity/same-person", {}));
  const isAccepted = decision.result === "accepted";
  // A reason may tell of the person: it stands on the statement alone, and goes with it.
  const record = (result: StatementState): Write =>
    audited({ ...request, route: routes.postStatementDecision }, cycle.id, {
      facts: { statement: id, result },
    });
  if (isAccepted && behind === undefined) {
    const set = { state: "awaiting-second", first: { by: actor.id, at } } as const;
    const accepted: Statement = { ...statement, ...set };
    const first = store.statements.acceptFirst(statement, set, workOfStatement(accepted, cycle));
    accept(await store.table.write([first, record(set.state)]));
    return ok(accepted);
  }
  const { data } = StatementData.safeParse(await dataOf(statement, deps));
  if (!data) throw new Error("a statement without a decision lost its data");

  const reason = isAccepted ? undefined : decision.reason;
  const added = isAccepted ? await addition(cycle, statement, data, deps) : undefined;
  const set = {
    state: decision.result,
    decidedAt: at,
    decidedBy: actor.id,
    ...(reason !== undefined && { reason }),
    ...(added && { addition: added.number }),
  };
  const { edition } = cycle;
  const letter =
    reason === undefined
      ? notice("statement/accepted", data.email, data.language, {
          edition,
          isVoteOver: isVoteOver(cycle, at),
        })
      : notice("statement/rejected", data.email, data.language, { edition, reason });
  const writes = [
    ...store.statements.decide(statement, set, await partsOf(cycle, data, at, deps)),
    ...(added ? [added.write] : []),
    record(set.state),
    noticeWrite(`statement/${id}`, letter, at),
  ];
  if (added) accept(await store.cycles.change(cycle, { roll: added.roll }, writes));
  else accept(await store.table.write(writes));
  return ok({ ...statement, ...set });
};

export const statementOf = async (
  cycleId: CycleId,
  id: StatementId,
  { store }: Deps,
): Promise<Result<Statement>> => {
  const statement = await store.statements.get(cycleId, id);
  return statement ? ok(statement) : refused(refusal("thing/not-found", {}));
};
