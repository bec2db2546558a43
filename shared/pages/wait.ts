import { form, hidden } from "./components/form.ts";
import { type Html, html } from "./html.ts";
import { type Frame, link } from "./layout.ts";

interface WaitModel {
  /** Where the form was sent, without a language. */
  readonly action: string;
  readonly seconds: number;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** Too many came from one place: a short wait, and the same form once more with all that was typed. */
export const waitView = (frame: Frame, { action, seconds, fields }: WaitModel): Html => {
  const w = frame.words.frame.wait;
  return html`<p><strong>${w.lead(seconds)}</strong> ${w.kept} ${w.why}</p>
${form({
  action: link(frame, action),
  body: fields.map(([name, value]) => hidden(name, value)),
  submit: w.again,
})}`;
};
