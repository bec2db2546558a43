import type { Deps } from "../../shared/platform/deps.ts";
import { codes } from "./codes.ts";
import { markers } from "./markers.ts";
import { outbox } from "./outbox.ts";
import { openRun, type Run } from "./run.ts";
import type { Source } from "./source.ts";
import { tell } from "./tell.ts";

const SOURCES: readonly Source[] = [codes, outbox, markers];

/** One walk over what waits; several hands share it. True when it met anything that was theirs to tell. */
const pass = async (source: Source, run: Run): Promise<boolean> => {
  const { store, system } = run.deps;
  const keys = store.table.waiting(source.of, source.isTimed ? system.now() : undefined);
  let met = false;
  const hand = async (): Promise<void> => {
    for await (const key of keys) {
      if (!(await run.goesOn()) || !(await run.hasRoom(source))) return;
      met = (await tell(key, source, run)) || met;
    }
  };
  await allOf(Array.from({ length: source.hands }, hand));
  return met;
};

const workOff = async (source: Source, run: Run): Promise<void> => {
  while ((await pass(source, run)) && (await run.goesOn()));
};

/** Waits for every one of them, also when one fails: a letter under way is finished before the function sleeps. */
const allOf = async (works: readonly Promise<void>[]): Promise<void> => {
  for (const outcome of await Promise.allSettled(works))
    if (outcome.status === "rejected") throw outcome.reason;
};

/** Tells everybody who waits to be told, until nobody does, or what is left of the day's letters is for codes. The sources go side by side: no code waits behind a thousand confirmations. */
export const tellAll = async (deps: Deps): Promise<void> => {
  const run = openRun(deps);
  await allOf(SOURCES.map((source) => workOff(source, run)));
};
