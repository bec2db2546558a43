import { z } from "zod";

const DEFAULT_LIMIT = 50;
const LIMIT = 200;

const keyIn = (cursor: string): string => Buffer.from(cursor, "base64url").toString("utf8");

/** A place in a list: opaque to the reader, the last item's key to us. What no list can have given is refused: DynamoDB fails on it. */
const Cursor = z
  .string()
  .regex(/^[\w-]{1,200}$/)
  .refine((text) => keyIn(text) !== "" && cursorOf(keyIn(text)) === text);

export const PageQuery = z.strictObject({
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(LIMIT).optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;

export const cursorOf = (after: string | null): string | null =>
  after === null ? null : Buffer.from(after, "utf8").toString("base64url");

export const pageOf = ({ cursor, limit }: PageQuery): { after?: string; limit: number } => ({
  ...(cursor !== undefined && { after: keyIn(cursor) }),
  limit: limit ?? DEFAULT_LIMIT,
});

/** A list as every list is answered. */
export const listOf = <S extends z.ZodType>(item: S, id: string) =>
  z.object({ items: z.array(item), next: z.string().nullable() }).meta({ id });
