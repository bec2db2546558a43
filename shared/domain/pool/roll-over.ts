import { z } from "zod";
import type { Grosze } from "../money.ts";

/**
 * Where the money goes that a count leaves over: it stays with its pool for the next edition (Katowice); it goes to the citywide pool before that is
 * counted (Łódź); it buys the best of what is not funded, of all pools together (Radom, Ruda Śląska); or the districts and areas with the highest turnout go
 * on down their lists (Częstochowa).
 */
export const RollOver = z.enum(["same-pool-next-edition", "citywide-now", "best-of-all", "highest-turnout"]);
export type RollOver = z.infer<typeof RollOver>;

/** A pool's parts when what the edition before left in it comes on top. */
export const rolledOver = (baseGrosze: Grosze, unspentGrosze: Grosze) => ({
  parts: { base: baseGrosze, rollOver: unspentGrosze },
  amountGrosze: baseGrosze + unspentGrosze,
});
