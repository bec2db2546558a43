import type { WishBy } from "../../domain/project/wish.ts";

/** How something came to the office, within a sentence. */
export const cameBy: Readonly<Record<WishBy, string>> = {
  post: "pocztą",
  desk: "przy okienku",
  email: "e-mailem",
  epuap: "przez ePUAP",
};
