import { box } from "../components/boxes.ts";
import { form } from "../components/form.ts";
import type { FormState } from "../components/form-state.ts";
import { table } from "../components/table.ts";
import { textArea } from "../components/text-field.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import { actButtons, actPage, type EditionRef } from "./act.ts";
import { editionPath } from "./paths.ts";

export interface FaultyRows {
  readonly rows: readonly { readonly line: number; readonly text: string }[];
  readonly total: number;
}

const SHOWN = 50;

const faultyRows = ({ words }: Frame, { rows, total }: FaultyRows): Part => {
  const w = words.deskActs.spis;
  const { number } = words.format;
  return html`${table(words, {
    caption: w.rows,
    columns: [{ head: w.rows, isRowHead: true }, { head: words.office.log.columns.why }],
    rows: rows.slice(0, SHOWN).map(({ line, text }) => [w.row(number(line)), text]),
  })}
${total > SHOWN && html`<p>${w.more(number(total))}</p>`}`;
};

/** The roll, pasted. It never comes back to the page: it is full of personal data, and a corrected file is pasted anew. */
export const rollView = (
  frame: Frame,
  state: FormState,
  edition: EditionRef,
  faulty?: FaultyRows | undefined,
): Html => {
  const w = frame.words.deskActs.spis;
  return actPage(frame, edition, {
    title: w.title,
    state,
    body: html`${faulty && faultyRows(frame, faulty)}
${box({ tone: "info", body: html`<p>${w.lead}</p>` })}
${form({
  action: link(frame, editionPath(edition.id, "spis")),
  body: html`${textArea(state, { name: "roll", label: w.field, hint: state.faults.length > 0 ? `${w.hint} ${w.notShown}` : w.hint, rows: 10 })}
${actButtons(frame, edition, { submit: w.submit })}`,
})}`,
  });
};
