import type { Cycle } from "../domain/cycle/cycle.ts";
import { type RetentionClock, retentionClocks } from "../domain/cycle/retention.ts";
import type { Instant } from "../domain/time.ts";
import type { Deps } from "../platform/deps.ts";

/** Where an edition's clocks stand at a moment, from what is stored now. */
export const retentionOf = async (
  cycle: Cycle,
  now: Instant,
  { store }: Pick<Deps, "store">,
): Promise<RetentionClock[]> => {
  const [latest, destroyed] = await Promise.all([
    store.results.latest(cycle.id),
    store.retention.destroyed(cycle.id),
  ]);
  return retentionClocks(cycle, { publishedAt: latest?.publishedAt, destroyed }, now);
};
