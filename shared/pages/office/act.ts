/** What every page that acts on an edition has: the way back, the reason, the number to type, two buttons named by the act. */

import { pathTo } from "../../domain/addresses.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { type ButtonKind, button, buttonLink } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { textArea, textField } from "../components/text-field.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";

export interface EditionRef {
  readonly id: string;
  readonly name: string;
  readonly edition: string;
}

interface ActParts {
  readonly title: string;
  readonly state: FormState;
  readonly body: Part;
}

export const actPage = (
  frame: Frame,
  { id, name, edition }: EditionRef,
  { title, state, body }: ActParts,
): Html =>
  layout(frame, {
    title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: {
      href: link(frame, pathTo("edition", { cycleId: id })),
      text: `${name}, ${frame.words.editions.edition(edition)}`,
    },
    body: html`${faultSummary(state)}
<h1>${title}</h1>
${body}`,
  });

export const reasonField = (state: FormState): Html => {
  const w = state.words.actForm;
  return textArea(state, { name: "reason", label: w.reason, hint: w.reasonHint, rows: 3 });
};

/** For what cannot be undone: a slip of the hand does not type a number. */
export const numberField = (state: FormState, { edition }: EditionRef): Html => {
  const w = state.words.actForm;
  return textField(state, { name: "number", label: w.number(edition), hint: w.numberHint, width: 11 });
};

interface ButtonsModel {
  readonly submit: string;
  readonly kind?: ButtonKind;
}

export const actButtons = (frame: Frame, { id }: EditionRef, { submit, kind }: ButtonsModel): Html =>
  html`${button({ text: submit, ...(kind && { kind }) })}${buttonLink({
    href: link(frame, pathTo("edition", { cycleId: id })),
    text: frame.words.actForm.keep,
    kind: "second",
  })}`;
