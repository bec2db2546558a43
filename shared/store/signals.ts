import { z } from "zod";
import { CROCKFORD, type CycleId } from "../domain/ids.ts";
import type { Result } from "../domain/result.ts";
import { Crowd, SERIES_SECONDS } from "../domain/signals/crowd.ts";
import { epochSeconds, type Instant } from "../domain/time.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { update } from "./write.ts";

/** One voter who was let in, as the crowd that they are part of takes them in. */
export interface Arrival {
  readonly cycleId: CycleId;
  readonly crowd: Pick<Crowd, "shared" | "subject" | "day" | "age">;
  readonly last: string;
  readonly voter: string;
  readonly contact: string;
  readonly at: Instant;
  readonly keptUntil: Instant;
}

const Last = z.object({ atSeconds: z.number().default(Number.NEGATIVE_INFINITY) });

export const openSignals = (table: Table) => ({
  /**
   * Adds a voter to a crowd, and brings the crowd. Two updates without a condition: the first puts this moment in the place of the last one
   * and so learns the gap, the second adds. Sums and sets take in whoever comes at once.
   */
  arrive: async ({
    cycleId,
    crowd,
    last,
    voter,
    contact,
    at,
    keptUntil,
  }: Arrival): Promise<Result<Crowd>> => {
    const atSeconds = epochSeconds(at);
    const before = await table.exchanged(
      update({
        key: keys.lastOfCrowd(last),
        set: { atSeconds, expiresAtSeconds: atSeconds + SERIES_SECONDS },
      }),
      Last,
    );
    if (!before.ok) return before;
    const gap = Math.max(0, atSeconds - before.value.atSeconds);
    const { shared, subject, day, age } = crowd;
    return table.changed(
      update({
        key: keys.crowd(cycleId, shared, subject, day),
        set: { ...crowd, ...(age !== undefined && { age }), expiresAtSeconds: epochSeconds(keptUntil) },
        add: {
          voters: new Set([voter]),
          contacts: new Set([contact]),
          ...(gap < SERIES_SECONDS && { gaps: 1, gapSeconds: gap, gapSquares: gap ** 2 }),
        },
      }),
      Crowd,
    );
  },

  /** All crowds of a vote, for the commission alone. */
  crowds: async (cycleId: CycleId): Promise<Crowd[]> => {
    const pages = await Promise.all(
      [...CROCKFORD.toLowerCase()].map((letter) =>
        table.query(keys.crowd(cycleId, "", letter, "").pk, Crowd, { consistent: true }),
      ),
    );
    return pages.flatMap(({ items }) => items);
  },
});
