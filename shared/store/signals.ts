import { z } from "zod";
import { CROCKFORD } from "../domain/base32.ts";
import type { CycleId } from "../domain/ids.ts";
import { ok, type Result } from "../domain/result.ts";
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

/** The sums of a crowd, or one who belongs to it: none of them grows with the crowd. Until a release ago the sums held everybody. */
const Stored = Crowd.partial({ voters: true, contacts: true }).extend({
  voter: z.string().optional(),
  contact: z.string().optional(),
  count: z.int().optional(),
});
type Stored = z.infer<typeof Stored>;

/** Crowds as they were put together, from their sums and those who belong to them. */
const assembled = (items: readonly Stored[]): Crowd[] => {
  const byCrowd = Map.groupBy(items, ({ shared, subject, day }) => `${shared}#${subject}#${day}`);
  return [...byCrowd.values()].flatMap((all): Crowd[] => {
    const sums = all.find(({ voter }) => voter === undefined);
    if (!sums) return [];
    const { count: _, voter: _voter, contact: _contact, ...crowd } = sums;
    const given = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);
    return [
      {
        ...crowd,
        voters: new Set([...(sums.voters ?? []), ...all.flatMap(({ voter }) => given(voter))]),
        contacts: new Set([...(sums.contacts ?? []), ...all.flatMap(({ contact }) => given(contact))]),
      },
    ];
  });
};

export const openSignals = (table: Table) => ({
  /**
   * Adds a voter to a crowd, and says how many it has; one who is in it already changes nothing, neither its contacts nor its pace, and is
   * refused. Whoever comes at once is taken in, each with the gap to the last one before them. What is written is as small for the
   * thousandth as for the first.
   */
  arrive: async ({
    cycleId,
    crowd,
    last,
    voter,
    contact,
    at,
    keptUntil,
  }: Arrival): Promise<Result<number>> => {
    const { shared, subject, day, age } = crowd;
    const expiresAtSeconds = epochSeconds(keptUntil);
    const taken = await table.write([
      put({
        key: keys.crowd(cycleId, shared, subject, day, voter),
        item: { shared, subject, day, voter, contact, expiresAtSeconds },
        when: { text: "attribute_not_exists(#pk)" },
      }),
    ]);
    if (!taken.ok) return taken;
    const atSeconds = epochSeconds(at);
    const key = keys.lastOfCrowd(last);
    const before = await table.get(key, Last);
    const gap = before ? Math.max(0, atSeconds - before.atSeconds) : Number.POSITIVE_INFINITY;
    const joined = await table.changed(
      update({
        key: keys.crowd(cycleId, shared, subject, day),
        set: { ...crowd, ...(age !== undefined && { age }), expiresAtSeconds },
        add: {
          count: 1,
          ...(gap < SERIES_SECONDS && { gaps: 1, gapSeconds: gap, gapSquares: gap ** 2 }),
        },
      }),
      Stored,
    );
    if (!joined.ok) return joined;
    const item = { atSeconds, expiresAtSeconds: atSeconds + SERIES_SECONDS };
    const noted = await table.write([put({ key, item })]);
    return noted.ok ? ok(joined.value.count ?? 1) : noted;
  },

  /** One crowd with everybody in it. */
  crowd: async (
    cycleId: CycleId,
    { shared, subject, day }: Pick<Crowd, "shared" | "subject" | "day">,
  ): Promise<Crowd | undefined> => {
    const { pk, sk = "" } = keys.crowd(cycleId, shared, subject, day);
    return assembled((await table.query(pk, Stored, { prefix: sk, consistent: true })).items)[0];
  },

  /** All crowds of a vote, for the commission alone. */
  crowds: async (cycleId: CycleId): Promise<Crowd[]> => {
    const pages = await Promise.all(
      [...CROCKFORD.toLowerCase()].map((letter) =>
        table.query(keys.crowd(cycleId, "", letter, "").pk, Stored, { consistent: true }),
      ),
    );
    return pages.flatMap(({ items }) => assembled(items));
  },
});
