import { pathTo } from "../../domain/addresses.ts";
import type { Encoding } from "../../domain/import/encoding.ts";
import type { PendingAct } from "../../domain/office/pending.ts";
import type { Role } from "../../domain/office/roles.ts";
import type { StaffChange } from "../../domain/office/staff-changes.ts";
import { countsOf } from "../../domain/office/staff-changes.ts";
import type { RefusalFacts } from "../../domain/refusals.ts";
import { box } from "../../pages/components/boxes.ts";
import { faultSummary } from "../../pages/components/fault-summary.ts";
import { button, form, hidden } from "../../pages/components/form.ts";
import { type FormState, hasFaults } from "../../pages/components/form-state.ts";
import { table } from "../../pages/components/table.ts";
import { type Html, html, type Part } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { faultyRows, type Glimpse, readingFields, tableFields } from "../../pages/office/table-form.ts";
import { spoken } from "../../words/spoken.ts";
import type { Words } from "../../words/words.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";

export const { said } = spoken({ pl, en });

const rolesText = (words: Words, roles: readonly Role[]): string =>
  roles.map((role) => words.office.roles[role]).join(", ") || said({ words }).changes.none;

/** One change as a sentence. */
export const changeText = (words: Words, { id, before, roles, unit }: StaffChange): string => {
  const { changes: w } = said({ words });
  const account =
    roles === null
      ? w.closed(rolesText(words, before ?? []))
      : before === null
        ? w[id === null ? "made" : "opened"](rolesText(words, roles))
        : before.join() !== roles.join() && w.roles(rolesText(words, before), rolesText(words, roles));
  return [account, unit && w.unit(unit.name)].filter(Boolean).join("; ");
};

export const countsText = (words: Words, changes: readonly StaffChange[]): string => {
  const { opened, changed, closed } = countsOf(changes);
  return said({ words }).told(opened, changed, closed);
};

const preview = (frame: Frame, changes: readonly StaffChange[]): Html => {
  const { words } = frame;
  const w = said(frame);
  return html`<p role="status">${countsText(words, changes)}</p>
${table(words, {
  caption: w.caption,
  columns: [{ head: w.columns.name, isRowHead: true }, { head: w.columns.mail }, { head: w.columns.change }],
  rows: changes.map((one) => [one.name, one.mail, changeText(words, one)]),
})}`;
};

/** What stands already: nothing else is proposed before that is settled and done. */
const standingText = (frame: Frame, standing: PendingAct | undefined): Part => {
  if (!standing) return false;
  const w = said(frame).standing;
  if (standing.state === "accepted") return box({ body: html`<p>${w.accepted}</p>` });
  const href = link(frame, pathTo("pendingAct", { pendingId: standing.id }));
  return box({ body: html`<p>${w.proposed} <a href="${href}">${w.see}</a></p>` });
};

interface SheetModel {
  readonly key: string;
  readonly standing: PendingAct | undefined;
  readonly glimpse: Glimpse | undefined;
  readonly faulty: RefusalFacts["table/rows"] | undefined;
  readonly found:
    | {
        readonly changes: readonly StaffChange[];
        readonly seen: string;
        readonly encoding: Encoding | undefined;
      }
    | undefined;
}

/** Where a sheet of staff is brought, and comes back as what it changes, to be proposed. */
export const staffSheetView = (
  frame: Frame,
  state: FormState,
  { key, standing, glimpse, faulty, found }: SheetModel,
): Html => {
  const w = said(frame);
  return layout(frame, {
    title: w.title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, pathTo("people")), text: frame.words.directory.title },
    body: html`${faultSummary(state)}
<h1>${w.title}</h1>
<p>${w.lead}</p>
${standingText(frame, standing)}
${faultyRows(frame, faulty)}
${found && preview(frame, found.changes)}
${form({
  action: link(frame, pathTo("peopleSheet")),
  key,
  takesFile: true,
  body: html`${tableFields(state, { label: w.table, hint: w.hint })}
${readingFields(frame, state, glimpse, found?.encoding)}
${found && hidden("seen", found.seen)}
${found && button({ text: w.propose, name: "act", value: "propose" })}
${button({ text: w.look, name: "act", value: "look", ...(found && { kind: "second" as const }) })}`,
})}`,
  });
};
