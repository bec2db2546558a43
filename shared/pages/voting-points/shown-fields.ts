import type { Fact } from "../../domain/voting/facts.ts";
import { checkbox } from "../components/choices.ts";
import type { FormState } from "../components/form-state.ts";
import { textField } from "../components/text-field.ts";
import { html, type Part } from "../html.ts";
import { LOOKS, partFields } from "../voting/asked-fields.ts";

/** What a clerk copies of a voter: the facts by which the roll finds them, and below an age that a guardian votes with them. */
export interface ShownModel {
  readonly facts: readonly Fact[];
  /** Those of who cannot be found by these. */
  readonly further: readonly Fact[];
  /** 0: in this edition nobody needs a guardian. */
  readonly guardianBelowAge: number;
}

/** One field for each fact, as somebody of the office fills it in. */
export const factFields = (state: FormState, facts: readonly Fact[]): Part[] =>
  facts.map((name) => {
    const { label, hint } = state.words.identity.data[name];
    if (name === "document") return partFields(state, name, { hint: "", autocomplete: "off" });
    // A browser would offer the clerk's own name.
    return textField(state, { name, label, hint, ...LOOKS[name], autocomplete: "off" });
  });

const furtherFields = (state: FormState, facts: readonly Fact[]): Part[] =>
  facts.flatMap((name) =>
    name === "address"
      ? partFields(state, name, { hint: "", autocomplete: "off" })
      : factFields(state, [name]),
  );

/** One field for each fact, and the guardian's declaration word for word; `guardian` says what the clerk ticks of it. */
export const shownFields = (
  state: FormState,
  { facts, further, guardianBelowAge }: ShownModel,
  guardian: (belowAge: number) => string,
): Part[] => {
  const { voting, identity } = state.words;
  const { without, hint } = identity.atPoint;
  const isOpen = further.some((fact) =>
    Object.keys(state.typed).some((name) => name.startsWith(fact) && state.typed[name]),
  );
  return [
    ...factFields(state, facts),
    further.length > 0 &&
      html`<details${isOpen && " open"}><summary>${without}</summary><p>${hint}</p>${furtherFields(state, further)}</details>`,
    guardianBelowAge > 0 &&
      checkbox(state, {
        name: "guardian",
        label: guardian(guardianBelowAge),
        hint: voting.guardian.declaration,
      }),
  ];
};
