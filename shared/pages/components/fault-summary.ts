import { type Html, html, raw } from "../html.ts";
import type { FormState } from "./form-state.ts";

const UNNAMED = raw(" data-unnamed");

/**
 * What to correct, first thing in `main`, each line a link to its field; nothing when nothing is wrong. The page also sets
 * `hasFaults` in `layout`. Focus moves here by `autofocus`, without a script. Where somebody else was faster the form is no longer there.
 */
export const faultSummary = ({ faults, words }: FormState, isFormShown = true): Html | false =>
  faults.length > 0 &&
  html`<section class="faults" aria-labelledby="faults" tabindex="-1" autofocus>
<h2 id="faults">${words.frame.form.faults}</h2>
<ul>
${faults.map(({ field, text, isGeneral }) => html`<li>${isFormShown ? html`<a href="#${field}"${isGeneral && UNNAMED}>${text}</a>` : text}</li>`)}
</ul>
</section>`;

/** A fault at its field, which carries the field's label for the summary. */
const AT_FIELD = /(<span class="fault" id="([^"]+)-fault") data-label="([^"]*)"/g;

/**
 * The page's body with labels before general sentences of the summary („Tytuł: To pole jest wymagane.”): the summary is drawn before the fields
 * that know them.
 */
export const withLabels = (body: Html): Html => {
  const labels = new Map([...body.text.matchAll(AT_FIELD)].map(([, , id, label]) => [id, label]));
  const text = body.text
    .replace(AT_FIELD, "$1")
    .replace(/(<a href="#([^"]+)") data-unnamed>/g, (_, link: string, id: string) => {
      const label = labels.get(id);
      return label === undefined ? `${link}>` : `${link}>${label}: `;
    });
  return raw(text);
};
