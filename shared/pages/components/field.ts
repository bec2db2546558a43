import { type Html, html, type Part } from "../html.ts";
import { type FormState, faultAt, fieldId, offerAt, offerName } from "./form-state.ts";

/** What each field has. Required fields carry no mark; an optional one says so. */
export interface FieldModel {
  readonly name: string;
  readonly label: string;
  /** Why it is asked for, how it is written, until when it is kept. */
  readonly hint?: Part;
  readonly isOptional?: boolean;
  /** The label is the question of the page: its h1. */
  readonly isHeading?: boolean;
}

interface Wiring {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly isFaulty: true | undefined;
  readonly label: Html;
  /** Hint and fault, to stand between label and control. */
  readonly notes: Html;
}

/** Ids and notes that tie label, hint, fault and control together. */
export const wired = (state: FormState, { name, label, hint, isOptional, isHeading }: FieldModel): Wiring => {
  const id = fieldId(name);
  const fault = faultAt(state, name);
  const offer = offerAt(state, name);
  const w = state.words.frame.form;
  const text = html`${label}${isOptional && html` <span class="quiet">${w.optional}</span>`}`;
  return {
    id,
    describedBy: [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ") || undefined,
    isFaulty: fault === undefined ? undefined : true,
    label: isHeading ? html`<h1>${text}</h1>` : text,
    notes: html`${hint && html`<span class="hint" id="${id}-hint">${hint}</span>`}${
      fault &&
      html`<span class="fault" id="${id}-fault" data-label="${label}"><span class="hidden">${w.fault}</span> ${fault}</span>`
    }${
      offer &&
      html`<button class="button second" type="submit" name="${offerName(offer)}" value="${offer.value}">${offer.text}</button>`
    }`,
  };
};
