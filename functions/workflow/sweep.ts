import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { accept } from "../../shared/domain/result.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { allAlone, eachAlone } from "../../shared/platform/each-alone.ts";
import { LISTING } from "../../shared/store/project-lines.ts";
import { countTurnout } from "./count-turnout.ts";
import { destroyDue } from "./destroy-due.ts";
import { reconcile } from "./reconcile.ts";

/** Nothing is deployed while a vote is open. */
const noteOpenVotes = (cycles: readonly Cycle[], { meter }: Deps): Promise<void> =>
  meter.note("ballot", { Open: cycles.filter(({ phase }) => phase === "voting").length });

/** Editions of releases before are listed as this one lists them. */
const listAnew = async (cycles: readonly Cycle[], { store }: Deps): Promise<void> =>
  await eachAlone(
    cycles.filter(({ listing = 0 }) => listing < LISTING),
    async ({ id }) => {
      await store.projects.listAnew(id);
      accept(await store.cycles.listed(id));
    },
  );

/** What is looked after every minute. The cycles come first: a vote must close, whatever becomes of the rest. */
export const sweep = async (deps: Deps): Promise<void> => {
  const { items: cycles } = await deps.store.cycles.list();
  await allAlone(
    () => reconcile(cycles, deps),
    () => countTurnout(cycles, deps),
    () => destroyDue(cycles, deps),
    () => noteOpenVotes(cycles, deps),
    () => listAnew(cycles, deps),
    async () => (await import("./probes.ts")).endProbes(deps),
  );
};
