import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { allAlone } from "../../shared/platform/each-alone.ts";
import { countTurnout } from "./count-turnout.ts";
import { destroyDue } from "./destroy-due.ts";
import { reconcile } from "./reconcile.ts";

/** Nothing is deployed while a vote is open. */
const noteOpenVotes = (cycles: readonly Cycle[], { meter }: Deps): Promise<void> =>
  meter.note("ballot", { Open: cycles.filter(({ phase }) => phase === "voting").length });

/** What is looked after every minute. The cycles come first: a vote must close, whatever becomes of the rest. */
export const sweep = async (deps: Deps): Promise<void> => {
  const { items: cycles } = await deps.store.cycles.list();
  await allAlone(
    () => reconcile(cycles, deps),
    () => countTurnout(cycles, deps),
    () => destroyDue(cycles, deps),
    () => noteOpenVotes(cycles, deps),
    async () => (await import("./probes.ts")).endProbes(deps),
  );
};
