/**
 * Text, number, e-mail, phone, code, date: one line; text of several lines; and a file.
 *
 *     textField(state, { name: "email", label: "Adres e-mail", kind: "email" })
 *     textField(state, { name: "pesel", label: "PESEL", kind: "digits", width: 11, hint: "Usuniemy go do 23 grudnia 2027." })
 *     textArea(state, { name: "reason", label: "Uzasadnienie", rows: 6, isOptional: true })
 */
import { type Attributes, attributes, type Html, html } from "../html.ts";
import { type FieldModel, wired } from "./field.ts";
import { type FormState, typedAt } from "./form-state.ts";

type TextKind =
  | "text"
  | "email"
  | "phone"
  | "digits"
  | "amount"
  | "one-time-code"
  | "name"
  | "search"
  | "date"
  | "datetime";

/** `type`, keyboard and autocomplete for what is asked. Never `number`: it drops what it cannot read, and wheels change it. */
const KINDS: Readonly<Record<TextKind, Attributes>> = {
  text: { type: "text", autocomplete: "off" },
  email: { type: "email", autocomplete: "email", spellcheck: "false", autocapitalize: "none" },
  phone: { type: "tel", autocomplete: "tel", inputmode: "tel" },
  digits: { type: "text", autocomplete: "off", inputmode: "numeric", spellcheck: "false" },
  amount: { type: "text", autocomplete: "off", inputmode: "decimal", spellcheck: "false" },
  "one-time-code": {
    type: "text",
    autocomplete: "one-time-code",
    inputmode: "numeric",
    class: "code",
    spellcheck: "false",
  },
  name: { type: "text", autocomplete: "name", spellcheck: "false" },
  search: { type: "search", autocomplete: "off" },
  date: { type: "date", autocomplete: "off" },
  datetime: { type: "datetime-local", autocomplete: "off" },
};

export interface TextModel extends FieldModel {
  readonly kind?: TextKind;
  readonly value?: string | number | undefined;
  /** About how many characters are expected; the box is as wide. */
  readonly width?: 4 | 11 | 20;
  /** Unit after the box: `zł`. */
  readonly unit?: string;
  /** Another token of HTML's autocomplete, `given-name`. */
  readonly autocomplete?: string;
}

export const textField = (state: FormState, model: TextModel): Html => {
  const { id, describedBy, isFaulty, label, notes } = wired(state, model);
  const kind = KINDS[model.kind ?? "text"];
  const input = html`<input${attributes({
    ...kind,
    ...(model.autocomplete && { autocomplete: model.autocomplete }),
    id,
    name: model.name,
    value: typedAt(state, model.name, model.value),
    class: [kind.class, model.width && `w-${model.width}`].filter(Boolean).join(" ") || undefined,
    "aria-describedby": describedBy,
    "aria-invalid": isFaulty && "true",
  })}>`;
  return html`<div class="field${isFaulty && " has-fault"}">
<label for="${id}">${label}</label>${notes}
${model.unit ? html`<span class="with-unit">${input}<span>${model.unit}</span></span>` : input}
</div>`;
};

interface TextAreaModel extends FieldModel {
  readonly value?: string | undefined;
  readonly rows?: number;
}

export const textArea = (state: FormState, model: TextAreaModel): Html => {
  const { id, describedBy, isFaulty, label, notes } = wired(state, model);
  // HTML drops a line break right after the tag: ours is dropped, and one that was typed stays.
  return html`<div class="field${isFaulty && " has-fault"}">
<label for="${id}">${label}</label>${notes}
<textarea${attributes({
    id,
    name: model.name,
    rows: model.rows ?? 5,
    "aria-describedby": describedBy,
    "aria-invalid": isFaulty && "true",
  })}>
${typedAt(state, model.name, model.value)}</textarea>
</div>`;
};

interface FileModel extends FieldModel {
  /** Types of files that the browser offers first. */
  readonly accept?: string;
}

export const fileField = (state: FormState, model: FileModel): Html => {
  const { id, describedBy, isFaulty, label, notes } = wired(state, model);
  return html`<div class="field${isFaulty && " has-fault"}">
<label for="${id}">${label}</label>${notes}
<input${attributes({
    id,
    name: model.name,
    type: "file",
    accept: model.accept,
    required: !model.isOptional,
    "aria-describedby": describedBy,
    "aria-invalid": isFaulty && "true",
  })}></div>`;
};
