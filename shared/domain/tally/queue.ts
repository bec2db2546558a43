import type { Contender } from "./contender.ts";
import { levelsOf, type Run } from "./ranking.ts";
import type { CountingRule } from "./rule.ts";
import { supportMissing } from "./threshold.ts";
import { type LotSource, settleByLot, type TieInputs } from "./ties/lot.ts";

/** Projects that only a lot could separate, in the order it gave them; `lot` is null for a project on its own. */
export interface SettledRun {
  readonly order: Run;
  readonly lot: LotSource | null;
}

/** The projects of one score: those that take part, and those set aside (absent, or below the minimum). */
export interface SettledLevel {
  readonly runs: readonly SettledRun[];
  readonly aside: Run;
}

/** The order in which projects get their turn. It depends on the ballots, the rule and the lots, never on money. */
export const queueOf = (
  contenders: readonly Contender[],
  rule: CountingRule,
  tieInputs: TieInputs,
): SettledLevel[] => {
  const takesPart = (contender: Contender): boolean =>
    !contender.project.excluded && supportMissing(rule.threshold, contender) === null;
  return levelsOf(contenders, rule).map((level) => ({
    runs: level
      .map((run) => run.filter(takesPart))
      .filter((run) => run.length > 0)
      .map((run) => settle(run, tieInputs)),
    aside: level.flat().filter((contender) => !takesPart(contender)),
  }));
};

const settle = (run: Run, tieInputs: TieInputs): SettledRun => {
  if (run.length === 1) return { order: run, lot: null };
  const { order, source } = settleByLot(run, tieInputs);
  return { order, lot: source };
};

/** Everyone who takes part in a level, in the order of their turns. */
export const orderOf = ({ runs }: SettledLevel): Contender[] => runs.flatMap(({ order }) => order);
