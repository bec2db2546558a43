import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { newestFirst } from "../../../shared/domain/cycle/newest-first.ts";
import type { Choice } from "../../../shared/pages/projects/model.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import type { Words } from "../../../shared/words/words.ts";

/** Editions with a list that residents can read, newest first. */
export const shownCycles = async ({ store }: Pick<Deps, "store">): Promise<Cycle[]> => {
  const items = await store.cycles.allShown();
  return newestFirst(items.filter(({ phase }) => phase !== "draft" && phase !== "cancelled"));
};

/** All editions that still have work for the office, newest first. */
export const openCycles = async ({ store }: Pick<Deps, "store">): Promise<Cycle[]> => {
  const { items } = await store.cycles.list();
  return newestFirst(items.filter(({ phase }) => phase !== "closed" && phase !== "cancelled"));
};

/** The one that was asked for, else the first. */
export const chosenCycle = (cycles: readonly Cycle[], asked: string | undefined): Cycle | undefined =>
  cycles.find(({ id }) => id === asked) ?? cycles[0];

export const cycleChoices = (cycles: readonly Cycle[], words: Words): Choice[] =>
  cycles.map(({ id, name, edition }) => [id, words.edition(name, edition)]);
