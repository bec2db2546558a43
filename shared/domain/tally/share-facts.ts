import { z } from "zod";
import type { Fraction } from "./shares/fraction.ts";

/** An exact amount: `numerator/denominator` in lowest terms, or a whole number. */
export const ExactAmount = z.string().regex(/^\d+(\/\d+)?$/);

/** How the money of voters bought a project, or how much of it there was. Exact grosze. */
export const ShareFacts = z.discriminatedUnion("kind", [
  /** Equal Shares: `full` voters paid `fullGrosze` each (for every point, where points count), `rest` voters all they had left. */
  z.strictObject({
    kind: z.literal("bought"),
    round: z.int().min(1),
    /** ρ: what one unit of utility cost. */
    price: ExactAmount,
    full: z.int().min(0),
    fullGrosze: ExactAmount,
    rest: z.int().min(0),
    restGrosze: ExactAmount,
    nothing: z.int().min(0),
  }),
  /** Bought for what voters' shares had left of the pool. */
  z.strictObject({ kind: z.literal("completed") }),
  /** Equal Shares: what the supporters of a project that was not bought had left together. */
  z.strictObject({ kind: z.literal("held"), heldGrosze: ExactAmount }),
  /** Phragmén: what each supporter carries for the project, or would. */
  z.strictObject({ kind: z.literal("load"), loadGrosze: ExactAmount }),
]);
export type ShareFacts = z.infer<typeof ShareFacts>;

export const exactText = ({ numerator, denominator }: Fraction): string =>
  denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;

/** Whole grosze of an exact amount, rounded down or up. */
export const wholeGrosze = (amount: string, rounded: "down" | "up"): number => {
  const [numerator = "0", denominator = "1"] = amount.split("/");
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  return Number(rounded === "down" ? n / d : (n + d - 1n) / d);
};
