import { z } from "zod";

/** Controls other than line breaks and tabs, bidirectional overrides, noncharacters, and halves of surrogate pairs: text that cannot be shown honestly. */
const UNSHOWABLE =
  /(?![\t\n\r])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Noncharacter_Code_Point}]/u;

/**
 * More combining marks in a row than any script has (Unicode's stream-safe text, UAX #15 §13): normal forms sort them, in time that grows with
 * the square of their number.
 */
const STACKED = /\p{M}{31}/u;

const isShowable = (text: string): boolean => text.isWellFormed() && !UNSHOWABLE.test(text);

/** A string in NFC: some keyboards and files write a letter and its diacritic apart. */
export const composed = () =>
  z
    .string()
    .refine((text) => !STACKED.test(text), { params: { rule: "text" }, abort: true })
    .overwrite((text) => text.normalize("NFC"));

const tidy = (text: string): string => text.replace(/\r\n?/g, "\n").trim();

const showable = () =>
  composed()
    .refine(isShowable, { params: { rule: "text" }, abort: true })
    .overwrite(tidy);

/** What a person writes, as plain text in NFC, without surrounding space: 1 to `max` UTF-16 units, lines allowed. */
export const paragraphs = (max: number) => showable().min(1).max(max);

/** The same on one line. */
export const line = (max: number) =>
  showable()
    .overwrite((text) => text.replace(/\s+/g, " "))
    .min(1)
    .max(max);

/** A field of a form in which nothing need be typed: left empty it arrives as an empty text. */
export const mayBeEmpty = <S extends z.ZodType>(schema: S) =>
  z.preprocess(
    (typed) => (typeof typed === "string" && typed.trim() === "" ? undefined : typed),
    schema.optional(),
  );

/**
 * An e-mail address as the forms of HTML know it, in lower case, at most 254 characters (RFC 5321 §4.5.3.1.3). No dot begins or ends what is before
 * the @, or follows another: SES takes no letter to such a one.
 */
export const Email = z
  .string()
  .overwrite((text) => text.trim().toLowerCase())
  .max(254)
  .regex(
    /^(?=[^@]{1,64}@)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/,
    {
      error: "email",
    },
  )
  .meta({ id: "Email", description: "An e-mail address", examples: ["jan@example.com"] });
export type Email = z.infer<typeof Email>;
