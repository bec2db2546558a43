import { type Html, html } from "../html.ts";
import type { FormState } from "./form-state.ts";

/**
 * What to correct, first thing in `main`, each line a link to its field; nothing when nothing is wrong. The page also sets
 * `hasFaults` in `layout`. Focus moves here by `autofocus`, without a script.
 */
export const faultSummary = ({ faults, words }: FormState): Html | false =>
  faults.length > 0 &&
  html`<section class="faults" aria-labelledby="faults" tabindex="-1" autofocus>
<h2 id="faults">${words.frame.form.faults}</h2>
<ul>
${faults.map(({ field, text }) => html`<li><a href="#${field}">${text}</a></li>`)}
</ul>
</section>`;
