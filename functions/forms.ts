import { formsIn } from "../shared/platform/form-counts.ts";
import { type Route, routes } from "./routes.ts";

type Routes = typeof routes;

/** The forms that residents fill in, by the rows that take them: pages outside of the office that are posted. */
export type FormName = {
  [N in keyof Routes]: Routes[N]["key"] extends `POST /v1/${string}` | `POST /urzad/${string}`
    ? never
    : Routes[N]["key"] extends `POST ${string}`
      ? N
      : never;
}[keyof Routes];

export const FORMS = [...formsIn(Object.values<Route>(routes)).values()] as readonly FormName[];
