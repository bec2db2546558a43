import { LANES } from "../../shared/domain/notice/lanes.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { HELD } from "../../shared/store/notices.ts";
import { codes } from "./codes.ts";
import { settleHeld } from "./held.ts";
import { markers } from "./markers.ts";
import { outboxOf } from "./outbox.ts";
import { openRun, type Run } from "./run.ts";
import type { Claimed, Source } from "./source.ts";
import { tell } from "./tell.ts";

const BELOW_CODES: readonly Source[] = [
  markers,
  outboxOf("decisions"),
  outboxOf("reminders"),
  outboxOf("bulk"),
];

/**
 * What waits and is now ours, oldest first. One is claimed at a time and handed out before the next, so that letters to one person leave in the
 * order in which they were written.
 */
async function* claims(source: Source, run: Run, first?: () => Promise<void>): AsyncGenerator<Claimed> {
  const { store, system } = run.deps;
  for await (const key of store.table.waiting(source.of, source.isTimed ? system.now() : undefined)) {
    await first?.();
    if (!(await run.goesOn()) || !(await run.takeRoom(source.lane))) return;
    const item = await store.table.claim(key, source.isHeld && { as: HELD, at: system.now() });
    if (item) yield { key, item };
  }
}

/** One walk over what waits, shared by several hands. True when it met anything that was theirs to tell. */
const pass = async (source: Source, run: Run, first?: () => Promise<void>): Promise<boolean> => {
  const claimed = claims(source, run, first);
  let met = false;
  const hand = async (): Promise<void> => {
    for await (const one of claimed) {
      met = true;
      await run.afterOthersTo(one.item.to, () => tell(one, source, run));
    }
  };
  await allOf(Array.from({ length: LANES[source.lane].hands }, hand));
  return met;
};

const workOff = async (source: Source, run: Run, first?: () => Promise<void>): Promise<void> => {
  while ((await pass(source, run, first)) && (await run.goesOn()));
};

/** Waits for every one of them, also when one fails: a letter under way is finished before the function sleeps. */
const allOf = async (works: readonly Promise<void>[]): Promise<void> => {
  for (const outcome of await Promise.allSettled(works))
    if (outcome.status === "rejected") throw outcome.reason;
};

/**
 * Tells everybody who waits to be told, until nobody does, or what is left of the day's letters is for others. Before each letter that is no code it
 * is looked whether a code waits: one that is asked for while thousands of others leave is not the next run's.
 */
export const tellAll = async (deps: Deps): Promise<void> => {
  const run = openRun(deps);
  const codesFirst = () => workOff(codes, run);
  await codesFirst();
  await allOf([settleHeld(run), ...BELOW_CODES.map((source) => workOff(source, run, codesFirst))]);
};
