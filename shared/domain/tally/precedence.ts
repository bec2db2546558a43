import type { Contender } from "./contender.ts";
import { orderOf, type SettledLevel, settle } from "./queue.ts";
import { runsByTies } from "./ranking.ts";
import type { CountingRule } from "./rule.ts";
import type { TieInputs } from "./ties/lot.ts";

/** In what order equal prices are settled: by the tie keys alone, over everybody who takes part. */
export interface Precedence {
  readonly order: readonly Contender[];
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
  const level = new Map(
    runs.flatMap(({ order, lot }) =>
      lot?.kind === "undecided" ? order.map((contender) => [contender, order] as const) : [],
    ),
  );
  return {
    order: runs.flatMap(({ order }) => order),
    levelWith: (contender) => level.get(contender) ?? [],
  };
};
