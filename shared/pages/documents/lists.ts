import { pathTo } from "../../domain/addresses.ts";
import type { OfficialDocument } from "../../domain/document/document.ts";
import { LIST_FORMATS, type ListName } from "../../domain/document/lists.ts";
import type { CycleId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { box } from "../components/boxes.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { type ChangeLine, changesTable } from "./changes.ts";
import { documentView } from "./document.ts";

interface ListsModel {
  readonly cycleId: CycleId;
  readonly name: string;
  readonly edition: string;
  readonly lists: readonly {
    readonly list: ListName;
    readonly version: number;
    readonly issuedAt: Instant;
    readonly retracted?: unknown;
  }[];
}

export const listsView = (frame: Frame, { cycleId, name, edition, lists }: ListsModel): Html => {
  const { words } = frame;
  const w = words.lists;
  return layout(frame, {
    title: w.title,
    body: html`<h1>${w.title}</h1>
<p>${words.edition(name, edition)}</p>
${
  lists.length === 0
    ? html`<p><strong>${w.none}</strong></p>`
    : html`<ul>${lists.map(({ list, version, issuedAt, retracted }) => {
        const href = link(frame, pathTo("list", { cycleId, list, version: `${version}` }));
        const said = [
          words.format.shortDay(issuedAt),
          words.documents.version(version),
          ...(retracted ? [w.retracted] : []),
        ].join(", ");
        return html`<li><a href="${href}">${w.names[list]}</a>, ${said}</li>`;
      })}</ul>`
}
<p><a href="${pathTo("listsFeed")}">${w.feed}</a></p>`,
  });
};

interface ListModel {
  readonly cycleId: CycleId;
  readonly list: ListName;
  readonly document: OfficialDocument;
  /** Every version of it, the first one first. */
  readonly versions: readonly { readonly version: number; readonly issuedAt: Instant }[];
  /** What this version says otherwise than the one before it. */
  readonly changes: readonly ChangeLine[];
}

const versionsView = (frame: Frame, { cycleId, list, document, versions }: ListModel): Html => {
  const { words } = frame;
  const w = words.lists;
  return html`<h2>${w.versions}</h2>
<ul>${versions.map(({ version, issuedAt }) => {
    const said = `${words.documents.version(version)}, ${words.format.moment(issuedAt)}`;
    const href = link(frame, pathTo("list", { cycleId, list, version: `${version}` }));
    return version === document.version
      ? html`<li>${said} (${w.shown})</li>`
      : html`<li><a href="${href}">${said}</a></li>`;
  })}</ul>`;
};

const changesView = ({ words }: Frame, { document, changes }: ListModel): Html => {
  const w = words.lists.register;
  const none = document.version === 1 ? w.none : w.same;
  return html`<h2>${w.caption(words.format.number(document.version))}</h2>
${changes.length === 0 ? html`<p>${none}</p>` : html`<div class="wide">${changesTable(words, changes)}</div>`}`;
};

/** A list with its files: the page says what they say, so that nobody needs a file to read it. */
export const listView = (frame: Frame, model: ListModel): Html => {
  const { words } = frame;
  const w = words.lists;
  const { cycleId, list, document, versions } = model;
  const newest = versions.at(-1)?.version ?? document.version;
  return layout(frame, {
    title: document.title,
    body: html`<h1>${document.title}</h1>
${
  newest > document.version &&
  box({
    tone: "warn",
    body: html`<p><a href="${link(frame, pathTo("list", { cycleId, list, version: `${newest}` }))}">${w.newer(words.format.number(newest))}</a></p>`,
  })
}
${documentView(document, words)}
${changesView(frame, model)}
${versionsView(frame, model)}
<h2>${w.files}</h2>
<ul>${LIST_FORMATS.map(
      (format) =>
        html`<li><a href="${pathTo("listFile", { cycleId, list, file: `${document.version}.${format}` })}">${w.formats[format]}</a></li>`,
    )}</ul>
<p><a href="${link(frame, pathTo("lists", { cycleId }))}">${w.all}</a></p>`,
  });
};
