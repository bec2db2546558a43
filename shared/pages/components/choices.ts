/**
 * One of a few (radios), some of a few (check boxes), one of many (select), one yes (a single check box).
 *
 *     radios(state, { name: "split", label: "Jak podzielić 3 punkty?", options: [{ value: "2-1", label: "…" }] })
 *     checkboxes(state, { name: "projects", label: "Wybierz do 3 projektów", isBoxed: true,
 *       options: [{ value: "prj_…", label: "Ławki w parku", hint: html`L13/08/XII · 12 000 zł` }] })
 *     select(state, { name: "district", label: "Dzielnica", options: [["L1", "Śródmieście"]] })
 *     checkbox(state, { name: "isResident", label: "Mieszkam w Katowicach" })
 */
import { attributes, type Html, html, type Part } from "../html.ts";
import { type FieldModel, wired } from "./field.ts";
import { chosenAt, type FormState } from "./form-state.ts";

interface Option {
  readonly value: string;
  readonly label: Part;
  /** Below the label, outside of it: may hold a link to more. */
  readonly hint?: Part;
}

export interface ChoicesModel extends FieldModel {
  readonly options: readonly Option[];
  readonly value?: string | readonly string[] | undefined;
  readonly isBoxed?: boolean;
}

const choice = (
  type: "radio" | "checkbox",
  model: Pick<ChoicesModel, "name" | "isBoxed">,
  option: Option,
  place: { id: string; isChosen: boolean },
): Html =>
  html`<div class="choice${model.isBoxed && " boxed"}">
<input${attributes({
    type,
    id: place.id,
    name: model.name,
    value: option.value,
    checked: place.isChosen,
    "aria-describedby": option.hint ? `${place.id}-more` : undefined,
  })}>
<div><label for="${place.id}">${option.label}</label>${option.hint && html`<span class="hint" id="${place.id}-more">${option.hint}</span>`}</div>
</div>`;

/** The first option carries the field's own id: the line of the summary leads to it. */
const group = (type: "radio" | "checkbox", state: FormState, model: ChoicesModel): Html => {
  const { id, describedBy, isFaulty, label, notes } = wired(state, model);
  const chosen = new Set(chosenAt(state, model.name, model.value));
  return html`<fieldset${attributes({ "aria-describedby": describedBy, class: isFaulty && "has-fault" })}>
<legend>${label}</legend>${notes}
${model.options.map((option, index) =>
  choice(type, model, option, {
    id: index === 0 ? id : `${id}-${index + 1}`,
    isChosen: chosen.has(option.value),
  }),
)}
</fieldset>`;
};

export const radios = (state: FormState, model: ChoicesModel): Html => group("radio", state, model);

export const checkboxes = (state: FormState, model: ChoicesModel): Html => group("checkbox", state, model);

/** A single sentence to agree to; it posts `yes`. */
export const checkbox = (state: FormState, model: FieldModel & { readonly isChecked?: boolean }): Html => {
  const { id, describedBy, isFaulty, label, notes } = wired(state, model);
  return html`<div class="field${isFaulty && " has-fault"}">${notes}
<div class="choice">
<input${attributes({
    type: "checkbox",
    id,
    name: model.name,
    value: "yes",
    checked: chosenAt(state, model.name, model.isChecked ? "yes" : undefined).includes("yes"),
    "aria-describedby": describedBy,
    "aria-invalid": isFaulty && "true",
  })}>
<div><label for="${id}">${label}</label></div>
</div>
</div>`;
};

interface SelectModel extends FieldModel {
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly value?: string | undefined;
  /** Words of the empty first option; false leaves it out. */
  readonly placeholder?: string | false;
}

export const select = (state: FormState, model: SelectModel): Html => {
  const { id, describedBy, isFaulty, label, notes } = wired(state, model);
  const [chosen] = chosenAt(state, model.name, model.value);
  const { placeholder = state.words.frame.form.choose } = model;
  return html`<div class="field${isFaulty && " has-fault"}">
<label for="${id}">${label}</label>${notes}
<select${attributes({ id, name: model.name, class: "w-26", "aria-describedby": describedBy, "aria-invalid": isFaulty && "true", autocomplete: "off" })}>
${placeholder !== false && html`<option value="">${placeholder}</option>`}
${model.options.map(([value, text]) => html`<option${attributes({ value, selected: value === chosen })}>${text}</option>`)}
</select>
</div>`;
};
