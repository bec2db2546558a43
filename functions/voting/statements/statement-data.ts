import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import type { CycleId, StatementId } from "../../../shared/domain/ids.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../../shared/domain/result.ts";
import { type Instant, plusSeconds } from "../../../shared/domain/time.ts";
import {
  type Statement,
  type StatementData,
  StatementRest,
} from "../../../shared/domain/voting/statement.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { openData, sealData } from "../../../shared/platform/sealed-data.ts";
import type { StatementPart } from "../../../shared/store/statements.ts";

const DAY_SECONDS = 86_400;

export const statementOf = async (
  cycleId: CycleId,
  id: StatementId,
  { store }: Pick<Deps, "store">,
): Promise<Result<Statement>> => {
  const statement = await store.statements.get(cycleId, id);
  return statement ? ok(statement) : refused(refusal("thing/not-found", {}));
};

/** What a statement says of the person, for the office, or is left of it; undefined once all is deleted. */
export const dataOf = async (
  { cycleId, id }: Pick<Statement, "cycleId" | "id">,
  { store, vault, system }: Deps,
): Promise<StatementRest | undefined> => {
  const sealed = await store.statements.data(cycleId, id, system.now());
  if (sealed.length === 0) return undefined;
  const key = await vault.cycleKey(cycleId, "statements");
  const parts = sealed.map((part) => openData(key, part, StatementRest));
  return Object.assign({}, ...parts, { facts: Object.assign({}, ...parts.map(({ facts }) => facts)) });
};

/** What outlives the decision, sealed apart for each number of days that the policy lets it be kept. The letter has the language, and needs it no more. */
export const partsOf = async (
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
  return [...rests].map(([days, rest]) => ({
    days,
    sealed: sealData(key, rest),
    keptUntil: plusSeconds(decidedAt, days * DAY_SECONDS),
  }));
};
