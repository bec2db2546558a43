import type { FillPolicy } from "./fill-policy.ts";

/** Takes what fits and goes on past what does not: Katowice, Warszawa, Kraków, Łódź, Częstochowa. */
export const skip: FillPolicy = { afterMisfit: "go-on", topsUp: () => false };
