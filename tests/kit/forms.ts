import { routes } from "../../functions/routes.ts";
import type { Place } from "./place.ts";
import { postFormsOf, sendingsOf, visitor } from "./visitor.ts";
import { leadTo, type SeenPage, type Walker } from "./walk.ts";

/** Forms by which somebody is signed out; `tests/api/staff-sign-in.test.ts` sends them. */
const ENDS_A_SESSION: ReadonlySet<string> = new Set(["postSignOut", "postOfficePersonSignOut"]);

/**
 * Sends every form of these pages as it stands, by each of its buttons, and yields the page that comes of it: what is empty is found faulty,
 * what needs no more is done. The city is another one afterwards.
 */
export async function* everyAnswer(
  place: Place,
  walkers: readonly Walker[],
  pages: readonly SeenPage[],
): AsyncGenerator<SeenPage> {
  for (const { walker, html } of pages)
    for (const { action, fields } of postFormsOf(html).flatMap(sendingsOf)) {
      const { row, language } = leadTo("POST", action);
      // What ends a session ends it for every form after.
      if (row === undefined || ENDS_A_SESSION.has(row)) continue;
      const browser = visitor(place, walkers.find(({ name }) => name === walker)?.cookie);
      const { status, path, text, headers } = await browser.post(action, fields);
      const isHtml = headers.get("content-type")?.startsWith("text/html") ?? false;
      const seen = { walker, row, route: routes[row], language, path, status, leads: [] };
      yield { ...seen, html: isHtml ? text : "" };
    }
}
