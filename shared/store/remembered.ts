import type { Key } from "./keys.ts";
import type { Write } from "./write.ts";

/** How old may be what is shown to everybody: caches before us keep it longer. */
const MS = 1000;
const MOST = 500;

/**
 * Readings of what everybody is shown, kept for a second unless it is said how long: thousands of readers are one read a process, so that no item is asked for with every
 * request. What this process writes it reads anew. Never for what is decided upon.
 */
export const openRemembered = () => {
  const known = new Map<string, { readonly reading: Promise<unknown>; readonly until: number }>();

  const remember = async <T>({ pk, sk = "" }: Key, read: () => Promise<T>, ms = MS): Promise<T> => {
    const name = `${pk} ${sk}`;
    const now = performance.now();
    const kept = known.get(name);
    if (kept && now < kept.until) return (await kept.reading) as T;
    if (known.size >= MOST) known.clear();
    const reading = read();
    known.set(name, { reading, until: now + ms });
    reading.catch(() => known.delete(name));
    return await reading;
  };

  /** The item is another by now, and so is the list that it stands in. */
  const forget = (writes: readonly Write[]): void => {
    for (const { key } of known.size > 0 ? writes : []) {
      known.delete(`${key.pk} `);
      known.delete(`${key.pk} ${key.sk ?? ""}`);
    }
  };

  return { remember, forget };
};
