import { z } from "zod";
import { line } from "../text.ts";

/** Where a letter on paper goes, as it stands on its envelope below the name. */
export const PostalAddress = z
  .strictObject({
    street: line(120),
    postcode: z
      .string()
      .trim()
      .overwrite((text) => text.replace(/^(\d{2})\s?(\d{3})$/, "$1-$2"))
      .regex(/^\d{2}-\d{3}$/),
    town: line(80),
  })
  .meta({ id: "PostalAddress" });
export type PostalAddress = z.infer<typeof PostalAddress>;
