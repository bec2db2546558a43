import type { Grosze } from "../../domain/money.ts";
import type { Words } from "../../words/words.ts";
import { type Html, html } from "../html.ts";

interface MoneyBarModel {
  readonly wholeGrosze: Grosze;
  /** In the order in which they were bought. */
  readonly pieces: readonly { readonly name: string; readonly amountGrosze: Grosze }[];
}

const WIDTH = 1000;
const GAP = 3;

/**
 * How a pool is spent: a segment a winner, what is left in the ground's shade, and the same in words under it.
 * Neighbours differ in lightness and by a gap, so that the picture holds without colour.
 *
 *     moneyBar(words, { wholeGrosze: pool.amountGrosze, pieces: winners.map((w) => ({ name: w.title, amountGrosze: w.costGrosze })) })
 */
export const moneyBar = (words: Words, { wholeGrosze, pieces }: MoneyBarModel): Html => {
  const { money } = words.frame;
  const spent = pieces.reduce((sum, { amountGrosze }) => sum + amountGrosze, 0);
  const scale = WIDTH / Math.max(1, wholeGrosze, spent);
  let start = 0;
  const segments = pieces.map(({ amountGrosze }, index) => {
    const x = start;
    start += amountGrosze * scale;
    return html`<rect class="${index % 2 === 0 ? "a" : "b"}" x="${x.toFixed(1)}" width="${Math.max(1, start - x - GAP).toFixed(1)}" height="32"/>`;
  });
  const caption = money.caption(words.format.shortMoney(wholeGrosze));
  const left = Math.max(0, wholeGrosze - spent);
  return html`<figure>
<svg class="bars" viewBox="0 0 ${WIDTH} 32" preserveAspectRatio="none" role="img" aria-label="${caption}">
<rect class="left" width="${WIDTH}" height="32"/>${segments}
</svg>
<figcaption>${caption}</figcaption>
<ol>
${pieces.map(({ name, amountGrosze }) => html`<li>${name}: ${words.format.money(amountGrosze)}</li>`)}
</ol>
<p>${money.left}: <strong>${words.format.money(left)}</strong></p>
</figure>`;
};

/** A thin bar beside a number in a table; the number says all, so the bar is silent. */
export const shareBar = (value: number, most: number): Html =>
  html`<svg class="bars thin" viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none" aria-hidden="true"><rect class="a" width="${(
    (WIDTH * value) / Math.max(1, most)
  ).toFixed(1)}" height="10"/></svg>`;
