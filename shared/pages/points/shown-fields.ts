import type { Fact } from "../../domain/voting/facts.ts";
import type { FormState } from "../components/form-state.ts";
import { textField } from "../components/text-field.ts";
import type { Html } from "../html.ts";
import { LOOKS } from "../voting/asked-fields.ts";

/** What a clerk copies of a voter: the facts by which the roll finds them. */
export interface ShownModel {
  readonly facts: readonly Fact[];
}

/** One field for each fact. */
export const shownFields = (state: FormState, { facts }: ShownModel): Html[] =>
  facts.map((name) => {
    const { label, hint } = state.words.identity.data[name];
    // A browser would offer the clerk's own name.
    return textField(state, { name, label, hint, ...LOOKS[name], autocomplete: "off" });
  });
