import type { Cycle } from "../domain/cycle/cycle.ts";
import type { Deps } from "./deps.ts";

/**
 * Lets the state machine look at the table again, after something changed there. Where nothing holds any more, a fresh execution starts: it
 * finds its place from the table.
 */
export const wake = async (
  { id, version }: Pick<Cycle, "id" | "version">,
  { store, machine }: Pick<Deps, "store" | "machine">,
): Promise<void> => {
  const hold = await store.cycles.hold(id);
  if (hold && !(await machine.wake(hold.token))) await machine.start(id, executionName(id, version));
};

/** Executions are named by cycle and version, so that two who start one for the same reason start the same. */
export const executionName = (id: string, version: number): string => `${id}-${version}`;
