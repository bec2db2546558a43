import type { HttpEvent } from "./http.ts";
import type { Route } from "./route.ts";

const pathIn = ({ key }: Route): string => key.slice(key.indexOf(" ") + 1);

/** Whether a row takes a form that residents fill in. */
export const isCounted = ({ page, key, who }: Route): boolean =>
  page === true && key.startsWith("POST ") && !key.startsWith("POST /urzad/") && !who.by.startsWith("staff-");

/** The forms that residents fill in: by the path of the page, the name of the row that takes what it sends. */
export const formsIn = (rows: readonly Route[]): ReadonlyMap<string, string> =>
  new Map(rows.filter(isCounted).map((row) => [pathIn(row), row.name ?? row.key]));

/** The form that a row opens or takes. */
export const formOf = (row: Route, forms: ReadonlyMap<string, string>): string | undefined =>
  forms.get(pathIn(row));

const ROBOTS = ["bot", "crawl", "spider", "preview", "headless"];

/** Whether a person sees the answer, as far as the request says: no check without a body, no fetch ahead, no robot. */
export const isSeen = ({ headers, requestContext: { http } }: HttpEvent): boolean => {
  const purpose = headers["sec-purpose"] ?? headers.purpose ?? headers["x-moz"] ?? "";
  const agent = headers["user-agent"]?.toLowerCase() ?? "";
  return http.method !== "HEAD" && purpose === "" && !ROBOTS.some((name) => agent.includes(name));
};
