import { pathTo } from "../../domain/addresses.ts";
import type { Phase } from "../../domain/cycle/phases.ts";
import { type Instant, plusSeconds } from "../../domain/time.ts";
import { buttonLink } from "../components/form.ts";
import { pages } from "../components/pages.ts";
import { table } from "../components/table.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { type LogLine, logTable } from "./log.ts";

interface EditionLine {
  readonly id: string;
  readonly name: string;
  readonly edition: string;
  readonly phase: Phase;
  readonly next?: Phase | undefined;
  readonly voting?: { readonly startsAt: Instant; readonly endsAt: Instant } | undefined;
}

interface EditionsModel {
  readonly editions: readonly EditionLine[];
  readonly mayBegin: boolean;
}

export const editionsView = (frame: Frame, { editions, mayBegin }: EditionsModel): Html => {
  const { words } = frame;
  const w = words.editions;
  const { shortDay } = words.format;
  return layout(frame, {
    title: w.editions,
    isPrivate: true,
    back: { href: link(frame, pathTo("office")), text: words.office.home.title },
    body: html`<h1>${w.editions}</h1>
${mayBegin && html`<p>${buttonLink({ href: link(frame, pathTo("newEdition")), text: words.office.home.newEdition })}</p>`}
${table(words, {
  caption: w.allEditions,
  columns: [
    { head: w.columns.edition, isRowHead: true },
    { head: w.columns.phase },
    { head: w.columns.next },
    { head: w.columns.voting },
  ],
  rows: editions.map(({ id, name, edition, phase, next, voting }) => [
    html`<a href="${link(frame, pathTo("edition", { cycleId: id }))}">${name}, ${w.edition(edition)}</a>`,
    words.phases[phase].name,
    next ? words.phases[next].name : "–",
    voting ? `${shortDay(voting.startsAt)} – ${shortDay(plusSeconds(voting.endsAt, -1))}` : "–",
  ]),
  empty: w.noEditions,
})}`,
  });
};

interface LogModel {
  readonly id: string;
  readonly name: string;
  readonly lines: readonly LogLine[];
  readonly next: string | null;
  readonly isLater: boolean;
}

/** The whole log of an edition, newest first. */
export const logView = (frame: Frame, { id, name, lines, next, isLater }: LogModel): Html => {
  const w = frame.words.office.log;
  return layout(frame, {
    title: `${w.title}: ${name}`,
    isPrivate: true,
    back: { href: link(frame, pathTo("edition", { cycleId: id })), text: name },
    body: html`<h1>${w.title}</h1>
${logTable(frame, lines, w.every)}
${pages(frame.words, { href: link(frame, pathTo("editionLog", { cycleId: id })), next, isLater })}`,
  });
};
