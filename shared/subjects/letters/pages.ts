import { pathTo } from "../../domain/addresses.ts";
import { isCanonicalInstant } from "../../domain/instant.ts";
import type { LocalDate } from "../../domain/time.ts";
import { box } from "../../pages/components/boxes.ts";
import { moment } from "../../pages/components/dates.ts";
import { faultSummary } from "../../pages/components/fault-summary.ts";
import { form } from "../../pages/components/form.ts";
import { type FormState, hasFaults } from "../../pages/components/form-state.ts";
import { table } from "../../pages/components/table.ts";
import { textArea, textField } from "../../pages/components/text-field.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { spoken } from "../../words/spoken.ts";
import type { Words } from "../../words/words.ts";
import { said as saidOfPrinted } from "../printed/pages.ts";
import type { Found, FoundLetter } from "./rules.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";

const { said } = spoken({ pl, en });

const momentOrDay = (words: Words, at: string) =>
  isCanonicalInstant(at) ? moment(words, at) : words.format.date(at as LocalDate);

const rowOf = (frame: Frame, { kind, state, at, again, tries }: FoundLetter) => {
  const { words } = frame;
  const w = said(frame);
  const named: Readonly<Record<string, string>> = w.kinds;
  return [
    named[kind] ?? w.otherKind,
    again ? html`${w.states[state]}; ${w.again} ${moment(words, again)}` : w.states[state],
    momentOrDay(words, at),
    words.format.number(tries),
  ];
};

const onPaperTable = (frame: Frame, onPaper: Found["onPaper"]): Html | false => {
  const { words } = frame;
  const w = said(frame);
  const named: Readonly<Record<string, string>> = w.kinds;
  return (
    onPaper.length > 0 &&
    table(words, {
      caption: w.paperCaption,
      columns: [
        { head: w.columns.kind, isRowHead: true },
        { head: w.mark },
        { head: w.columns.state },
        { head: w.columns.at },
      ],
      rows: onPaper.map(({ kind, mark, state, writtenAt, path }) => [
        html`<a href="${link(frame, path)}">${named[kind] ?? w.otherKind}</a>`,
        mark ?? "–",
        saidOfPrinted(frame).states[state],
        moment(words, writtenAt),
      ]),
    })
  );
};

const foundView = (frame: Frame, { letters, onPaper, isWhole }: Found, byName: boolean): Html => {
  const { words } = frame;
  const w = said(frame);
  const { columns } = w;
  return html`<h2>${w.result}</h2>
<p role="status">${letters.length + onPaper.length > 0 ? w.found(letters.length + onPaper.length) : byName ? w.noneOnPaper : w.none}</p>
${!isWhole && box({ tone: "warn", body: html`<p>${w.more}</p>` })}
${
  letters.length > 0 &&
  table(words, {
    caption: w.caption,
    columns: [
      { head: columns.kind, isRowHead: true },
      { head: columns.state },
      { head: columns.at },
      { head: columns.tries, isNumber: true },
    ],
    rows: letters.map((one) => rowOf(frame, one)),
  })
}
${onPaperTable(frame, onPaper)}
<p>${w.terms}</p>`;
};

/** The form by which letters are looked up, and below it what was found. */
export const searchView = (frame: Frame, state: FormState, found?: Found): Html => {
  const w = said(frame);
  return layout(frame, {
    title: w.title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, pathTo("office")), text: frame.words.office.home.title },
    body: html`${faultSummary(state)}
<h1>${w.title}</h1>
<p>${w.lead}</p>
${form({
  action: link(frame, pathTo("letterSearch")),
  body: html`${textField(state, { name: "to", label: w.to, hint: w.toHint, isOptional: true })}
${textField(state, { name: "name", label: w.name, hint: w.nameHint, isOptional: true })}
${textArea(state, { name: "reason", label: w.reason, hint: w.reasonHint, rows: 2 })}`,
  submit: w.submit,
})}
${found && foundView(frame, found, (state.typed.name ?? "") !== "")}`,
  });
};
