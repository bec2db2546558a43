import { addressAt, pathTo } from "../../domain/addresses.ts";
import type { City } from "../../domain/city.ts";
import { box } from "../../pages/components/boxes.ts";
import { faultSummary } from "../../pages/components/fault-summary.ts";
import { form } from "../../pages/components/form.ts";
import { type FormState, hasFaults } from "../../pages/components/form-state.ts";
import { summaryList } from "../../pages/components/summary-list.ts";
import { table } from "../../pages/components/table.ts";
import { textArea, textField } from "../../pages/components/text-field.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { type LogLine, logTable } from "../../pages/office/log.ts";
import { inLanguage } from "../../words/fallback.ts";
import { spoken } from "../../words/spoken.ts";
import { at } from "./rows.ts";
import type { FoundCases } from "./rules.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";

const { said } = spoken({ pl, en });

/** Where each thing is done that residents do themselves; those of one case begin at the case. */
const DESK = {
  proposal: pathTo("officeRegister"),
  matter: pathTo("officeNewMatter"),
  meeting: pathTo("officeMeetings"),
  statement: pathTo("officeStatements"),
  receipt: pathTo("voteCheck"),
  letters: pathTo("letterSearch"),
} as const;
const AT_CASE = ["late", "wish", "support"] as const;

const confirmationOf = (frame: Frame, id: string, text: string): Html =>
  html`<a href="${link(frame, addressAt(at.confirmation, { subject: id }))}">${text}</a>`;

const foundView = (frame: Frame, { cases, isWhole }: FoundCases): Html => {
  const { words } = frame;
  const w = said(frame);
  const { columns } = w;
  return html`<p role="status">${cases.length > 0 ? w.found(cases.length) : w.none}</p>
${!isWhole && box({ tone: "warn", body: html`<p>${w.more}</p>` })}
${
  cases.length > 0 &&
  table(words, {
    caption: w.caption,
    columns: [
      { head: columns.number, isRowHead: true },
      { head: columns.kind },
      { head: columns.title },
      { head: columns.who },
      { head: columns.print },
    ],
    rows: cases.map(({ kind, id, number, title, who, path }) => [
      html`<a href="${link(frame, path)}">${number}</a>`,
      w.kinds[kind],
      title,
      who,
      confirmationOf(frame, id, w.print),
    ]),
  })
}`;
};

/** The desk: a case is looked for with a reason; below stands what can be done for somebody. */
export const pointView = (
  frame: Frame,
  state: FormState,
  { hours }: Pick<City, "hours">,
  found?: FoundCases,
): Html => {
  const { words } = frame;
  const w = said(frame);
  // Statements are the clerk's.
  const isClerk = frame.staffRoles?.includes("clerk") ?? false;
  const desk = (Object.keys(DESK) as (keyof typeof DESK)[]).filter((name) => isClerk || name !== "statement");
  return layout(frame, {
    title: w.title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, pathTo("office")), text: words.office.home.title },
    body: html`${faultSummary(state)}
<h1>${w.title}</h1>
<p>${w.lead}</p>
<p>${w.hours}: ${inLanguage(hours, words.language)}</p>
<h2>${w.find}</h2>
${form({
  action: link(frame, at.point),
  body: html`${textField(state, { name: "query", label: w.query, hint: w.queryHint })}
${textArea(state, { name: "reason", label: w.reason, hint: w.reasonHint, rows: 2 })}`,
  submit: w.submit,
})}
${found && foundView(frame, found)}
<h2>${w.desk}</h2>
<ul>
${desk.map((name) => html`<li><a href="${link(frame, DESK[name])}">${w.acts[name][0]}</a>. ${w.acts[name][1]}</li>`)}
${AT_CASE.map((name) => html`<li>${w.acts[name][0]}. ${w.acts[name][1]}</li>`)}
</ul>`,
  });
};

interface ConfirmationModel {
  readonly number: string;
  readonly title: string | undefined;
  readonly day: string;
  readonly lines: readonly LogLine[];
  readonly city: Pick<City, "office" | "unit" | "address">;
}

/** What a clerk did in a case today, for whoever stands before them, to be printed. */
export const confirmationView = (
  frame: Frame,
  { number, title: ofCase, day, lines, city }: ConfirmationModel,
): Html => {
  const { words } = frame;
  const { confirmation: w, title } = said(frame);
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    back: { href: link(frame, at.point), text: title },
    body: html`<h1>${w.title}</h1>
<p class="quiet">${w.lead}</p>
${summaryList(words, [
  { term: w.subject, value: ofCase === undefined ? number : html`${number}<br>${ofCase}` },
  { term: words.legal.contact.office, value: html`${city.office}<br>${city.unit}<br>${city.address}` },
])}
<p>${w.of(words.format.date(day), frame.staffName ?? "")}</p>
${lines.length > 0 ? logTable(frame, lines, w.caption) : html`<p>${w.none}</p>`}
<p>${w.signature}:</p><p>&nbsp;</p><hr>`,
  });
};
