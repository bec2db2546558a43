import { addressAt, pathTo } from "../../domain/addresses.ts";
import type { OfficialDocument } from "../../domain/document/document.ts";
import type { Meeting } from "../../domain/meeting/meeting.ts";
import { disclosure } from "../../pages/components/boxes.ts";
import { moment } from "../../pages/components/dates.ts";
import { buttonLink } from "../../pages/components/form.ts";
import { lines } from "../../pages/components/lines.ts";
import { summaryList } from "../../pages/components/summary-list.ts";
import { table } from "../../pages/components/table.ts";
import { documentView } from "../../pages/documents/document.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, link } from "../../pages/layout.ts";
import { said } from "./pages.ts";
import { at } from "./rows.ts";
import { type Minutes, type Motion, minutesState, motionsUntil, numberOf } from "./rules.ts";

interface SheetModel {
  readonly meeting: Meeting;
  readonly minutes: Minutes;
  readonly motions: readonly Motion[];
  /** What would be published now. */
  readonly next: OfficialDocument;
  /** Whether the reader gives decisions to units. */
  readonly mayDecide: boolean;
}

const motionsTable = (frame: Frame, { meeting, motions }: SheetModel): Html => {
  const { words } = frame;
  const { office: w } = said(frame);
  return table(words, {
    caption: w.written,
    empty: w.noMotions,
    columns: [{ head: w.columns.text, isRowHead: true }, { head: w.columns.way }, { head: w.columns.at }],
    rows: motions.map(({ id, text, publicText, way, receivedAt }) => [
      html`<a href="${link(frame, addressAt(at.officeMotion, { meetingId: meeting.id, motionId: id }))}">${publicText ?? text}</a>`,
      w.ways[way],
      moment(words, receivedAt),
    ]),
  });
};

/** Minutes at the office, above what can be done with them. */
export const sheetAbout = (frame: Frame, model: SheetModel): Html => {
  const { words } = frame;
  const { office: w, states } = said(frame);
  const { meeting, minutes, next, mayDecide } = model;
  const { id: meetingId } = meeting;
  const isWritten = minutes.version > 0;
  return html`${summaryList(words, [
    { term: w.number, value: isWritten ? numberOf(minutes) : w.noNumber },
    { term: w.state, value: states[minutesState(minutes)] },
    ...(isWritten
      ? [
          {
            term: w.lastWritten,
            value: html`${minutes.writtenByName}, ${moment(words, minutes.writtenAt)}`,
          },
        ]
      : []),
    { term: w.motionsUntil, value: moment(words, motionsUntil(meeting)) },
  ])}
${
  minutes.edition > 0 &&
  meeting.audience !== "staff" &&
  html`<p><a href="${link(frame, addressAt(at.minutes, { meetingId }))}">${w.seePublic}</a></p>`
}
${motionsTable(frame, model)}
<p>${buttonLink({ href: link(frame, addressAt(at.motionEntry, { meetingId })), text: w.enterMotion, kind: "second" })}${mayDecide && buttonLink({ href: link(frame, pathTo("officeDecisionEntry", { meetingId })), text: w.addDecision, kind: "second" })}</p>
${isWritten && disclosure(w.preview, documentView(next, words))}`;
};

/** A motion as it was written and as the minutes have it. */
export const motionAbout = (frame: Frame, { text, way, receivedAt }: Motion): Html => {
  const { words } = frame;
  const { office: w } = said(frame);
  return summaryList(words, [
    { term: w.original, value: lines(text) },
    { term: w.columns.way, value: w.ways[way] },
    { term: w.columns.at, value: moment(words, receivedAt) },
  ]);
};
