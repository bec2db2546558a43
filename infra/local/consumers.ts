import { AsyncLocalStorage } from "node:async_hooks";
import { setImmediate as soon } from "node:timers/promises";

/**
 * Runs a consumer of pending work: when woken, never twice at a time, once more when woken meanwhile. As on AWS it is another's work than that
 * of the request which wakes it, which is answered first.
 */
export const wakeable = (work: () => Promise<unknown>, onAccident: (error: unknown) => void) => {
  let running: Promise<void> | undefined;
  let isWanted = false;
  const apart = AsyncLocalStorage.snapshot();

  const run = async (): Promise<void> => {
    await soon();
    while (isWanted) {
      isWanted = false;
      await work().catch(onAccident);
    }
    running = undefined;
  };

  const wake = (): Promise<void> => {
    isWanted = true;
    running ??= apart(run);
    return running;
  };
  return { wake, idle: (): Promise<void> => running ?? Promise.resolve() };
};
