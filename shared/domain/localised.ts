import { z } from "zod";
import { inNameOrder } from "./in-name-order.ts";
import { type Language, MEASURE, type Measure } from "./languages.ts";

/** What stands in several languages: in Polish always, in others where somebody wrote it. `inLanguage` in shared/words reads it. */
export type Localised<T = string> = { readonly [L in Measure]: T } & { readonly [L in Language]?: T };

/** Texts of data, which may bring languages that this site does not speak. */
export const localised = (text: z.ZodType<string>): z.ZodType<Localised> =>
  z
    .object({ [MEASURE]: text } as Record<Measure, typeof text>)
    .catchall(text)
    .refine((texts) => Object.keys(texts).every((code) => /^[a-z]{2,3}$/.test(code)), {
      message: "each text stands under the code of its language",
    })
    // A table keeps no order: what is told of the same data is the same to the byte, as its ETag says.
    .overwrite(inNameOrder);
