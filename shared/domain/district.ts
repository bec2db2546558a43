import type { z } from "zod";
import { Slug } from "./slug.ts";

/** An auxiliary unit of the city. Which ones there are is a matter of the city's profile. */
export const District = Slug.meta({
  id: "District",
  description: "A district by its id in the city's profile",
  examples: ["L13"],
});
export type District = z.infer<typeof District>;
