import { type Contender, contendersOf } from "./contender.ts";
import { ballotCount, type Election } from "./election.ts";
import { bestOfGroups, type GroupExclusion, groupsOf } from "./groups.ts";
import { levelsOf, type Run } from "./ranking.ts";
import type { CountingRule } from "./rule.ts";
import { type Shortage, supportMissing } from "./threshold.ts";
import { type LotSource, settleByLot, type TieInputs } from "./ties/lot.ts";

/** Projects that only a lot could separate, in the order it gave them; `lot` is null for a project on its own. */
interface SettledRun {
  readonly order: Run;
  readonly lot: LotSource | null;
  /** With those that another of the run put aside. */
  readonly all: Run;
  /** Whether the order within it decided which of a group takes part. */
  readonly setsAside: boolean;
}

/** A project that gets no turn: by decision, for want of support, or because another of its group goes before it. */
export interface Aside {
  readonly contender: Contender;
  readonly shortage: Shortage | null;
  readonly group: GroupExclusion | null;
}

/** The projects of one score: those that take part, and those set aside. */
export interface SettledLevel {
  readonly runs: readonly SettledRun[];
  readonly aside: readonly Aside[];
}

/** The order in which projects get their turn. It depends on the ballots, the rule and the lots, never on money. */
export const queueOf = (election: Election, rule: CountingRule, tieInputs: TieInputs): SettledLevel[] => {
  const whole = { ballots: ballotCount(election.ballots), budgetGrosze: election.budgetGrosze };
  const loserOf = bestOfGroups(groupsOf(election));
  return levelsOf(contendersOf(election), rule).map((level) => {
    const aside: Aside[] = [];
    const takesPart = (contender: Contender): boolean => {
      const shortage = contender.project.excluded ? null : supportMissing(rule.threshold, contender, whole);
      if (contender.project.excluded || shortage) aside.push({ contender, shortage, group: null });
      return !contender.project.excluded && shortage === null;
    };
    const runs = level
      .map((run) => run.filter(takesPart))
      .filter((run) => run.length > 0)
      .map((run) => settle(run, tieInputs));
    const best = runs.flatMap(({ order, lot }): SettledRun[] => {
      const ids = order.map(({ project }) => project.id);
      let setsAside = false;
      const left = order.filter((contender) => {
        const group = loserOf(contender);
        if (group) aside.push({ contender, shortage: null, group });
        if (group?.by.some((id) => ids.includes(id))) setsAside = true;
        return group === null;
      });
      return left.length > 0 ? [{ order: left, lot, all: order, setsAside }] : [];
    });
    return { runs: best, aside };
  });
};

/** A run in the order of its lot. */
export const settle = (run: Run, tieInputs: TieInputs): Pick<SettledRun, "order" | "lot"> => {
  if (run.length === 1) return { order: run, lot: null };
  const { order, source } = settleByLot(run, tieInputs);
  return { order, lot: source };
};

/** The queue without those that an earlier part of the count funded. */
export const queueWithout = (
  queue: readonly SettledLevel[],
  funded: ReadonlySet<Contender>,
): SettledLevel[] =>
  queue.map(({ runs, aside }) => ({
    aside,
    runs: runs.flatMap((run): SettledRun[] => {
      const order = run.order.filter((contender) => !funded.has(contender));
      return order.length > 0 ? [{ ...run, order }] : [];
    }),
  }));

/** Everyone who takes part in a level, in the order of their turns. */
export const orderOf = ({ runs }: SettledLevel): Contender[] => runs.flatMap(({ order }) => order);
