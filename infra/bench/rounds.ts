/** What one round of one contender brings: a time in milliseconds, or whatever the contender measures. */
type Contenders<T> = Readonly<Record<string, () => Promise<T> | T>>;

/**
 * Contenders take turns, each round beginning with another one, so that whatever else the machine does meets all of them alike. A round
 * before the first is not kept: it warms up.
 */
export const interleaved = async <T, C extends Contenders<T>>(
  rounds: number,
  contenders: C & Contenders<T>,
): Promise<{ readonly [K in keyof C]: T[] }> => {
  const names = Object.keys(contenders);
  const kept = Object.fromEntries(names.map((name) => [name, [] as T[]]));
  for (let round = 0; round <= rounds; round += 1) {
    const first = round % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const figure = await contenders[name]?.();
      if (round > 0) kept[name]?.push(figure as T);
    }
  }
  return kept as { readonly [K in keyof C]: T[] };
};

/** How long work takes, in milliseconds. */
export const timed = async (work: () => unknown): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

/** The processor's time that work takes, all threads together, in milliseconds: what else the machine does is not in it. */
export const cpuTimed = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** One round of many: how many were done in a second, and how long each took in milliseconds. */
export interface Burst {
  readonly perSecond: number;
  readonly latencies: readonly number[];
}

/** Works on every item, so many at a time. */
export const burst = async <T>(
  items: readonly T[],
  atATime: number,
  work: (item: T) => Promise<unknown>,
): Promise<Burst> => {
  const latencies: number[] = [];
  const waiting = items.values();
  const worker = async (): Promise<void> => {
    for (const item of waiting) latencies.push(await timed(() => work(item)));
  };
  const total = await timed(() => Promise.all(Array.from({ length: atATime }, worker)));
  return { perSecond: (items.length / total) * 1000, latencies };
};
