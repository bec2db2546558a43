import { addressAt, pathTo } from "../../domain/addresses.ts";
import type { Project } from "../../domain/project/project.ts";
import { dayOf } from "../../domain/time.ts";
import { tag } from "../../pages/components/boxes.ts";
import { radios } from "../../pages/components/choices.ts";
import { form } from "../../pages/components/form.ts";
import { formState } from "../../pages/components/form-state.ts";
import { table } from "../../pages/components/table.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { spoken } from "../../words/spoken.ts";
import { at } from "./rows.ts";
import { inListOrder, lineStateOf, ReadingPurpose, type SupportLine } from "./rules.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";

export const { said } = spoken({ pl, en });

export const pathOfList = ({ cycleId, id }: Pick<Project, "cycleId" | "id">): string =>
  addressAt(at.list, { cycleId, projectId: id });

export const pathOfCase = ({ cycleId, id }: Pick<Project, "cycleId" | "id">): string =>
  pathTo("officeProposal", { cycleId, projectId: id });

export const stateText = (frame: Frame, line: SupportLine): Html => {
  const w = said(frame);
  const state = lineStateOf(line);
  return html`${tag(w.states[state], state === "valid" ? "good" : "plain")}${line.struck && ` ${w.reasons[line.struck]}`}${line.note && `: ${line.note}`}`;
};

const originText = (frame: Frame, { origin, sheet = "", row = 0, at: moment }: SupportLine): string => {
  const { from } = said(frame);
  return origin === "online"
    ? from.online(frame.words.format.date(dayOf(moment)))
    : from.paper(sheet, String(row));
};

/** How many count, of how many that are needed, and the way to the names, which are read for a purpose. */
export const listAbout = (
  frame: Frame,
  project: Pick<Project, "cycleId" | "id" | "supporters">,
  { needed, mayEnter }: { readonly needed: number | null; readonly mayEnter: boolean },
): Html => {
  const { reading, counted, sheet } = said(frame);
  const { cycleId, id } = project;
  return html`<p>${counted(project.supporters, needed)}</p>
${mayEnter && html`<p><a href="${link(frame, addressAt(at.sheet, { cycleId, projectId: id }))}">${sheet.title}</a></p>`}
<section><h2>${reading.title}</h2>
<p>${reading.lead}</p>
${form({
  action: link(frame, addressAt(at.lines, { cycleId, projectId: id })),
  method: "get",
  kind: "second",
  submit: reading.submit,
  body: radios(formState(frame.words), {
    name: "why",
    label: reading.why,
    options: ReadingPurpose.options.map((value) => ({ value, label: reading.purposes[value] })),
  }),
})}
</section>`;
};

/** One line as it stands. */
export const lineAbout = (frame: Frame, line: SupportLine): Html => {
  const w = said(frame);
  return html`<p>${stateText(frame, line)}</p>
<p>${w.columns.address}: ${line.address ?? w.noAddress}</p>
<p>${originText(frame, line)}</p>`;
};

/** Every line of a list, those of paper by sheet. */
export const linesView = (
  frame: Frame,
  project: Pick<Project, "cycleId" | "id" | "number" | "title">,
  lines: readonly SupportLine[],
): Html => {
  const w = said(frame);
  const title = w.of(project.number);
  const lineHref = ({ cycleId, projectId, id }: SupportLine): string =>
    link(frame, addressAt(at.line, { cycleId, projectId, supportId: id }));
  return layout(frame, {
    title,
    isPrivate: true,
    back: { href: link(frame, pathOfList(project)), text: w.title },
    body: html`<h1>${title}</h1>
<p>${project.title}</p>
${table(frame.words, {
  caption: title,
  columns: [
    { head: w.columns.name, isRowHead: true },
    { head: w.columns.address },
    { head: w.columns.from },
    { head: w.columns.state },
  ],
  rows: inListOrder(lines).map((line) => [
    html`<a href="${lineHref(line)}">${line.name}</a>`,
    line.address ?? w.noAddress,
    originText(frame, line),
    stateText(frame, line),
  ]),
  empty: w.none,
})}`,
  });
};
