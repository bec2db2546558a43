import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { compareNumbers } from "../../shared/domain/project/number-scheme.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import type { Write } from "../../shared/store/write.ts";

/** The list of the vote, as it will stand on every ballot: by pool, in the order of the projects' numbers. */
export const freezeList = async (cycle: Cycle, { store }: Deps): Promise<Write[]> => {
  const frozen = await store.projects.freezing(
    cycle.id,
    cycle.pools.map(({ id }) => id),
  );
  const { items } = await store.projects.list(cycle.id, { consistent: true });
  const listed = items
    .filter(({ status }) => status === "on-ballot")
    .sort((a, b) => compareNumbers(a.number, b.number));
  const list = await store.ballotLists.freeze({
    cycleId: cycle.id,
    pools: cycle.pools.map(({ id }) => ({
      id,
      projects: listed
        .filter(({ pool }) => pool === id)
        .map(({ id: project, number, title, costGrosze, estimatedCostGrosze }) => ({
          id: project,
          number,
          title,
          costGrosze: costGrosze ?? estimatedCostGrosze,
        })),
    })),
  });
  return [list, ...frozen];
};
