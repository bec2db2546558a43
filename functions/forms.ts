import { formsIn } from "../shared/platform/counted-forms.ts";
import type { Route } from "./routes.ts";
import { wholeTable } from "./whole-table.ts";

type Routes = typeof wholeTable;

/** The forms that residents fill in, by the rows that take them: pages outside of the office that are posted. */
export type FormName = {
  [N in keyof Routes]: Routes[N]["key"] extends `POST /v1/${string}` | `POST /urzad/${string}`
    ? never
    : Routes[N]["key"] extends `POST ${string}`
      ? N
      : never;
}[keyof Routes];

export const FORMS = [...formsIn(Object.values<Route>(wholeTable)).values()] as readonly FormName[];
