import { z } from "zod";

/**
 * A name for machines, as a city chooses it: `L13`, `stare-miasto`. It stands in addresses, file names and numbers, and is never taken apart.
 * It is the key of records too, so it is none that every object has (`constructor`).
 */
export const Slug = z
  .string()
  .max(40)
  .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/)
  .refine((slug) => !(slug in Object.prototype), { params: { rule: "format" } });

/** Whether each has a name of its own, on disks that know no capitals too. */
export const areApart = (slugs: readonly string[]): boolean =>
  new Set(slugs.map((slug) => slug.toLowerCase())).size === slugs.length;
