import { pathTo } from "../../domain/addresses.ts";
import { box } from "../components/boxes.ts";
import { button, form, hidden } from "../components/form.ts";
import type { FormState } from "../components/form-state.ts";
import { summaryList } from "../components/summary-list.ts";
import { textArea } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import { actButtons, actPage, type EditionRef, numberField } from "./act.ts";

/** The field for `public.json`; a new edition asks for it too. */
export const keysField = (state: FormState, isOptional = false): Html => {
  const w = state.words.keys.public;
  return textArea(state, { name: "keys", label: w.field, hint: w.hint, rows: 4, isOptional });
};

export const keysView = (frame: Frame, state: FormState, edition: EditionRef): Html => {
  const w = frame.words.keys.public;
  return actPage(frame, edition, {
    title: w.title,
    state,
    body: html`<p>${w.lead}</p>
${form({
  action: link(frame, pathTo("editionKeys", { cycleId: edition.id })),
  body: html`${keysField(state)}
${actButtons(frame, edition, { submit: w.submit })}`,
})}`,
  });
};

interface KeysCheckModel extends EditionRef {
  /** The file as it was pasted; it travels on to the confirmation. */
  readonly pasted: string;
  readonly fingerprints: { readonly ballots: string; readonly links: string };
}

/** The fingerprints to compare with the minutes: a key that was exchanged on its way shows here. */
export const keysCheckView = (frame: Frame, state: FormState, model: KeysCheckModel): Html => {
  const { words } = frame;
  const w = words.keys.public;
  const { ballots, links } = model.fingerprints;
  return actPage(frame, model, {
    title: w.checkTitle,
    state,
    body: html`<p>${w.check}</p>
${summaryList(words, [
  { term: w.ballots, value: html`<code>${ballots}</code>` },
  { term: w.links, value: html`<code>${links}</code>` },
])}
${form({
  action: link(frame, pathTo("editionKeys", { cycleId: model.id })),
  body: html`${hidden("keys", model.pasted)}
${button({ text: w.confirm, name: "confirmed", value: "yes" })}${button({ text: words.actForm.fix, kind: "second", name: "confirmed", value: "no" })}`,
})}`,
  });
};

export const countKeyView = (frame: Frame, state: FormState, edition: EditionRef): Html => {
  const w = frame.words.keys.private;
  return actPage(frame, edition, {
    title: w.title,
    state,
    body: html`${box({ tone: "warn", body: html`<p>${w.consequence}</p>` })}
${form({
  action: link(frame, pathTo("editionCountKey", { cycleId: edition.id })),
  body: html`${textArea(state, { name: "privateKey", label: w.field, rows: 4 })}
${numberField(state, edition)}
${actButtons(frame, edition, { submit: w.submit })}`,
})}`,
  });
};
