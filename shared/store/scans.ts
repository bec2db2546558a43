import { type DynamoDBDocumentClient, ScanCommand, type ScanCommandOutput } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import type { TableName } from "./shape.ts";

/** One of the parts, by the hash of the key, in which a table is read: an item is in the same part as long as there are as many. */
export const Segment = z.object({ segment: z.int().min(0), of: z.int().min(1).max(256) });
export type Segment = z.infer<typeof Segment>;

export const segmentsOf = (of: number): Segment[] =>
  Array.from({ length: of }, (_, segment) => ({ segment, of }));

/** Reads of a whole table. */
export const openScans = (client: DynamoDBDocumentClient, names: Readonly<Record<TableName, string>>) => {
  /** What `scanPages` does, in one segment of the table. */
  const scanSegment = async <S extends z.ZodType>(
    table: TableName,
    prefix: string | readonly string[],
    schema: S,
    look: (items: z.output<S>[]) => Promise<void> | void,
    { segment, of }: Segment,
  ): Promise<void> => {
    const prefixes = [prefix].flat();
    let start: Record<string, unknown> | undefined;
    do {
      const page: ScanCommandOutput = await client.send(
        new ScanCommand({
          TableName: names[table],
          FilterExpression: prefixes.map((_, n) => `begins_with(pk, :prefix${n})`).join(" OR "),
          ExpressionAttributeValues: Object.fromEntries(prefixes.map((one, n) => [`:prefix${n}`, one])),
          ConsistentRead: true,
          Segment: segment,
          TotalSegments: of,
          ExclusiveStartKey: start,
        }),
      );
      await look((page.Items ?? []).map((item) => schema.parse(item)));
      start = page.LastEvaluatedKey;
    } while (start);
  };

  /**
   * Hands over every item of a table whose key starts so, or in one of several ways, a page at a time, read consistently in parallel
   * segments. A page is let go when it was looked at: what is in memory does not grow with the table. Never for a request.
   */
  const scanPages = async <S extends z.ZodType>(
    table: TableName,
    prefix: string | readonly string[],
    schema: S,
    look: (items: z.output<S>[]) => Promise<void> | void,
    segments = 4,
  ): Promise<void> => {
    const all = segmentsOf(segments).map((segment) => scanSegment(table, prefix, schema, look, segment));
    await Promise.all(all);
  };

  /** All of them at once, where there are few. */
  const scan = async <S extends z.ZodType>(
    table: TableName,
    prefix: string,
    schema: S,
    segments = 4,
  ): Promise<z.output<S>[]> => {
    const items: z.output<S>[] = [];
    await scanPages(table, prefix, schema, (page) => void items.push(...page), segments);
    return items;
  };

  return { scan, scanPages, scanSegment };
};
