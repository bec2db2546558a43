import { z } from "zod";

/** Enough for the editions that one process meets; more would be kept for nobody. */
const MOST = 16;

const frozen = <T>(value: T): T => {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
};

/**
 * A schema of what is long, hardly ever changes and is read with every request: what it makes of a value is remembered by the value's text.
 * What comes out is shared, and frozen.
 */
export const remembered = <S extends z.ZodType>(schema: S) => {
  const known = new Map<string, z.output<S>>();
  return z.unknown().transform((value, context): z.output<S> => {
    const text = JSON.stringify(value);
    const found = known.get(text);
    if (found !== undefined) return found;
    const { data, error } = schema.safeParse(value);
    if (error) {
      context.issues.push(
        ...error.issues.map((issue) => ({ ...issue, input: value }) as z.core.$ZodRawIssue),
      );
      return z.NEVER;
    }
    if (known.size >= MOST) known.clear();
    known.set(text, frozen(data));
    return data;
  });
};
