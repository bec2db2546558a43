import { z } from "zod";
import type { CycleId } from "../domain/ids.ts";
import type { Result } from "../domain/result.ts";
import { Stint, type Stretch } from "../domain/signals/stint.ts";
import { epochSeconds, type Instant } from "../domain/time.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { update } from "./write.ts";

const Counted = z.object({ voters: z.int(), points: z.set(z.string()) });

/** Stints of clerks at voting points: those alone that raise a rule are kept. */
export const openStints = (table: Table) => ({
  /**
   * Counts one more voter who was let in at a point, under names that only their key leads to, and brings how many there are and where. A new
   * stretch of time takes the place of the one before: what raised no rule is gone.
   */
  count: async (
    name: string,
    point: string,
    { from, to }: Pick<Stretch, "from" | "to">,
  ): Promise<Result<z.infer<typeof Counted>>> => {
    const key = keys.stretch(name);
    const values = { from };
    const points = new Set([point]);
    const again = () =>
      table.changed(
        update({ key, add: { voters: 1, points }, when: { text: "#from = :from", values } }),
        Counted,
      );
    const begin = () =>
      table.changed(
        update({
          key,
          set: { from, voters: 1, points, expiresAtSeconds: epochSeconds(to) },
          when: { text: "attribute_not_exists(#pk) OR #from <> :from", values },
        }),
        Counted,
      );
    for (const attempt of [again, begin]) {
      const counted = await attempt();
      if (counted.ok) return counted;
    }
    // Somebody began it in the same moment.
    return again();
  },

  /** Keeps a stint that raises a rule, or that it has grown. */
  keep: (cycleId: CycleId, stint: Stint, keptUntil: Instant): Promise<Result<void>> =>
    table.write([
      update({
        key: keys.stint(cycleId, stint),
        set: { ...stint, expiresAtSeconds: epochSeconds(keptUntil) },
        when: {
          text: "attribute_not_exists(#pk) OR #voters < :voters",
          values: { voters: stint.voters },
        },
      }),
    ]),

  /** All that raise a rule, the largest first. */
  list: async (cycleId: CycleId): Promise<Stint[]> => {
    const { pk } = keys.points(cycleId);
    const { items } = await table.query(pk, Stint, { prefix: "STINT#", consistent: true });
    return items.sort((a, b) => b.voters - a.voters || (a.from < b.from ? -1 : 1));
  },
});
