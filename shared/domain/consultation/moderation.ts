/** By what the office looks at what residents write in public, as data of the city. */
import { z } from "zod";
import { localised } from "../localised.ts";
import { OfficeHours } from "../office/working-time.ts";
import { line } from "../text.ts";

/** A rule that a post may break, by the number under which everybody is told of it. */
const PolicyPoint = z.strictObject({ point: z.int().min(1).max(99), rule: localised(line(200)) });

export const ModerationPolicy = z
  .strictObject({
    /** Where the rules come from. */
    source: line(300),
    points: z
      .array(PolicyPoint)
      .min(1)
      .max(30)
      .refine((points) => new Set(points.map(({ point }) => point)).size === points.length, {
        error: "each point has a number of its own",
      }),
    hours: OfficeHours,
    /** In how many working hours somebody looks at a post. */
    targetHours: z.int().min(1).max(200),
    /** How many days an author has for an appeal, and how many working hours the office for its answer. */
    appealDays: z.int().min(7).max(60),
    appealHours: z.int().min(1).max(400),
    /** For how many days, at most, a mailbox is kept from writing. */
    longestBarDays: z.int().min(1).max(366),
    areLinksHinted: z.boolean(),
    /** Beginnings of words that a moderator is pointed at; they block nothing. */
    words: z.array(line(40)).max(500),
  })
  .meta({ description: "What may not be written in public, and how the office looks at it" });
export type ModerationPolicy = z.infer<typeof ModerationPolicy>;
