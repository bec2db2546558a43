import type { Table } from "./table.ts";

export type Store = ReturnType<typeof openStore>;

/** Everything that is stored, by what it is. */
export const openStore = (table: Table) => ({ table });
