import type { Html } from "../html.ts";
import { checkbox, checkboxes, radios, select } from "./choices.ts";
import type { FieldKind } from "./field-kind.ts";
import type { FormState } from "./form-state.ts";
import { type TextModel, textArea, textField } from "./text-field.ts";

/** What an option is called, and where that is not enough what it means. */
export type OptionText = string | readonly [text: string, hint: string];
export type Choice = readonly [value: string, text: OptionText];

interface TypedField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional: boolean;
  /** What can be chosen, in the order in which it is shown. */
  readonly options?: readonly Choice[] | undefined;
  /** What a list says for no choice. */
  readonly none?: string;
}

/** So many choices are seen at once; more of them are a list. */
const RADIOS = 6;

/** Keyboard and width of a line, by what is typed into it. */
const LINES: { readonly [K in FieldKind]?: Pick<TextModel, "kind" | "width"> } = {
  number: { kind: "digits", width: 11 },
  date: { kind: "date", width: 11 },
  moment: { kind: "datetime", width: 20 },
  email: { kind: "email" },
};

/** A field by its kind. */
export const typedField = (state: FormState, { kind, options, none, ...field }: TypedField): Html => {
  if (kind === "yes") return checkbox(state, { ...field, isOptional: false });
  const isMarked = field.isOptional && none === undefined;
  const marked = { ...field, isOptional: isMarked };
  if (options) {
    const choices = options.map(([value, text]) => {
      const [label, hint] = typeof text === "string" ? [text] : text;
      return { value, label, hint };
    });
    if (kind === "some") return checkboxes(state, { ...marked, options: choices });
    const areFew = options.length <= RADIOS && !field.isOptional;
    if (areFew && kind === "one") return radios(state, { ...marked, options: choices });
    const texts = choices.map(({ value, label }) => [value, label] as const);
    return select(state, { ...marked, options: texts, ...(none !== undefined && { placeholder: none }) });
  }
  if (kind === "text" || kind === "lines") return textArea(state, marked);
  return textField(state, { ...marked, ...LINES[kind] });
};
