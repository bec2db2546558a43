import { COUNTRIES } from "../../domain/countries.ts";
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

const PART_LOOKS: Readonly<Record<string, Look>> = {
  "document-number": { kind: "text", width: 20 },
  "address-street": { kind: "text", autocomplete: "address-line1" },
  "address-house": { kind: "text", width: 4 },
  "address-flat": { kind: "text", width: 4 },
};

/** Countries by name, in the reader's order. */
const countries = (language: string): (readonly [value: string, text: string])[] => {
  const names = new Intl.DisplayNames(language, { type: "region" });
  const { compare } = new Intl.Collator(language);
  return COUNTRIES.map((code) => [code, names.of(code) ?? code] as const).toSorted(([, one], [, other]) =>
    compare(one, other),
  );
};

/** The fields of a fact that is typed in parts; what is said of the fact stands at the last. */
export const partFields = (
  state: FormState,
  fact: "document" | "address",
  { hint, autocomplete }: { readonly hint: string; readonly autocomplete?: string },
): Html[] => {
  const { parts, documentKinds } = state.words.identity;
  const fields = Object.entries(parts).filter(([name]) => name.startsWith(`${fact}-`));
  return fields.map(([name, { label, hint: own }], index) => {
    const field = { name, label, hint: [own, index === fields.length - 1 && hint].filter(Boolean).join(" ") };
    if (name === "document-country")
      return select(state, { ...field, options: countries(state.words.language) });
    if (name === "document-kind") return select(state, { ...field, options: Object.entries(documentKinds) });
    return textField(state, { ...field, ...PART_LOOKS[name], ...(autocomplete && { autocomplete }) });
  });
};

/** One field for each thing that a way of identity asks for: how it is written, why it is asked, and until when it is kept. */
export const askedFields = (
  state: FormState,
  asks: readonly Asked[],
  {
    districts = [],
    inParts = false,
  }: {
    readonly districts?: readonly (readonly [value: string, text: string])[];
    /** An alternative's form: an address is asked for in parts there. */
    readonly inParts?: boolean;
  } = {},
): Html[] =>
  asks.flatMap(({ datum, purpose, kept }) => {
    const w = state.words.identity;
    const { label, hint } = w.data[datum];
    const field = {
      name: datum,
      label,
      hint: [hint, w.purposes[purpose], w.kept(kept)].filter(Boolean).join(" "),
    };
    if (datum === "document" || (datum === "address" && inParts))
      return partFields(state, datum, {
        hint: [w.purposes[purpose], w.kept(kept)].join(" "),
        ...(datum === "document" && { autocomplete: "off" }),
      });
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
