import { pathTo } from "../../domain/addresses.ts";
import { type DayFigures, dayDifferences, type SignedDay } from "../../domain/voting/point-day.ts";
import { box } from "../components/boxes.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { form } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { table } from "../components/table.ts";
import { textArea, textField } from "../components/text-field.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import type { PointModel } from "./list.ts";

interface DayModel {
  readonly cycleId: string;
  readonly edition: string;
  readonly point: PointModel;
  readonly day: string;
  readonly figures: DayFigures;
  readonly signed: SignedDay | undefined;
  readonly isCurrent: boolean;
  readonly stands: boolean;
  readonly mayCount: boolean;
  readonly mayCountersign: boolean;
  readonly state: FormState;
}

const signaturesPart = ({ words }: Frame, { signed, isCurrent, stands }: DayModel): Part => {
  const w = words.votingPoints.day;
  if (!signed) return html`<p>${w.unsigned}</p>`;
  return html`${!isCurrent && box({ tone: "warn", body: html`<p>${w.changed}</p>` })}
<ol>${signed.signatures.map(({ name }) => html`<li>${name}</li>`)}</ol>
${signed.counted.explanation !== undefined && html`<p>${w.explanation}: ${signed.counted.explanation}</p>`}
${stands && box({ tone: "good", body: html`<p>${w.done}</p>` })}`;
};

const countForm = (frame: Frame, action: string, { state, signed }: DayModel): Html => {
  const w = frame.words.votingPoints.day;
  const { counted } = signed ?? {};
  return html`<h2>${w.count}</h2>
${form({
  action,
  body: [
    textField(state, {
      name: "receipts",
      label: w.receipts,
      kind: "digits",
      width: 4,
      value: counted?.receipts,
    }),
    textField(state, { name: "cards", label: w.cards, kind: "digits", width: 4, value: counted?.cards }),
    textArea(state, {
      name: "explanation",
      label: w.explanation,
      hint: w.explanationHint,
      rows: 3,
      isOptional: true,
      value: counted?.explanation,
    }),
  ],
  submit: w.sign,
})}`;
};

/** A point's day beside the hand count, with both signatures; made to be printed. */
export const dayView = (frame: Frame, model: DayModel): Html => {
  const { words } = frame;
  const w = words.votingPoints.day;
  const { cycleId, edition, point, day, figures, signed, state, mayCount, mayCountersign } = model;
  const { number } = words.format;
  const differing = signed && dayDifferences(figures, signed.counted);
  const action = link(frame, pathTo("pointDay", { cycleId: cycleId, pointId: point.id, day }));
  const row = (what: string, ledger: number, counted?: number, difference?: number): Part[] => [
    what,
    number(ledger),
    counted === undefined ? "–" : number(counted),
    difference === undefined ? "–" : number(difference),
  ];
  return layout(frame, {
    title: w.title(words.format.date(day)),
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, pathTo("point", { cycleId: cycleId, pointId: point.id })), text: point.name },
    body: html`${faultSummary(state)}
<h1>${w.title(words.format.date(day))}</h1>
<p>${point.name}, ${point.address}<br>${edition}</p>
${table(words, {
  caption: w.caption,
  columns: w.columns.map((head, index) => ({ head, isRowHead: index === 0, isNumber: index > 0 })),
  rows: [
    row(w.cast, figures.cast, signed?.counted.receipts, differing?.receipts),
    row(w.cardsIn, figures.cards, signed?.counted.cards, differing?.cards),
    row(w.accepted, figures.accepted),
    row(w.rejected, figures.rejected),
    row(w.left, figures.left),
    row(w.looked, figures.looked),
    row(w.filledIn, figures.filledIn),
  ],
})}
<h2>${w.signatures}</h2>
${signaturesPart(frame, model)}
${mayCountersign && form({ action, body: [], submit: w.countersign })}
${mayCount && countForm(frame, action, model)}`,
  });
};
