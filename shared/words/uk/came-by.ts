import type { WishBy } from "../../domain/project/wish.ts";

/** How something came to the office, within a sentence. */
export const cameBy: Readonly<Record<WishBy, string>> = {
  post: "поштою",
  desk: "біля віконця",
  email: "електронною поштою",
  epuap: "через ePUAP",
};
