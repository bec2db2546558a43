import { expect, test } from "vitest";
import { routes } from "../../functions/routes.ts";
import { matcher } from "../../shared/platform/match.ts";
import type { Route } from "../../shared/platform/route.ts";

test("every address of the table leads to its own row, whatever other rows there are", () => {
  const rows: Route[] = Object.values(routes);
  for (const order of [rows, rows.toReversed()]) {
    const match = matcher(order);
    for (const { key } of rows) {
      const [method = "", path = ""] = key.split(" ");
      const segments = path
        .slice(1)
        .split("/")
        .map((segment) => segment.replace(/^\{.*\}$/, "x~y"));
      const matched = match(method, segments);
      expect([key, matched.found && matched.match.row.key]).toEqual([key, key]);
    }
  }
});
