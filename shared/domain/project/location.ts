import { z } from "zod";
import { pointOf } from "../text/point.ts";
import { issueOf } from "../text.ts";

/** A point in Poland, WGS 84 degrees. A point elsewhere is a slip: latitude and longitude swapped, or a sign too many. */
export const Location = z
  .strictObject({
    lat: z.number().meta({ minimum: 49, maximum: 55 }),
    lon: z.number().meta({ minimum: 14, maximum: 24.2 }),
  })
  .check((payload) => {
    const { lat, lon } = payload.value;
    const read = pointOf(lat, lon);
    if ("fault" in read) payload.issues.push({ ...issueOf(read.fault, payload.value), path: ["lat"] });
  })
  .meta({ id: "Location", description: "WGS 84 degrees", examples: [{ lat: 50.2683, lon: 19.0419 }] });
export type Location = z.infer<typeof Location>;
