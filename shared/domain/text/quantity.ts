import { plain } from "./characters.ts";
import { fault, type Read } from "./read.ts";

/** How many of something, as people type it: `5`, `12,5`, `1 200`; three decimals at most, and more than nothing. */
export const readQuantity = (typed: string): Read<number> => {
  const text = plain(typed).replace(/[\s']/g, "").replace(",", ".");
  const value = /^\d{1,7}(?:\.\d{1,3})?$/.test(text) ? Number(text) : 0;
  return value > 0 && value <= 1_000_000 ? { value } : fault("format");
};
