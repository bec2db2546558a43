import { z } from "zod";

const isNullable = (field: z.ZodType): boolean => field.safeParse(null).success;

/** A field without what stands there when nothing is sent; `null` empties one that may be empty. */
const changed = (field: z.ZodType): z.ZodType => {
  if (field instanceof z.ZodDefault || field instanceof z.ZodPrefault)
    return changed(field.unwrap() as z.ZodType);
  if (!(field instanceof z.ZodOptional)) return field;
  const inner = field.unwrap() as z.ZodType;
  return isNullable(inner) ? inner : inner.nullable().transform((value) => value ?? undefined);
};

/** What the API takes of an edit: as much of a thing as is to change. What is not sent stays, whatever its schema has in its place. */
export const changesOf = <S extends z.ZodObject>({ shape }: S): z.ZodType<Partial<z.output<S>>> =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(shape).map(([name, field]) => [name, changed(field as z.ZodType).optional()]),
    ),
  ) as unknown as z.ZodType<Partial<z.output<S>>>;
