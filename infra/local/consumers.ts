/** Runs a consumer of pending work: when woken, never twice at a time, once more when woken meanwhile. */
export const wakeable = (work: () => Promise<unknown>, onAccident: (error: unknown) => void) => {
  let running: Promise<void> | undefined;
  let isWanted = false;

  const run = async (): Promise<void> => {
    while (isWanted) {
      isWanted = false;
      await work().catch(onAccident);
    }
    running = undefined;
  };

  const wake = (): Promise<void> => {
    isWanted = true;
    running ??= run();
    return running;
  };
  return { wake, idle: (): Promise<void> => running ?? Promise.resolve() };
};
