import { z } from "zod";
import { countryOf } from "../countries.ts";
import { digitsOf } from "../text/digits.ts";

export const DocumentKind = z.enum(["passport", "residence-card", "id-card"]);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** The country that issued it, by its ISO 3166 code of two letters or three. */
const Country = z
  .string()
  .max(40)
  .overwrite((typed) => countryOf(typed) ?? typed)
  .refine((text) => countryOf(text) !== undefined, { params: { rule: "country" } })
  .meta({ description: "ISO 3166-1: `UA` or `UKR`", examples: ["UA"] });

/** As the machine reads it: blanks, dashes and dots do not matter. An O is no 0 and stays what it is. */
const DocumentNumber = z
  .string()
  .max(60)
  .overwrite((typed) => digitsOf(typed).toUpperCase())
  .refine((text) => /^(?=.*\d)[A-Z\d]{4,20}$/.test(text), { params: { rule: "document-number" } })
  .meta({ description: "Letters of the Latin alphabet and digits", examples: ["FE123456"] });

/** An identity document as programs send it. */
export const DocumentParts = z
  .strictObject({ country: Country, kind: DocumentKind, number: DocumentNumber })
  .meta({ id: "Document", description: "A document that shows who somebody is" });

/** The same, kept as one text: `UA passport FE123456`. */
export const Document = DocumentParts.transform(
  ({ country, kind, number }) => `${country} ${kind} ${number}`,
);

/** The parts of such a text. */
const partsOfDocument = (
  text: string,
): { readonly country: string; readonly kind: DocumentKind; readonly number: string } => {
  const [country = "", kind = "", number = ""] = text.split(" ");
  return { country, kind: DocumentKind.parse(kind), number };
};

/** Whether it is one that no one has without a PESEL number: a Polish passport or identity card. */
export const bearsPesel = (text: string): boolean => {
  const { country, kind } = partsOfDocument(text);
  return country === "PL" && kind !== "residence-card";
};
