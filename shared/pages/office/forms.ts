import { pathTo } from "../../domain/addresses.ts";
import { type FormCounts, OTHER_FIELD, sumOfCounts, worstFields } from "../../domain/form-counts.ts";
import { type LocalDate, startOfDay } from "../../domain/time.ts";
import { form } from "../components/form.ts";
import { formState } from "../components/form-state.ts";
import { table } from "../components/table.ts";
import { textField } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";

interface FormsModel {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly forms: readonly {
    readonly name: string;
    readonly days: readonly (FormCounts & { readonly day: LocalDate })[];
  }[];
}

/** So many fields of a day stand in its row. */
const WORST = 3;

/** How often residents' forms were opened, sent, and sent in vain, and which fields were in the way. */
export const formsView = (frame: Frame, { from, to, forms }: FormsModel): Html => {
  const { words } = frame;
  const w = words.forms;
  const { number, shortDay } = words.format;
  const state = formState(words, { typed: { from, to } });
  const fieldsOf = (counts: FormCounts): string =>
    worstFields(counts, WORST)
      .map(([name, count]) => w.field(name === OTHER_FIELD ? w.other : name, count))
      .join(", ") || "–";
  const rowOf = (head: string, counts: FormCounts): string[] => [
    head,
    counts.started === 0 ? "–" : number(counts.started),
    number(counts.finished),
    number(counts.failed),
    fieldsOf(counts),
  ];
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    back: { href: link(frame, pathTo("office")), text: words.office.home.title },
    body: html`<h1>${w.title}</h1>
<p>${w.about}</p>
${form({
  action: link(frame, pathTo("forms")),
  method: "get",
  body: html`${textField(state, { name: "from", label: w.from, kind: "date" })}${textField(state, { name: "to", label: w.to, kind: "date" })}`,
  submit: w.show,
})}
${forms.length === 0 && html`<p>${w.none}</p>`}
${forms.map(
  ({ name, days }) => html`<h2>${name}</h2>
${table(words, {
  caption: w.caption(name),
  columns: [
    { head: w.columns.day, isRowHead: true },
    { head: w.columns.started, isNumber: true },
    { head: w.columns.finished, isNumber: true },
    { head: w.columns.failed, isNumber: true },
    { head: w.columns.fields },
  ],
  rows: [
    rowOf(w.together, sumOfCounts(days)),
    ...days.toReversed().map((one) => rowOf(shortDay(startOfDay(one.day)), one)),
  ],
})}`,
)}`,
  });
};
