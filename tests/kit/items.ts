import { paginateScan } from "@aws-sdk/lib-dynamodb";
import { NAMES } from "../../infra/local/local-deps.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import type { TableName } from "../../shared/store/shape.ts";

// biome-ignore lint/suspicious/noExplicitAny: an item as it lies there is whatever somebody wrote.
export type Item = Record<string, any>;

/** Every item of a table of a house, as it lies there. */
export const itemsIn = async (
  { deps }: { readonly deps: Pick<Deps, "store"> },
  table: TableName,
): Promise<Item[]> => {
  const items: Item[] = [];
  const { client } = deps.store.table;
  for await (const page of paginateScan({ client }, { TableName: NAMES[table], ConsistentRead: true }))
    items.push(...(page.Items ?? []));
  return items;
};
