import { z } from "zod";

const DEFAULT_LIMIT = 50;
const LIMIT = 200;

const keyIn = (cursor: string): string => Buffer.from(cursor, "base64url").toString("utf8");

/** A place in a list: opaque to the reader, the last item's key to us. What no list can have given is refused: DynamoDB fails on it. */
const Cursor = z
  .string()
  .regex(/^[\w-]{1,400}$/)
  .refine((text) => keyIn(text) !== "" && cursorOf(keyIn(text)) === text);

export const PageQuery = z.strictObject({
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(LIMIT).optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;

export const cursorOf = (after: string | null): string | null =>
  after === null ? null : Buffer.from(after, "utf8").toString("base64url");

/** Where a page starts and how long it is; `size` is that of a page which nobody asks to be shorter. */
export const pageOf = (
  { cursor, limit }: PageQuery,
  size = DEFAULT_LIMIT,
): { after?: string; limit: number } => ({
  ...(cursor !== undefined && { after: keyIn(cursor) }),
  limit: limit ?? size,
});

/** A list as every list is answered. */
export const listOf = <S extends z.ZodType>(item: S, id: string) =>
  z.object({ items: z.array(item), next: z.string().nullable() }).meta({ id });

/** A page of a list that was read whole: what stands behind the id that the reader saw last. */
export const pageAfter = <T extends { readonly id: string }>(
  all: readonly T[],
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): { items: T[]; next: string | null } => {
  const start = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
  const items = all.slice(start, start + limit);
  return { items, next: start + limit < all.length ? (items.at(-1)?.id ?? null) : null };
};
