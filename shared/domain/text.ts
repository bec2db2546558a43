/** The door of text: schemas of what people type. Each reads by a function of `text/`, so that JSON, a form and a file read alike. */
import { z } from "zod";
import { isBlank, isReadable, isSeen, oneApostrophe, repaired } from "./text/characters.ts";
import { readEmail } from "./text/email.ts";
import { fault, type Read, type TextFault } from "./text/read.ts";

/** A fault as zod knows it; `issuesOf` makes a refusal of it. */
export const issueOf = (found: TextFault, input: unknown) =>
  ({ code: "custom", input, params: { ...found }, continue: false }) as const;

/** A check that repairs a text, or says what is wrong with it. */
export const readBy =
  (read: (typed: string) => Read) =>
  (payload: z.core.ParsePayload<string>): void => {
    const found = read(payload.value);
    if ("value" in found) payload.value = found.value;
    else payload.issues.push(issueOf(found.fault, payload.value));
  };

/** A field whose value is read from its text: money, a point, a moment. */
export const typedAs = <T>(read: (typed: string) => Read<T>) =>
  z.string().transform((typed, context): T => {
    const found = read(typed);
    if ("value" in found) return found.value;
    context.issues.push(issueOf(found.fault, typed));
    return z.NEVER;
  });

/** A repaired text in which there is something; one of blanks alone is left empty, for its length to be refused. */
const readText =
  (holds: (text: string) => boolean, shape: (text: string) => string = (text) => text) =>
  (typed: string): Read => {
    const read = repaired(typed);
    if ("fault" in read) return read;
    return typed.trim() === "" || holds(read.value) ? { value: shape(read.value) } : fault("unseen");
  };

const inOneLine = (text: string): string => text.replace(/\s+/g, " ");

/** What a person writes, as plain text in NFC, without surrounding space: 1 to `max` UTF-16 units, lines allowed. */
export const paragraphs = (max: number) =>
  z
    .string()
    .check(readBy(readText(isSeen)))
    .min(1)
    .max(max);

/** The same on one line. */
export const line = (max: number) =>
  z
    .string()
    .check(readBy(readText(isSeen, inOneLine)))
    .min(1)
    .max(max);

/** A line by which something is called: it has a letter or a digit that can be seen. */
export const title = (max: number) =>
  z
    .string()
    .check(readBy(readText(isReadable, inOneLine)))
    .min(1)
    .max(max);

/** How somebody calls themselves, or those they speak for: whatever apostrophe they have, it is one. */
export const calledName = (max: number) =>
  z
    .string()
    .check(readBy(readText(isReadable, (text) => oneApostrophe(inOneLine(text)))))
    .min(1)
    .max(max);

/** A field of a form in which nothing need be typed: left empty it arrives as an empty text. */
export const mayBeEmpty = <S extends z.ZodType>(schema: S) =>
  z.preprocess(
    (typed) => (typeof typed === "string" && isBlank(typed) ? undefined : typed),
    schema.optional(),
  );

/** Longer than an address and all that stands around it. */
const LONGEST_PASTED = 1000;

/** An e-mail address that mail can be sent to, in small letters; a domain of another script in its letters. */
export const Email = z
  .string()
  .max(LONGEST_PASTED)
  .check(readBy(readEmail))
  .meta({ id: "Email", description: "An e-mail address", examples: ["jan@example.com"], maxLength: 254 });
export type Email = z.infer<typeof Email>;
