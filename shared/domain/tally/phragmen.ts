import { type Bought, contestOf, type Fate, type Prepared, settledBy, turnsOf } from "./by-shares.ts";
import type { Contender } from "./contender.ts";
import type { Count } from "./greedy.ts";
import type { Fill } from "./rule.ts";
import { exactText, type ShareFacts } from "./share-facts.ts";
import { phragmen as takeTurns } from "./shares/phragmen.ts";

type Phragmen = Extract<Fill, { kind: "phragmen" }>;

/** Sequential Phragmén. */
export const phragmen = (prepared: Prepared, { afterMisfit }: Phragmen): Count => {
  const { election, at } = prepared;
  const outcome = takeTurns(contestOf(prepared), afterMisfit);
  const turns = outcome.turns.map(({ project, load, funded, tiedWith }) => ({
    contender: at(project),
    facts: { kind: "load", loadGrosze: exactText(load) } satisfies ShareFacts as ShareFacts,
    funded,
    others: tiedWith.map(at),
  }));
  const passed = new Map(
    turns.filter(({ funded }) => !funded).map(({ contender, facts }) => [contender, facts]),
  );
  const hasEnded = afterMisfit === "stop" && passed.size > 0;
  const fate = (contender: Contender): Fate => {
    const shares = passed.get(contender) ?? null;
    const hadTurn = shares !== null;
    return { move: hasEnded && !hadTurn ? "after-end" : "misfit", shares, hadTurn };
  };
  const bought: Bought[] = turns.filter(({ funded }) => funded);
  return {
    turns: turnsOf(prepared, bought, fate),
    ...settledBy(
      turns.map(({ contender, others }) => ({ first: contender, others })),
      prepared,
    ),
    lots: new Map(),
    trace: {
      kind: "phragmen",
      budgetGrosze: election.budgetGrosze,
      turns: outcome.turns.map(({ project, load, funded }) => {
        const { id, costGrosze } = at(project).project;
        return { id, costGrosze, loadGrosze: exactText(load), funded };
      }),
    },
  };
};
