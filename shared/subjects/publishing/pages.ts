import { addressAt, pathTo } from "../../domain/addresses.ts";
import type { Announced } from "../../domain/document/announced.ts";
import { PLACEHOLDERS, type Template } from "../../domain/document/template.ts";
import { rowOf } from "../../domain/languages.ts";
import { summaryList } from "../../pages/components/summary-list.ts";
import { table } from "../../pages/components/table.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, link } from "../../pages/layout.ts";
import { spoken } from "../../words/spoken.ts";
import { at } from "./rows.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";

export const { said, wordsIn } = spoken({ pl, en });

type ListState = "announced" | "published" | "retracted";

export const stateOf = ({ published, retracted }: Announced): ListState => {
  if (retracted) return "retracted";
  return published ? "published" : "announced";
};

export const pathOfList = ({ cycle, list, version }: Announced): string =>
  addressAt(at.list, { cycleId: cycle.id, list, version: `${version}` });

export const pathOfTemplate = ({ list, language }: Pick<Template, "list" | "language">): string =>
  addressAt(at.template, { list, language });

export const listTitle = ({ words }: Pick<Frame, "words">, { list, version, cycle }: Announced): string =>
  `${words.lists.names[list]}, ${words.documents.version(version)}, ${words.edition(cycle.name, cycle.edition)}`;

export const templateTitle = (
  frame: Pick<Frame, "words">,
  { list, language }: Pick<Template, "list" | "language">,
): string => said(frame).templateOf(frame.words.lists.names[list], rowOf(language).name);

const writtenText = (frame: Frame, { version, by = [], at: moment }: Template): string => {
  const { format } = frame.words;
  return moment === undefined
    ? said(frame).basic
    : said(frame).written(format.number(version), by.join(", "), format.moment(moment));
};

/** The lists of the last editions, and the templates of every list. */
export const publishingView = (
  frame: Frame,
  { lists, templates }: { readonly lists: readonly Announced[]; readonly templates: readonly Template[] },
): Html => {
  const { words } = frame;
  const w = said(frame);
  const to = (path: string, text: string): Html => html`<a href="${link(frame, path)}">${text}</a>`;
  return html`<p>${w.lead}</p>
<h2>${w.lists}</h2>
${
  lists.length === 0
    ? html`<p>${w.none}</p>`
    : table(words, {
        caption: w.lists,
        columns: [
          { head: w.columns.list, isRowHead: true },
          { head: w.columns.made },
          { head: w.columns.state },
        ],
        rows: lists.map((one) => [
          to(pathOfList(one), listTitle(frame, one)),
          words.format.moment(one.issuedAt),
          w.states[stateOf(one)],
        ]),
      })
}
<h2>${w.templates}</h2>
<ul>${templates.map((one) => html`<li>${to(pathOfTemplate(one), templateTitle(frame, one))}: ${writtenText(frame, one)}</li>`)}</ul>`;
};

/** How a version of a list was published. */
export const listAbout = (frame: Frame, list: Announced): Html => {
  const { words } = frame;
  const w = said(frame);
  const { cycle, published, retracted } = list;
  const href = link(
    frame,
    pathTo("list", { cycleId: cycle.id, list: list.list, version: `${list.version}` }),
  );
  return html`${summaryList(words, [
    { term: w.columns.made, value: words.format.moment(list.issuedAt) },
    { term: w.columns.state, value: w.states[stateOf(list)] },
    ...(published
      ? [
          { term: w.fields.act, value: published.act },
          { term: w.fields.on, value: `${words.format.date(published.on)}, ${published.by.join(", ")}` },
        ]
      : []),
    ...(retracted
      ? [{ term: w.acts.retract.title, value: `${retracted.reason} ${retracted.by.join(", ")}` }]
      : []),
  ])}
<p><a href="${href}">${w.onSite}</a></p>`;
};

/** What may be put in, and the versions before. */
export const templateAbout = (frame: Frame, versions: readonly Template[]): Html => {
  const w = said(frame);
  const before = versions.slice(0, -1).toReversed();
  return html`<p>${w.placeholders(PLACEHOLDERS.map((name) => w.placeholder(`{${name}}`, w.names[name])).join(", "))}</p>
${
  before.length > 0 &&
  html`<h2>${w.before}</h2>
<ul>${before.map((one) => html`<li>${writtenText(frame, one)}: ${one.title}</li>`)}</ul>`
}`;
};
