import { z } from "zod";
import { LocalMoment, localMoment } from "../../domain/local-moment.ts";
import { oneHyphen, plain } from "../../domain/text/characters.ts";
import { Email } from "../../domain/text.ts";
import { isCanonicalInstant } from "../../domain/time.ts";

/** What stands for a field that was left empty: where it is required an empty text or list, else nothing or null. */
export type Empty = "" | undefined | null;

interface Typing {
  /** What is read from a required field that was left empty; without it, as of a number or a day, it is missing. */
  readonly empty?: "" | [];
  /** A value out of what was typed; what cannot be read stays as it is, for the schema to refuse. */
  readonly read?: (typed: string) => unknown;
  readonly write?: (value: unknown) => unknown;
}

const INTEGER = /^-?(?:\d{1,12}|\d{1,3}(?: \d{3}){1,3})$/;

/** How a field is typed: a line, a text, a list a line each, a number, a day, a moment, an address, a yes, one or some of several. */
const KINDS = {
  line: { empty: "" },
  text: { empty: "" },
  lines: {
    empty: [],
    read: (typed) => typed.split(/\r?\n/).flatMap((one) => one.trim() || []),
    write: (value) => (Array.isArray(value) ? value.join("\n") : value),
  },
  number: {
    read: (typed) => {
      const text = oneHyphen(plain(typed));
      return INTEGER.test(text) ? Number(text.replaceAll(" ", "")) : typed;
    },
    write: String,
  },
  date: {},
  moment: {
    read: (typed) => LocalMoment.safeParse(typed).data ?? typed,
    write: (value) => (isCanonicalInstant(String(value)) ? localMoment(String(value)) : value),
  },
  email: {},
  yes: { read: (typed) => typed === "yes" || typed, write: (value) => (value === true ? "yes" : undefined) },
  one: {},
  some: { empty: [] },
} as const satisfies Readonly<Record<string, Typing>>;

export type FieldKind = keyof typeof KINDS;

const TYPING: Readonly<Record<FieldKind, Typing>> = KINDS;

/** A text that may be longer than a line is typed in an area. */
const LONGEST_LINE = 200;

/** How the values of a schema are typed, unless somebody says otherwise. */
export const kindOf = (schema: unknown): FieldKind => {
  if (schema instanceof z.ZodBoolean) return "yes";
  if (schema instanceof z.ZodNumber) return "number";
  if (schema instanceof z.ZodEnum) return "one";
  if (schema instanceof z.ZodArray) return "some";
  if (schema instanceof z.ZodISODateTime) return "moment";
  if (schema instanceof z.ZodISODate) return "date";
  if (schema === Email) return "email";
  return schema instanceof z.ZodString && (schema.maxLength ?? 0) > LONGEST_LINE ? "text" : "line";
};

/** What a form sent for a field. A box that is not ticked is not sent, and says no. */
export const readField = (kind: FieldKind, typed: unknown, empty: Empty): unknown => {
  const { read, empty: none } = TYPING[kind];
  if (kind === "yes" && typed === undefined) return false;
  const isLeft = typeof typed === "string" ? typed.trim() === "" : typed === undefined && kind === "some";
  if (isLeft) return empty === "" ? none : empty;
  if (kind === "some") return [typed].flat();
  return typeof typed === "string" && read ? read(typed) : typed;
};

/** A value as it stands in its field. */
export const writeField = (kind: FieldKind, value: unknown): unknown => {
  const { write } = TYPING[kind];
  return value === undefined || value === null ? "" : write ? write(value) : value;
};
