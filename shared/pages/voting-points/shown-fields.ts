import type { Fact } from "../../domain/voting/facts.ts";
import { checkbox } from "../components/choices.ts";
import type { FormState } from "../components/form-state.ts";
import { textField } from "../components/text-field.ts";
import type { Part } from "../html.ts";
import { LOOKS } from "../voting/asked-fields.ts";

/** What a clerk copies of a voter: the facts by which the roll finds them, and below an age that a guardian votes with them. */
export interface ShownModel {
  readonly facts: readonly Fact[];
  /** 0: in this edition nobody needs a guardian. */
  readonly guardianBelowAge: number;
}

/** One field for each fact, as somebody of the office fills it in. */
export const factFields = (state: FormState, facts: readonly Fact[]): Part[] =>
  facts.map((name) => {
    const { label, hint } = state.words.identity.data[name];
    // A browser would offer the clerk's own name.
    return textField(state, { name, label, hint, ...LOOKS[name], autocomplete: "off" });
  });

/** One field for each fact, and the guardian's declaration word for word; `guardian` says what the clerk ticks of it. */
export const shownFields = (
  state: FormState,
  { facts, guardianBelowAge }: ShownModel,
  guardian: (belowAge: number) => string,
): Part[] => {
  const { voting } = state.words;
  return [
    ...factFields(state, facts),
    guardianBelowAge > 0 &&
      checkbox(state, {
        name: "guardian",
        label: guardian(guardianBelowAge),
        hint: voting.guardian.declaration,
      }),
  ];
};
