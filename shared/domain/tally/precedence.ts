import type { Contender } from "./contender.ts";
import { orderOf, type SettledLevel, settle } from "./queue.ts";
import { runsByTies, separatingKey } from "./ranking.ts";
import type { CountingRule, TieKey } from "./rule.ts";
import type { LotSource, TieInputs } from "./ties/lot.ts";

/** In what order equal prices are settled: by the tie keys alone, over everybody who takes part. */
export interface Precedence {
  readonly order: readonly Contender[];
  /** What puts a project before another of the same price, and where its lot came from. */
  settles(first: Contender, other: Contender): { readonly key: TieKey; readonly lot: LotSource | null };
  /** Those that only a lot that nobody has drawn yet keeps from being level with a project. */
  levelWith(contender: Contender): readonly Contender[];
}

export const precedenceOf = (
  queue: readonly SettledLevel[],
  { ties }: CountingRule,
  tieInputs: TieInputs,
): Precedence => {
  const everybody = queue.flatMap(({ runs, aside }) => [
    ...runs.flatMap(({ order }) => order),
    ...aside.map(({ contender }) => contender),
  ]);
  const takesPart = new Set(queue.flatMap(orderOf));
  const runs = runsByTies(everybody, ties)
    .map((run) => run.filter((contender) => takesPart.has(contender)))
    .filter((run) => run.length > 0)
    .map((run) => settle(run, tieInputs));
  const runOf = new Map(runs.flatMap((run) => run.order.map((contender) => [contender, run] as const)));
  return {
    order: runs.flatMap(({ order }) => order),
    settles: (first, other) => {
      const key = separatingKey(first, other, ties);
      return key ? { key, lot: null } : { key: "lot", lot: runOf.get(first)?.lot ?? null };
    },
    levelWith: (contender) => {
      const run = runOf.get(contender);
      return run?.lot?.kind === "undecided" ? run.order : [];
    },
  };
};
