import { startDynamoDb } from "../../infra/local/dynamodb.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { createTables } from "../../shared/store/create-tables.ts";
import { openStore } from "../../shared/store/store.ts";
import { openTable } from "../../shared/store/table.ts";
import { put, type Write } from "../../shared/store/write.ts";

export const AT = "2027-09-10T10:00:00.000Z";

/** Both tables on an engine of their own, with the store over them. */
export const openTables = async () => {
  const database = await startDynamoDb({ folder: null, onGone: () => undefined });
  const names = { main: "store-main", ballots: "store-ballots" };
  const config = {
    ...database.reach,
    region: "eu-central-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  };
  await createTables(names, config);
  const table = openTable(names, config);
  return { table, store: openStore(table), close: () => database.stop() };
};

export type Tables = Awaited<ReturnType<typeof openTables>>;

let cycles = 0;

export const newCycleId = (): CycleId => `cyc_${(cycles++).toString().padStart(16, "0")}`;

const [ruleSet] = RULE_SETS.values();

/** A made-up cycle before its vote. */
export const aCycle = (more: Partial<Cycle> = {}): Cycle => {
  if (!ruleSet) throw new Error("no rule set");
  return {
    id: newCycleId(),
    name: "Budżet obywatelski",
    edition: "XII",
    phase: "draft",
    exclusionGroups: [],
    version: 1,
    calendar: [],
    pools: [{ id: "M", name: "M", amountGrosze: 100, parts: { base: 100 }, capGrosze: 100 }],
    ruleSet,
    ruleSetDigest: "digest",
    createdAt: AT,
    fingerprint: "first",
    ...more,
  };
};

/** A write of the audit trail, which stands for whatever goes along with a change. */
export const trace = (subject: string, n: number): Write =>
  put({ key: { pk: `AUDIT#${subject}`, sk: String(n).padStart(4, "0") }, item: { n } });

export const times = <T>(count: number, act: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => act(n));

/** How often each refusal came back; `ok` for none. */
export const tallyOf = (
  outcomes: readonly ({ ok: true } | { ok: false; refusal: { code: string } })[],
): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) {
    const name = outcome.ok ? "ok" : outcome.refusal.code;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};
