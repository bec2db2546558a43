import { pathTo } from "../../domain/addresses.ts";
import type { Cycle, Residents } from "../../domain/cycle/cycle.ts";
import type { RefusalFacts } from "../../domain/refusals.ts";
import { districtsIn } from "../../domain/rule-set.ts";
import { inLanguage } from "../../words/fallback.ts";
import { form } from "../components/form.ts";
import type { FormState } from "../components/form-state.ts";
import { notesTable } from "../components/notes-table.ts";
import { table } from "../components/table.ts";
import { textArea } from "../components/text-field.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import { actButtons, actPage, type EditionRef } from "./act.ts";

interface ResidentsModel {
  readonly residents: Residents;
  readonly faulty: RefusalFacts["table/rows"] | undefined;
}

const faultsView = ({ words }: Frame, faulty: ResidentsModel["faulty"]): Part => {
  if (!faulty) return false;
  const { rows, total } = faulty;
  const told = new Set(rows.map(({ line }) => line)).size;
  return html`${notesTable(words, rows)}
${total > told && html`<p>${words.rollImport.repairs.more(words.format.number(total))}</p>`}`;
};

/** Residents per district as they stand, and a table pasted to change them. */
export const residentsView = (
  frame: Frame,
  state: FormState,
  edition: EditionRef & Pick<Cycle, "ruleSet">,
  { residents, faulty }: ResidentsModel,
): Html => {
  const { words } = frame;
  const { residents: w, format } = words;
  return actPage(frame, edition, {
    title: w.title,
    state,
    body: html`<p>${w.lead}</p>
${faultsView(frame, faulty)}
${form({
  action: link(frame, pathTo("editionResidents", { cycleId: edition.id })),
  body: html`${textArea(state, { name: "table", label: w.table, hint: w.hint, rows: 10 })}
${actButtons(frame, edition, { submit: w.submit })}`,
})}
${table(words, {
  caption: w.now,
  columns: [{ head: w.id, isRowHead: true }, { head: w.district }, { head: w.residents, isNumber: true }],
  rows: districtsIn(edition.ruleSet).map(({ id, name }) => {
    const known = residents[id];
    return [id, inLanguage(name, words.language), known === undefined ? w.unknown : format.number(known)];
  }),
})}`,
  });
};
