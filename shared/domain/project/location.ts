import { z } from "zod";

/** A point in Poland, WGS 84 degrees. A point elsewhere is a slip: latitude and longitude swapped, or a sign too many. */
export const Location = z
  .strictObject({ lat: z.number().min(49).max(55), lon: z.number().min(14).max(24.2) })
  .meta({ id: "Location", description: "WGS 84 degrees", examples: [{ lat: 50.2683, lon: 19.0419 }] });
export type Location = z.infer<typeof Location>;
