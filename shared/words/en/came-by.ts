import type { WishBy } from "../../domain/project/wish.ts";

/** How something came to the office, within a sentence. */
export const cameBy: Readonly<Record<WishBy, string>> = {
  post: "by post",
  desk: "at the desk",
  email: "by e-mail",
  epuap: "by ePUAP",
};
