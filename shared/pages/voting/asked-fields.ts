import type { Localised } from "../../domain/localised.ts";
import type { Asked, Datum, Way } from "../../domain/voting/identity-policy.ts";
import { inLanguage } from "../../words/fallback.ts";
import { select } from "../components/choices.ts";
import type { FormState } from "../components/form-state.ts";
import { type TextModel, textField } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";

type Look = Pick<TextModel, "kind" | "width" | "autocomplete">;

export const LOOKS: Readonly<Record<Datum, Look>> = {
  pesel: { kind: "digits", width: 11 },
  // A browser would offer the voter's own name.
  mothersMaidenName: { kind: "name", width: 20, autocomplete: "off" },
  firstName: { kind: "name", width: 20, autocomplete: "given-name" },
  surname: { kind: "name", width: 20, autocomplete: "family-name" },
  address: { kind: "text", autocomplete: "street-address" },
  birthDate: { kind: "text", width: 20, autocomplete: "bday" },
  peselLast4: { kind: "digits", width: 4 },
  email: { kind: "email" },
  phone: { kind: "phone", width: 20 },
  district: {},
  document: {},
  signature: {},
  guardianStatement: {},
};

/** One field for each thing that a way of identity asks for: how it is written, why it is asked, and until when it is kept. */
export const askedFields = (
  state: FormState,
  asks: readonly Asked[],
  districts: readonly (readonly [value: string, text: string])[] = [],
): Html[] =>
  asks.map(({ datum, purpose, kept }) => {
    const w = state.words.identity;
    const { label, hint } = w.data[datum];
    const field = {
      name: datum,
      label,
      hint: [hint, w.purposes[purpose], w.kept(kept)].filter(Boolean).join(" "),
    };
    return datum === "district"
      ? select(state, { ...field, options: districts })
      : textField(state, { ...field, ...LOOKS[datum] });
  });

/** A way that has no form of the resident's own: what it asks for, why, until when each is kept, and on what basis. */
export const wayNotice = (state: Pick<FormState, "words">, { asks, basis }: Way): Html => {
  const w = state.words.identity;
  return html`<ul>${asks.map(
    ({ datum, purpose, kept }) =>
      html`<li>${w.data[datum].label}. ${w.purposes[purpose]} ${w.kept(kept)}</li>`,
  )}</ul>
${basisLine(state, basis)}`;
};

/** What the asking rests on in law, in the reader's language. */
export const basisLine = ({ words }: Pick<FormState, "words">, basis: Localised): Html =>
  html`<p class="quiet">${words.identity.basis} ${inLanguage(basis, words.language)}.</p>`;
