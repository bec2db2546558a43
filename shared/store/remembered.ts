import type { Key } from "./keys.ts";
import type { Write } from "./write.ts";

/** How old may be what is shown to everybody: caches before us keep it longer. */
const MS = 1000;
const MOST = 500;
/** So many pages of one list, which may be long; what more is asked for within their time is read each time. */
const MOST_OF_ONE = 50;

interface Reading {
  readonly reading: Promise<unknown>;
  readonly until: number;
}

export interface How {
  /** What of it is read, of a list in pages. */
  readonly asked?: string;
  readonly ms?: number;
}

/**
 * Readings of what everybody is shown, kept for a second unless it is said how long: thousands of readers are one read a process, so that no item is asked for with every
 * request. What this process writes it reads anew. Never for what is decided upon.
 */
export const openRemembered = () => {
  const known = new Map<string, Map<string, Reading>>();

  const readingsOf = (name: string): Map<string, Reading> => {
    const found = known.get(name);
    if (found) return found;
    if (known.size >= MOST) known.clear();
    const fresh = new Map<string, Reading>();
    known.set(name, fresh);
    return fresh;
  };

  const remember = async <T>(
    { pk, sk = "" }: Key,
    read: () => Promise<T>,
    { asked = "", ms = MS }: How = {},
  ): Promise<T> => {
    const name = `${pk} ${sk}`;
    const now = performance.now();
    const kept = known.get(name)?.get(asked);
    if (kept && now < kept.until) return (await kept.reading) as T;
    const readings = readingsOf(name);
    if (readings.size >= MOST_OF_ONE)
      for (const [other, { until }] of readings) if (until <= now) readings.delete(other);
    const reading = read();
    if (readings.size < MOST_OF_ONE) readings.set(asked, { reading, until: now + ms });
    reading.catch(() => readings.delete(asked));
    return await reading;
  };

  /** The item is another by now, and so is the list of its kind in its partition. */
  const forget = (writes: readonly Write[]): void => {
    if (known.size === 0) return;
    for (const { kind, key } of writes) {
      if (kind === "check") continue;
      const { pk, sk = "" } = key;
      known.delete(`${pk} ${sk}`);
      known.delete(`${pk} ${sk.slice(0, sk.indexOf("#") + 1)}`);
    }
  };

  return { remember, forget };
};
