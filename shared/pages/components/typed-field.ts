import type { Html } from "../html.ts";
import { checkbox, checkboxes, radios, select } from "./choices.ts";
import type { FieldKind } from "./field-kind.ts";
import type { FormState } from "./form-state.ts";
import { textArea, textField } from "./text-field.ts";

interface TypedField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional: boolean;
  /** What can be chosen, in the order in which it is shown. */
  readonly options?: readonly (readonly [value: string, text: string])[] | undefined;
  /** What a list says for no choice. */
  readonly none?: string;
}

/** So many choices are seen at once; more of them are a list. */
const RADIOS = 6;

const TEXT_KINDS = { number: "digits", moment: "datetime", date: "date", email: "email" } as const;

/** A field by its kind. */
export const typedField = (state: FormState, { kind, options, none, ...field }: TypedField): Html => {
  if (kind === "yes") return checkbox(state, { ...field, isOptional: false });
  const isMarked = field.isOptional && none === undefined;
  const marked = { ...field, isOptional: isMarked };
  if (options) {
    const choices = options.map(([value, label]) => ({ value, label }));
    if (kind === "some") return checkboxes(state, { ...marked, options: choices });
    const areFew = options.length <= RADIOS && !field.isOptional;
    if (areFew && kind === "one") return radios(state, { ...marked, options: choices });
    return select(state, { ...marked, options, ...(none !== undefined && { placeholder: none }) });
  }
  if (kind === "text" || kind === "lines") return textArea(state, marked);
  const isKnown = kind in TEXT_KINDS;
  const width = kind === "number" || kind === "date" ? { width: 11 as const } : {};
  return textField(state, {
    ...marked,
    ...width,
    ...(isKnown && { kind: TEXT_KINDS[kind as keyof typeof TEXT_KINDS] }),
  });
};
