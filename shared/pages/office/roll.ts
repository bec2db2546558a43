import { pathTo } from "../../domain/addresses.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import type { Noted } from "../../domain/voting/roll-preview.ts";
import { box } from "../components/boxes.ts";
import { form } from "../components/form.ts";
import type { FormState } from "../components/form-state.ts";
import { summaryList } from "../components/summary-list.ts";
import { textArea } from "../components/text-field.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import { actButtons, actPage, type EditionRef } from "./act.ts";
import { notedRows } from "./roll-preview.ts";

interface RollModel {
  readonly roll: Cycle["roll"];
  /** The columns of the edition's roll file. */
  readonly columns: readonly string[];
  readonly mayImport: boolean;
  readonly faulty:
    | { readonly importId: string; readonly rows: readonly Noted[]; readonly total: number }
    | undefined;
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
  edition: EditionRef & Pick<Cycle, "id">,
  { roll, columns, mayImport, faulty }: RollModel,
): Html => {
  const w = frame.words.rollImport;
  const hint = w.hint(columns.join(";"));
  return actPage(frame, edition, {
    title: mayImport ? w.title : w.snapshot.title,
    state,
    body: html`${faulty && notedRows(frame, { cycleId: edition.id, importId: faulty.importId }, faulty.rows, faulty.total)}
${roll && snapshot(frame, roll)}
${
  mayImport &&
  html`${box({ tone: "info", body: html`<p>${w.lead}</p>` })}
<h2>${w.file.upload}</h2>
<p>${w.file.uploadLead}</p>
${form({ action: link(frame, pathTo("editionRollUpload", { cycleId: edition.id })), body: "", submit: w.file.send, kind: "second" })}
<h2>${w.file.paste}</h2>
${form({
  action: link(frame, pathTo("editionRoll", { cycleId: edition.id })),
  body: html`${textArea(state, { name: "roll", label: w.field, hint: state.faults.length > 0 ? `${hint} ${w.notShown}` : hint, rows: 10 })}
${actButtons(frame, edition, { submit: w.submit })}`,
})}`
}`,
  });
};
