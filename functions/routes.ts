import { wholeTable } from "./whole-table.ts";

export type { FunctionName, Route } from "../shared/platform/route.ts";

/** The route table. In a function's bundle its own rows alone: whoever has to do with every function's takes the table itself. */
export const routes = wholeTable;
