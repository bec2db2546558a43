import { pathTo } from "../../domain/addresses.ts";
import type { CycleId } from "../../domain/ids.ts";
import type { RegisterEntry } from "../../domain/intake/register.ts";
import { tag } from "../../pages/components/boxes.ts";
import { select } from "../../pages/components/choices.ts";
import { moment } from "../../pages/components/dates.ts";
import { buttonLink, form } from "../../pages/components/form.ts";
import { formState } from "../../pages/components/form-state.ts";
import { type SummaryRow, summaryList } from "../../pages/components/summary-list.ts";
import { table } from "../../pages/components/table.ts";
import { textField } from "../../pages/components/text-field.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { textLines } from "../../pages/projects/details.ts";
import type { Choice } from "../../pages/projects/model.ts";
import { spoken } from "../../words/spoken.ts";
import type { LateProposal } from "./rules.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";

export const { said } = spoken({ pl, en });

const pathOfEntry = ({ cycleId, number }: Pick<RegisterEntry, "cycleId" | "number">): string =>
  pathTo("officeEntry", { cycleId, number: String(number) });

const stateOf = (frame: Frame, { isLate }: Pick<RegisterEntry, "isLate">): Html => {
  const { late, inTime } = said(frame).register;
  return isLate ? tag(late, "warn") : tag(inTime, "plain");
};

/** The ways to enter what came past the form: beside its scan, or without one. */
const desk = (frame: Frame, cycleId: CycleId, key: string): Html => {
  const w = said(frame).register;
  return html`${form({ action: link(frame, pathTo("officeScan", { cycleId })), key, body: false, submit: w.fromScan })}
<p>${buttonLink({ href: link(frame, pathTo("officeIntake", { cycleId })), text: w.withoutScan, kind: "second" })}</p>`;
};

interface RegisterModel {
  readonly cycleId: CycleId;
  readonly cycles: readonly Choice[];
  readonly q: string;
  readonly items: readonly RegisterEntry[];
  /** The query of the next page. */
  readonly next: string | null;
  /** The key of the form of whoever may enter something. */
  readonly key: string | null;
}

/** All that came in in an edition. */
export const registerView = (frame: Frame, { cycleId, cycles, q, items, next, key }: RegisterModel): Html => {
  const { words } = frame;
  const { register: w, ways } = said(frame);
  const state = formState(words);
  const { columns } = w;
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    back: { href: link(frame, pathTo("office")), text: words.office.home.title },
    body: html`<h1>${w.title}</h1>
<p>${w.lead}</p>
${form({
  action: link(frame, pathTo("officeRegister")),
  method: "get",
  submit: w.show,
  kind: "second",
  body: html`${select(state, { name: "cycle", label: w.cycle, options: cycles, value: cycleId, placeholder: false })}
${textField(state, { name: "q", label: w.q, hint: w.qHint, kind: "search", value: q, isOptional: true })}`,
})}
${key !== null && desk(frame, cycleId, key)}
${table(words, {
  caption: w.caption,
  columns: [
    { head: columns.mark },
    { head: columns.title, isRowHead: true },
    { head: columns.arrived },
    { head: columns.way },
    { head: columns.state },
  ],
  rows: items.map((one) => [
    one.mark,
    html`<a href="${link(frame, pathOfEntry(one))}">${one.title}</a>`,
    moment(words, one.arrivedAt),
    ways[one.arrivedBy],
    stateOf(frame, one),
  ]),
  empty: w.none,
})}
${next !== null && html`<p><a href="${link(frame, `${pathTo("officeRegister")}?${next}`)}">${w.more}</a></p>`}`,
  });
};

export const noEditionView = (frame: Frame): Html => {
  const { title, noEdition } = said(frame).register;
  return layout(frame, { title, isPrivate: true, body: html`<h1>${title}</h1><p>${noEdition}</p>` });
};

/** Who filed a late proposal, and where letters go. */
const authorOf = ({ proposal: { author } }: LateProposal): string => {
  const { name, email, postal, phone } = author;
  return [name, email ?? (postal && `${postal.street}, ${postal.postcode} ${postal.town}`) ?? phone]
    .filter(Boolean)
    .join(", ");
};

interface EntryModel {
  readonly entry: RegisterEntry;
  /** The number of its project; null of a late one. */
  readonly number: string | null;
  readonly late: LateProposal | undefined;
  readonly maySeeCase: boolean;
  /** Where an author's answer to a call is keyed, while one is waited for. */
  readonly correction: { readonly path: string; readonly title: string } | null;
  /** Where what its author asks for is done. */
  readonly wishes: { readonly path: string; readonly title: string } | null;
  readonly mayEnter: boolean;
}

/** One case of the register: what to write on the paper, and where the proposal is. */
export const entryView = (
  frame: Frame,
  { entry, number, late, maySeeCase, correction, wishes, mayEnter }: EntryModel,
): Html => {
  const { words } = frame;
  const { entry: w, ways, register, of } = said(frame);
  const { cycleId, projectId, scan } = entry;
  const rows: (SummaryRow | false)[] = [
    { term: w.number, value: words.format.number(entry.number) },
    { term: register.columns.mark, value: entry.mark },
    number !== null && { term: w.project, value: number },
    { term: register.columns.arrived, value: moment(words, entry.arrivedAt) },
    { term: register.columns.way, value: ways[entry.arrivedBy] },
    { term: w.entered, value: moment(words, entry.enteredAt) },
    { term: register.columns.state, value: stateOf(frame, entry) },
    scan !== null && {
      term: w.scan,
      value: html`<a href="${link(frame, pathTo("officeUpload", { uploadId: scan }))}">${w.seeScan}</a>`,
    },
    late !== undefined && { term: w.author, value: authorOf(late) },
  ];
  return layout(frame, {
    title: of(entry.number),
    isPrivate: true,
    back: { href: link(frame, `${pathTo("officeRegister")}?cycle=${cycleId}`), text: w.back },
    body: html`<h1>${entry.title}</h1>
${entry.arrivedBy !== "online" && html`<p><strong>${w.writeDown(entry.mark)}</strong></p>`}
${entry.isLate && html`<p>${w.lateLead}</p>`}
${summaryList(
  words,
  rows.filter((row) => row !== false),
)}
${late && textLines(late.proposal.description)}
${maySeeCase && html`<p><a href="${link(frame, pathTo("officeProposal", { cycleId, projectId }))}">${w.seeCase}</a></p>`}
${correction && html`<p>${buttonLink({ href: link(frame, correction.path), text: correction.title, kind: "second" })}</p>`}
${wishes && html`<p>${buttonLink({ href: link(frame, wishes.path), text: wishes.title, kind: "second" })}</p>`}
${mayEnter && html`<p>${buttonLink({ href: link(frame, `${pathTo("officeRegister")}?cycle=${cycleId}`), text: w.next })}</p>`}`,
  });
};
