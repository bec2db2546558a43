/** The cards before and behind one, of those that wait for whoever looks: the queue as it is worked through. */
import type { ProjectId } from "../../domain/ids.ts";
import type { ProjectLine } from "../../domain/project/project.ts";
import type { Deps } from "../../platform/deps.ts";
import type { StaffRequest } from "../../platform/endpoint.ts";
import { barred, isTheirs, OPEN } from "./holding.ts";
import { type Neighbours, pathOfCard } from "./pages.ts";
import { type Card, newCard, STAGES } from "./rules.ts";
import { openChecks } from "./store.ts";

/** Cards that are looked at in one direction, at most: behind them the queue's own page is the way. */
const MOST = 50;

const linesOf = async ({ cycleId }: Pick<Card, "cycleId">, { store }: Deps): Promise<ProjectLine[]> => {
  const found: ProjectLine[] = [];
  let after: string | undefined;
  do {
    const part = await store.projects.part(cycleId, { after });
    found.push(...part.lines);
    after = part.next ?? undefined;
  } while (after !== undefined);
  return found;
};

/** A card waits for somebody where they may do its next step and no other has it in hand. */
const waitsFor = (card: Card, { actor }: Pick<StaffRequest, "actor">): boolean =>
  OPEN.some((state) => state === card.state) &&
  barred(card) !== actor.id &&
  isTheirs(card, actor) &&
  (card.held === undefined || card.held.by === actor.id);

export const neighboursOf = async (
  { card, cycle }: { readonly card: Card; readonly cycle: Parameters<typeof newCard>[2] },
  by: Pick<StaffRequest, "actor">,
  deps: Deps,
): Promise<Neighbours> => {
  const { cycleId, stage, projectId } = card;
  const lines = await linesOf(card, deps);
  const here = lines.findIndex(({ id }) => id === projectId);
  const due = (line: ProjectLine): boolean => line.status === STAGES[stage].waits;
  const first = async (some: readonly ProjectLine[]): Promise<string | null> => {
    for (const line of some.filter(due).slice(0, MOST)) {
      const of = { cycleId, id: line.id as ProjectId };
      const begun = await openChecks(deps.store.table).get(cycleId, stage, line.id);
      if (waitsFor(begun ?? newCard(of, stage, cycle), by)) return pathOfCard(of, stage);
    }
    return null;
  };
  if (here < 0) return { before: null, after: null };
  return {
    before: await first(lines.slice(0, here).toReversed()),
    after: await first(lines.slice(here + 1)),
  };
};
