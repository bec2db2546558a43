import type { Words } from "../../words/words.ts";
import { type Html, html, type Part } from "../html.ts";

export interface SummaryRow {
  readonly term: string;
  readonly value: Part;
  /** Where the answer can be changed; the way back to this page is the target's matter. */
  readonly changeHref?: string;
}

/**
 * Terms and their values: the facts of a thing, or the answers before they are sent.
 *
 *     summaryList(words, [{ term: "Koszt", value: words.format.money(cost), changeHref: "/zglos/koszt" }])
 */
export const summaryList = (words: Words, rows: readonly SummaryRow[]): Html =>
  html`<dl class="summary">
${rows.map(
  ({ term, value, changeHref }) => html`<div>
<dt>${term}</dt><dd>${value}</dd>
${changeHref !== undefined && html`<dd><a href="${changeHref}">${words.frame.form.change}<span class="hidden">: ${term}</span></a></dd>`}
</div>`,
)}
</dl>`;
