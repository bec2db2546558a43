import { type Cycle, isLocked, type Residents, residentsIn } from "../../domain/cycle/cycle.ts";
import { isProblem } from "../../domain/import/cells.ts";
import { residentsKind } from "../../domain/import/kinds/residents.ts";
import { MEASURE } from "../../domain/languages.ts";
import type { PendingAct } from "../../domain/office/pending.ts";
import { ISSUES_TOLD, refusal } from "../../domain/refusals.ts";
import { Refused } from "../../domain/result.ts";
import { districtsIn, districtsOfPool } from "../../domain/rule-set.ts";
import type { SaidOfFile } from "../../domain/voting/roll-preview.ts";
import type { Deps } from "../../platform/deps.ts";
import type { Deed } from "../audited.ts";
import { cycleOf } from "../cycle-of.ts";
import { propose } from "../propose.ts";
import { readTable } from "../roll/read-file.ts";
import type { TakesTwo } from "../takes-two.ts";

/** Thresholds of support go by these numbers, and the ballot list by the thresholds. */
export const checkResidentsOpen = (cycle: Cycle): void => {
  if (isLocked(cycle)) throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
};

/** Residents of each district as the edition has them, by the district or by its pool. */
export const residentsNow = ({ ruleSet, pools, residents }: Cycle): Residents => {
  const ofPools = pools.flatMap(({ id, residents: own }) => (own === undefined ? [] : [[id, own] as const]));
  const all = { ...Object.fromEntries(ofPools), ...residents };
  return Object.fromEntries(
    districtsIn(ruleSet).flatMap(({ id }) => (all[id] === undefined ? [] : [[id, all[id]]])),
  );
};

/** Pools of the edition with the people of their districts; a number of the office's own for an area or the city stays. */
const poolsWith = (cycle: Cycle, before: Residents, after: Residents): Cycle["pools"] =>
  cycle.pools.map((pool) => {
    const districts = districtsOfPool(cycle.ruleSet, pool.id);
    const sum = residentsIn(after, districts);
    const isOwn =
      districts.length > 1 &&
      pool.residents !== undefined &&
      pool.residents !== residentsIn(before, districts);
    return sum === undefined || isOwn ? pool : { ...pool, residents: sum };
  });

const changed = ({ changes }: PendingAct<"set-residents">["proposal"]): string =>
  changes.map(({ district, before, residents }) => `${district}: ${before ?? "–"} → ${residents}`).join("; ");

/** Other numbers of residents, by which it is known how many supporters are needed. */
export const setResidents: TakesTwo<"set-residents"> = {
  names: {
    propose: "postResidents",
    accept: "postResidentsAcceptance",
    refuse: "postResidentsRefusal",
    withdraw: "postPendingWithdrawal",
  },
  facts: ({ proposal }) => ({ residents: changed(proposal) }),
  run: async ({ proposal: { cycleId, changes } }, _by, deps) => {
    const cycle = await cycleOf(cycleId, deps);
    checkResidentsOpen(cycle);
    const before = residentsNow(cycle);
    if (changes.some((one) => (before[one.district] ?? null) !== one.before))
      throw new Refused(refusal("pending/settled", { state: "overtaken" }));
    const after = {
      ...before,
      ...Object.fromEntries(changes.map(({ district, residents }) => [district, residents])),
    };
    const districts = districtsIn(cycle.ruleSet).map(({ id }) => id);
    const isWhole = residentsIn(after, districts) !== undefined;
    const pools = poolsWith(cycle, before, after);
    return [await deps.store.cycles.changing(cycle, { pools, ...(isWhole && { residents: after }) })];
  },
};

/** Districts of the edition, by id or by name. */
export const residentsKindOf = ({ ruleSet }: Cycle): ReturnType<typeof residentsKind> =>
  residentsKind(
    districtsIn(ruleSet).flatMap(({ id, name }) => [id, name[MEASURE]].map((one) => [one, id] as const)),
  );

interface Table {
  readonly by: Deed;
  readonly cycle: Cycle;
  readonly table: Uint8Array;
  readonly said: SaidOfFile;
}

/** Reads residents per district out of a table, and proposes what differs from the numbers that stand. */
export const proposeResidents = async (
  { by, cycle, table, said }: Table,
  deps: Deps,
): Promise<PendingAct<"set-residents">> => {
  checkResidentsOpen(cycle);
  const districts = districtsIn(cycle.ruleSet);
  const { rows } = await readTable(table, residentsKindOf(cycle), said);
  const faults = rows.flatMap(({ line, notes }) =>
    notes.flatMap(({ column, says }) => (isProblem(says) ? [{ line, column: column ?? null, says }] : [])),
  );
  const read = new Map<string, number>();
  for (const { line, value } of rows) {
    if (value?.district === undefined) continue;
    if (read.has(value.district)) faults.push({ line, column: "district", says: "district-twice" });
    read.set(value.district, value.residents);
  }
  const total = new Set(faults.map(({ line }) => line)).size;
  if (total > 0) throw new Refused(refusal("table/rows", { rows: faults.slice(0, ISSUES_TOLD), total }));
  const before = residentsNow(cycle);
  const changes = districts.flatMap(({ id, name }) => {
    const residents = read.get(id);
    if (residents === undefined || residents === before[id]) return [];
    return [{ district: id, name: name[MEASURE], before: before[id] ?? null, residents }];
  });
  if (changes.length === 0) throw new Refused(refusal("table/unchanged", {}));
  const { id: cycleId, edition } = cycle;
  return await propose(
    setResidents,
    {
      kind: "set-residents",
      proposal: {
        cycleId,
        edition,
        changes,
        repaired: rows.filter(({ state }) => state === "repaired").length,
      },
      by,
      kept: ({ byName: name, until }) => refusal("pending/waits", { name, until }),
    },
    deps,
  );
};
