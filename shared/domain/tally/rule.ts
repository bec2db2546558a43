import { z } from "zod";

/** By what projects are ordered before money is spent, highest first. */
export const OrderKey = z.enum(["points"]);
export type OrderKey = z.infer<typeof OrderKey>;

/** The least support a project needs to be funded at all; inclusive: exactly the minimum is enough. */
export const Threshold = z.strictObject({
  kind: z.enum(["points", "votes"]),
  minimum: z.int().min(0),
  inclusive: z.boolean(),
});
export type Threshold = z.infer<typeof Threshold>;

/** What follows a project that does not fit in the money left: it is skipped, or the count stops. */
export const Fill = z.enum(["skip", "stop"]);
export type Fill = z.infer<typeof Fill>;

/** What settles equal scores, tried in turn. `file-order` is the city's official list; `lot` a seed or a recorded draw. */
export const TieKey = z.enum(["more-voters", "cheaper", "drawn-number", "file-order", "lot"]);
export type TieKey = z.infer<typeof TieKey>;

const settlesEveryTie = (keys: readonly TieKey[]): boolean => {
  const last = keys.findIndex((key) => key === "lot" || key === "file-order");
  return last >= 0 && last === keys.length - 1 && new Set(keys).size === keys.length;
};

/** How one pool is counted, as data. Each value names a policy with a file of its own beside this one. */
export const CountingRule = z
  .strictObject({
    order: OrderKey,
    threshold: Threshold.nullable(),
    fill: Fill,
    ties: z.array(TieKey).refine(settlesEveryTie, {
      message: "tie keys are different and end with the first of lot and file-order",
    }),
  })
  .meta({ id: "CountingRule" });
export type CountingRule = z.infer<typeof CountingRule>;
