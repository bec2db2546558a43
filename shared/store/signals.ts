import { z } from "zod";
import { CROCKFORD } from "../domain/base32.ts";
import type { CycleId } from "../domain/ids.ts";
import type { Result } from "../domain/result.ts";
import { Crowd, SERIES_SECONDS } from "../domain/signals/crowd.ts";
import { epochSeconds, type Instant } from "../domain/time.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { put, update } from "./write.ts";

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

const Last = z.object({ atSeconds: z.number() });

export const openSignals = (table: Table) => ({
  /**
   * Adds a voter to a crowd, and brings the crowd; one who is in it already changes nothing, neither its contacts nor its pace, and is refused.
   * Whoever comes at once is taken in, each with the gap to the last one before them.
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
    const key = keys.lastOfCrowd(last);
    const before = await table.get(key, Last);
    const gap = before ? Math.max(0, atSeconds - before.atSeconds) : Number.POSITIVE_INFINITY;
    const { shared, subject, day, age } = crowd;
    const joined = await table.changed(
      update({
        key: keys.crowd(cycleId, shared, subject, day),
        set: { ...crowd, ...(age !== undefined && { age }), expiresAtSeconds: epochSeconds(keptUntil) },
        add: {
          voters: new Set([voter]),
          contacts: new Set([contact]),
          ...(gap < SERIES_SECONDS && { gaps: 1, gapSeconds: gap, gapSquares: gap ** 2 }),
        },
        when: { text: "NOT contains(#voters, :voter)", values: { voter } },
      }),
      Crowd,
    );
    if (!joined.ok) return joined;
    const item = { atSeconds, expiresAtSeconds: atSeconds + SERIES_SECONDS };
    const noted = await table.write([put({ key, item })]);
    return noted.ok ? joined : noted;
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
