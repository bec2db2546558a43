import { pathTo } from "../../domain/addresses.ts";
import type { KeyPurpose } from "../../domain/cycle/cycle.ts";
import { fingerprint } from "../../domain/fingerprint.ts";
import { box } from "../components/boxes.ts";
import { radios } from "../components/choices.ts";
import { form, hidden } from "../components/form.ts";
import type { FormState } from "../components/form-state.ts";
import { summaryList } from "../components/summary-list.ts";
import { textArea, textField } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import { actButtons, actPage, type EditionRef, numberField } from "./act.ts";

export const keysView = (frame: Frame, state: FormState, edition: EditionRef): Html => {
  const w = frame.words.keys.public;
  return actPage(frame, edition, {
    title: w.title,
    state,
    body: html`<p>${w.lead}</p>
${form({
  action: link(frame, pathTo("editionKeys", { cycleId: edition.id })),
  body: html`${radios(state, {
    name: "purpose",
    label: w.purpose,
    options: [
      { value: "ballots", label: w.purposes.ballots },
      { value: "links", label: w.purposes.links },
    ],
  })}
${textArea(state, { name: "publicKey", label: w.field, hint: w.hint, rows: 4 })}
${actButtons(frame, edition, { submit: w.submit })}`,
})}`,
  });
};

interface KeyProofModel extends EditionRef {
  readonly purpose: KeyPurpose;
  readonly publicKey: string;
  readonly challenge: string;
}

/** The fingerprint to compare with the minutes: a key that was exchanged on its way shows here. And what only its holder reads. */
export const keyProofView = (
  frame: Frame,
  state: FormState,
  { purpose, publicKey, challenge, ...edition }: KeyProofModel,
): Html => {
  const { words } = frame;
  const w = words.keys.public;
  return actPage(frame, edition, {
    title: w.proofTitle,
    state,
    body: html`<p>${w.check}</p>
${summaryList(words, [
  { term: w.purpose, value: w.purposes[purpose] },
  { term: w.fingerprint, value: html`<code>${fingerprint(publicKey)}</code>` },
])}
<p>${w.prove}</p>
<p><code>npm run keys -- prove DIR ${challenge}</code></p>
${form({
  action: link(frame, pathTo("editionKeys", { cycleId: edition.id })),
  body: html`${hidden("purpose", purpose)}${hidden("publicKey", publicKey)}
${textField(state, { name: "proof", label: w.proof })}
${actButtons(frame, edition, { submit: w.confirm })}`,
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
