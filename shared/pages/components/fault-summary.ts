import { type Html, html } from "../html.ts";
import type { FormState } from "./form-state.ts";

/**
 * What to correct, first thing in `main`, each line a link to its field; nothing when nothing is wrong. The page also sets
 * `hasFaults` in `layout`. Focus moves here by `autofocus`, without a script. Where somebody else was faster the form is no longer there.
 */
export const faultSummary = ({ faults, words }: FormState, isFormShown = true): Html | false =>
  faults.length > 0 &&
  html`<section class="faults" aria-labelledby="faults" tabindex="-1" autofocus>
<h2 id="faults">${words.frame.form.faults}</h2>
<ul>
${faults.map(({ field, text }) => html`<li>${isFormShown ? html`<a href="#${field}">${text}</a>` : text}</li>`)}
</ul>
</section>`;
