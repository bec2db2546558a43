import { pathTo } from "../../domain/addresses.ts";
import type { RetentionClock } from "../../domain/cycle/retention.ts";
import { table } from "../components/table.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import type { EditionRef } from "./act.ts";

interface RetentionModel {
  readonly clocks: readonly RetentionClock[];
  readonly stays: readonly { readonly what: string; readonly why: string }[];
}

const stateOf = ({ words }: Frame, { what, state, dueAt, destroyed }: RetentionClock): string => {
  const w = words.retention;
  const { moment, number } = words.format;
  if (destroyed) {
    const counted = Object.entries({ ...destroyed.removed, ...destroyed.shredded })
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => `${w.counted[kind] ?? kind}: ${number(count)}`);
    return `${w.destroyed(moment(destroyed.at))} ${counted.join("; ")}`;
  }
  if (state === "not-started" || dueAt === null) return w.notStarted[what];
  return state === "due" ? w.due : w.dueAt(moment(dueAt));
};

/** The clocks of an edition's personal data, and what stays when they have run out. */
export const retentionView = (frame: Frame, edition: EditionRef, { clocks, stays }: RetentionModel): Html => {
  const { words } = frame;
  const w = words.retention;
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    back: {
      href: link(frame, pathTo("edition", { cycleId: edition.id })),
      text: `${edition.name}, ${words.editions.edition(edition.edition)}`,
    },
    body: html`<h1>${w.title}</h1>
<p>${w.lead}</p>
${table(words, {
  caption: w.caption,
  columns: [{ head: w.columns.what, isRowHead: true }, { head: w.columns.kept }, { head: w.columns.state }],
  rows: clocks.map((clock) => [w.what[clock.what], w.kept[clock.what](clock.days), stateOf(frame, clock)]),
})}
${table(words, {
  caption: w.staysCaption,
  columns: [{ head: w.columns.what, isRowHead: true }, { head: w.columns.why }],
  rows: stays.map(({ what, why }) => [what, why]),
})}`,
  });
};
