import type { Partly } from "../fallback.ts";
import type { Catalogue } from "../words.ts";

/** What residents see of it: why a ballot is not counted. */
export const voids: Partly<Catalogue["voids"]> = {
  reasons: {
    "duplicate-paper": "ця людина проголосувала також на папері",
    "not-entitled": "людина не мала права голосу",
    "proven-misuse": "хтось проголосував за когось іншого",
    "court-order": "так постановив суд",
  },
};
