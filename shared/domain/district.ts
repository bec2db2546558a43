import { z } from "zod";

/** An auxiliary unit of the city in its own numbering, `L13`. Which ones there are is a matter of the city's profile. */
export const District = z
  .string()
  .regex(/^L[1-9]\d?$/)
  .meta({ id: "District", description: "A district in the city's numbering", examples: ["L13"] });
export type District = z.infer<typeof District>;
