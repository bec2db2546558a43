import { z } from "zod";
import type { Grosze } from "../money.ts";

/** Where the money goes that a count leaves over. */
export const RollOver = z.enum(["same-pool-next-edition"]);
export type RollOver = z.infer<typeof RollOver>;

/** A pool's parts when what the edition before left in it comes on top. */
export const rolledOver = (baseGrosze: Grosze, unspentGrosze: Grosze) => ({
  parts: { base: baseGrosze, rollOver: unspentGrosze },
  amountGrosze: baseGrosze + unspentGrosze,
});
