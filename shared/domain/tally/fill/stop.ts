import type { FillPolicy } from "./fill-policy.ts";

/** Ends at the first project that does not fit: Wrocław, Gdynia. */
export const stop: FillPolicy = { afterMisfit: "end", topsUp: () => false };
