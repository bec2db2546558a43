import { pathTo } from "../../domain/addresses.ts";
import type { Awaited } from "../../domain/cycle/awaited.ts";
import type { CycleId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { titled } from "../components/boxes.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { awaitedLine } from "./awaited.ts";
import { type TurnoutModel, turnoutView } from "./turnout.ts";

export interface ResultsListModel {
  /** The newest first. */
  readonly published: readonly {
    readonly cycleId: CycleId;
    readonly name: string;
    readonly edition: string;
    readonly votedUntil: Instant | undefined;
  }[];
  readonly due: readonly {
    readonly cycleId: CycleId;
    readonly name: string;
    readonly edition: string;
    readonly at: Instant | undefined;
  }[];
}

export const resultsListView = (frame: Frame, { published, due }: ResultsListModel): Html => {
  const w = frame.words.results.list;
  return layout(frame, {
    title: w.title,
    body: html`<h1>${w.title}</h1>
<p>${w.lead}</p>
${published.length === 0 && html`<p><strong>${w.none}</strong></p>`}
${published.map(({ cycleId, name, edition, votedUntil }) =>
  titled(
    html`<a href="${link(frame, pathTo("cycleResults", { cycleId: cycleId }))}">${frame.words.edition(name, edition)}</a>`,
    votedUntil && html`<p>${w.votedUntil(votedUntil)}</p>`,
  ),
)}
${
  due.length > 0 &&
  html`<h2>${w.due}</h2>
<ul>${due.map(
    ({ cycleId, name, edition, at }) =>
      html`<li><a href="${link(
        frame,
        pathTo("cycleResults", { cycleId: cycleId }),
      )}">${frame.words.edition(name, edition)}</a>. ${at === undefined ? w.dueLater : w.dueAt(at)}</li>`,
  )}</ul>`
}`,
  });
};

interface ResultsDueModel {
  readonly edition: string;
  readonly at: Instant | undefined;
  readonly awaited: Awaited | undefined;
  readonly running: TurnoutModel | undefined;
}

/** The page before the publication: when it is due, at the address where it will be. */
export const resultsDueView = (frame: Frame, { edition, at, awaited, running }: ResultsDueModel): Html => {
  const { due: w, list } = frame.words.results;
  return layout(frame, {
    title: w.title(edition),
    back: { href: link(frame, pathTo("results")), text: w.others },
    body: html`<h1>${w.title(edition)}</h1>
<p><strong>${w.notYet}</strong> ${at === undefined ? list.dueLater : list.dueAt(at)} ${w.same}</p>
${awaited && html`<p>${awaitedLine(frame.words, awaited)}</p>`}
${running && turnoutView(frame, running)}`,
  });
};
