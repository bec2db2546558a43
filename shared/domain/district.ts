import { z } from "zod";
import { Slug } from "./slug.ts";

/** An auxiliary unit of the city. Which ones there are is a matter of the city's profile. */
export const District = Slug.meta({
  id: "District",
  description: "A district by its id in the city's profile",
  examples: ["L13"],
});
export type District = z.infer<typeof District>;

/** People who live in a district or an area. Poland's largest city has under two million: more is a slip of the hand, and sums of it hold no number. */
export const ResidentCount = z.int().min(1).max(10_000_000);
