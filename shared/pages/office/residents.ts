import { pathTo } from "../../domain/addresses.ts";
import type { Cycle, Residents } from "../../domain/cycle/cycle.ts";
import type { RefusalFacts } from "../../domain/refusals.ts";
import { districtsIn } from "../../domain/rule-set.ts";
import { inLanguage } from "../../words/fallback.ts";
import { form } from "../components/form.ts";
import type { FormState } from "../components/form-state.ts";
import { table } from "../components/table.ts";
import { type Html, html } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import { actButtons, actPage, type EditionRef } from "./act.ts";
import { faultyRows, type Glimpse, readingFields, tableFields } from "./table-form.ts";

interface ResidentsModel {
  readonly residents: Residents;
  readonly glimpse: Glimpse | undefined;
  readonly faulty: RefusalFacts["table/rows"] | undefined;
}

/** Residents per district as they stand, and a table pasted to change them. */
export const residentsView = (
  frame: Frame,
  state: FormState,
  edition: EditionRef & Pick<Cycle, "ruleSet">,
  { residents, glimpse, faulty }: ResidentsModel,
): Html => {
  const { words } = frame;
  const { residents: w, format } = words;
  return actPage(frame, edition, {
    title: w.title,
    state,
    body: html`<p>${w.lead}</p>
${faultyRows(frame, faulty)}
${form({
  action: link(frame, pathTo("editionResidents", { cycleId: edition.id })),
  takesFile: true,
  body: html`${tableFields(state, { label: w.table, hint: w.hint })}
${readingFields(frame, state, glimpse)}
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
