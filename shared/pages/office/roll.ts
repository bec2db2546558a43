import { pathTo } from "../../domain/addresses.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import { box } from "../components/boxes.ts";
import { form } from "../components/form.ts";
import type { FormState } from "../components/form-state.ts";
import { summaryList } from "../components/summary-list.ts";
import { table } from "../components/table.ts";
import { textArea } from "../components/text-field.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import { actButtons, actPage, type EditionRef } from "./act.ts";

interface FaultyRows {
  readonly rows: readonly { readonly line: number; readonly text: string }[];
  readonly total: number;
}

const SHOWN = 50;

const faultyRows = ({ words }: Frame, { rows, total }: FaultyRows): Part => {
  const w = words.rollImport;
  const { number } = words.format;
  return html`${table(words, {
    caption: w.rows,
    columns: [{ head: w.rows, isRowHead: true }, { head: words.office.log.columns.why }],
    rows: rows.slice(0, SHOWN).map(({ line, text }) => [w.row(number(line)), text]),
  })}
${total > SHOWN && html`<p>${w.more(number(total))}</p>`}`;
};

interface RollModel {
  readonly roll: Cycle["roll"];
  /** The columns of the edition's roll file. */
  readonly columns: readonly string[];
  readonly mayImport: boolean;
  readonly faulty: FaultyRows | undefined;
}

/** The snapshot in force: which import, how many, its digest, by whom and when, and what was added since. */
const snapshot = ({ words }: Frame, roll: NonNullable<RollModel["roll"]>): Part => {
  const w = words.rollImport.snapshot;
  const { number, moment } = words.format;
  return summaryList(words, [
    { term: w.version, value: w.versionValue(roll.version, roll.additions ?? 0) },
    { term: w.entries, value: number(roll.entries) },
    { term: w.added, value: number(Object.values(roll.added ?? {}).reduce((sum, count) => sum + count, 0)) },
    { term: w.imported, value: `${moment(roll.importedAt)}${roll.importedBy ? `, ${roll.importedBy}` : ""}` },
    ...(roll.digest ? [{ term: w.digest, value: html`<code>${roll.digest}</code>` }] : []),
  ]);
};

/**
 * The roll: what is in force, and, until the vote opens, another one pasted in its place. It never comes back to the page: it is full of
 * personal data, and a corrected file is pasted anew.
 */
export const rollView = (
  frame: Frame,
  state: FormState,
  edition: EditionRef,
  { roll, columns, mayImport, faulty }: RollModel,
): Html => {
  const w = frame.words.rollImport;
  const hint = w.hint(columns.join(";"));
  return actPage(frame, edition, {
    title: mayImport ? w.title : w.snapshot.title,
    state,
    body: html`${faulty && faultyRows(frame, faulty)}
${roll && snapshot(frame, roll)}
${
  mayImport &&
  html`${box({ tone: "info", body: html`<p>${w.lead}</p>` })}
${form({
  action: link(frame, pathTo("editionRoll", { cycleId: edition.id })),
  body: html`${textArea(state, { name: "roll", label: w.field, hint: state.faults.length > 0 ? `${hint} ${w.notShown}` : hint, rows: 10 })}
${actButtons(frame, edition, { submit: w.submit })}`,
})}`
}`,
  });
};
