import { z } from "zod";

/** Enough for the editions that one process meets; more would be remembered for nobody. */
const MOST = 16;

const frozen = <T>(value: T): T => {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
};

/**
 * What is long, hardly ever changes and is read with every request lies in its item as JSON text: one attribute instead of hundreds. What the
 * schema makes of a text is remembered, shared and frozen. Whatever is no text is read as it is: releases before kept a map.
 */
export const asText = <S extends z.ZodType>(schema: S) => {
  const known = new Map<string, z.output<S>>();
  return z.unknown().transform((kept, context): z.output<S> => {
    const found = typeof kept === "string" ? known.get(kept) : undefined;
    if (found !== undefined) return found;
    const { data, error } = schema.safeParse(typeof kept === "string" ? JSON.parse(kept) : kept);
    if (error) {
      context.issues.push(...error.issues.map((issue) => ({ ...issue, input: kept }) as z.core.$ZodRawIssue));
      return z.NEVER;
    }
    if (typeof kept !== "string") return data;
    if (known.size >= MOST) known.clear();
    known.set(kept, frozen(data));
    return data;
  });
};
