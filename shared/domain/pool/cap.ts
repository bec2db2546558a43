import { z } from "zod";
import type { Grosze } from "../money.ts";

/** The most that one project may cost, as a share of its pool. */
export const CapRule = z.strictObject({
  percentOfPool: z.int().min(1).max(100),
  /** The cap is rounded to the nearest multiple of this, halves up: 100 is a złoty, 1 leaves it exact. */
  roundedToGrosze: z.int().min(1),
});
export type CapRule = z.infer<typeof CapRule>;

/** The cap of a pool, computed in integers. */
export const capGrosze = ({ percentOfPool, roundedToGrosze }: CapRule, poolGrosze: Grosze): Grosze => {
  const unit = 100 * roundedToGrosze;
  return Math.floor((poolGrosze * percentOfPool + unit / 2) / unit) * roundedToGrosze;
};
