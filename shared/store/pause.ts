/** Waits up to so many milliseconds, by chance (full jitter), so that those who met once do not meet again. */
export const pauseUpTo = (ms: number): Promise<void> =>
  new Promise((done) => setTimeout(done, Math.random() * ms));
