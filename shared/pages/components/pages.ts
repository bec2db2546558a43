import type { Words } from "../../words/words.ts";
import { type Html, html } from "../html.ts";

export interface PagesModel {
  /** This list's path in the page's language, with the filters that are on: `/en/projekty?pool=L13`. */
  readonly href: string;
  /** The cursor of the next page, from the store; null at the end. */
  readonly next: string | null;
  /** Whether this is a page after the first. */
  readonly isLater: boolean;
}

const withCursor = (href: string, cursor: string): string =>
  `${href}${href.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}`;

/**
 * The way through a long list: on, and back to the start. Nothing for a list of one page.
 *
 *     pages(words, { href: link(frame, pathTo("projects")), next: found.next, isLater: query.cursor !== undefined })
 */
export const pages = (words: Words, { href, next, isLater }: PagesModel): Html | false => {
  const w = words.frame.pages;
  return (
    (next !== null || isLater) &&
    html`<nav class="pages" aria-label="${w.label}">
${isLater && html`<a href="${href}" rel="first">${w.first}</a>`}
${next !== null && html`<a href="${withCursor(href, next)}" rel="next">${w.next}</a>`}
</nav>`
  );
};
