import { pathTo } from "../../domain/addresses.ts";
import { box, panel } from "../components/boxes.ts";
import { checkbox } from "../components/choices.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { buttonLink, form } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { summaryList } from "../components/summary-list.ts";
import { table } from "../components/table.ts";
import { textField } from "../components/text-field.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { takeAlong } from "../voting/take-along.ts";
import type { PointModel } from "./list.ts";
import { type ShownModel, shownFields } from "./shown-fields.ts";

interface ShiftModel {
  readonly clerkName: string;
  readonly looked: number;
  readonly cast: number;
  readonly filledIn: number;
}

interface BatchLine {
  readonly id: string;
  readonly receivedOn: string;
  readonly cards: number;
  readonly state: "open" | "closed";
}

/** The card of one district, to be printed. */
export interface BlankCardLink {
  readonly district: string;
  readonly name: string;
}

interface PointPageModel {
  readonly cycleId: string;
  readonly edition: string;
  readonly point: PointModel;
  readonly today: string;
  readonly shifts: readonly ShiftModel[];
  /** Where the edition takes paper cards. */
  readonly batches?: readonly BatchLine[] | undefined;
  /** What this person may do here now. */
  readonly mayHelp: boolean;
  readonly shown: ShownModel;
  readonly mayRegister: boolean;
  readonly blankCards: readonly BlankCardLink[];
  readonly isOpen: boolean;
  readonly key: string;
  /** The form that comes back with what is wrong; the other is as it was. */
  readonly help: FormState;
  readonly batch: FormState;
}

const helpForm = (frame: Frame, { cycleId, point, help, shown }: PointPageModel): Html => {
  const w = frame.words.votingPoints.help;
  return html`<p>${w.lead}</p>
${form({
  action: link(frame, pathTo("point", { cycleId: cycleId, pointId: point.id })),
  body: [
    ...shownFields(help, shown, w.guardian),
    checkbox(help, { name: "documentSeen", label: w.documentSeen }),
    checkbox(help, { name: "filledIn", label: w.filledIn, hint: w.filledInHint }),
  ],
  submit: w.submit,
})}`;
};

const shiftsTable = (frame: Frame, { shifts, today, cycleId, point }: PointPageModel): Html => {
  const { words } = frame;
  const w = words.votingPoints.shifts;
  const { number } = words.format;
  return html`<h2>${w.title(words.format.date(today))}</h2>
${table(words, {
  caption: w.caption,
  empty: w.empty,
  columns: w.columns.map((head, index) => ({ head, isRowHead: index === 0, isNumber: index > 0 })),
  rows: shifts.map(({ clerkName, looked, cast, filledIn }) => [
    clerkName,
    number(looked),
    number(cast),
    number(filledIn),
  ]),
})}
<p><a href="${link(frame, pathTo("pointDay", { cycleId, pointId: point.id, day: today }))}">${words.votingPoints.day.link}</a></p>`;
};

const batchForm = (frame: Frame, { cycleId, point, batch, key, today }: PointPageModel): Html => {
  const w = frame.words.votingPoints.batches;
  return html`<h3>${w.add}</h3>
${form({
  action: link(frame, pathTo("pointBatches", { cycleId: cycleId, pointId: point.id })),
  key,
  body: [
    textField(batch, { name: "cards", label: w.cards, hint: w.cardsHint, kind: "digits", width: 4 }),
    textField(batch, { name: "receivedOn", label: w.receivedOn, kind: "date", width: 11, value: today }),
  ],
  submit: w.submit,
  kind: "second",
})}`;
};

/** What to do meanwhile, and the cards that have to be on paper before. */
const outagePart = (frame: Frame, { cycleId, point, blankCards }: PointPageModel): Part => {
  const w = frame.words.votingPoints.blank;
  return (
    blankCards.length > 0 &&
    html`<h3>${w.outage}</h3>
<ol>${w.steps.map((step) => html`<li>${step}</li>`)}</ol>
<ul>${blankCards.map(
      ({ district, name }) =>
        html`<li><a href="${link(frame, pathTo("blankCard", { cycleId, pointId: point.id, district }))}">${w.print(name)}</a></li>`,
    )}</ul>`
  );
};

const batchesPart = (frame: Frame, model: PointPageModel): Part => {
  const { words } = frame;
  const w = words.votingPoints.batches;
  const { batches, cycleId, mayRegister } = model;
  if (batches === undefined) return false;
  return html`<h2>${w.title}</h2>
${table(words, {
  caption: w.caption,
  empty: w.empty,
  columns: w.columns.map((head, index) => ({ head, isRowHead: index === 0, isNumber: index === 2 })),
  rows: batches.map(({ id, receivedOn, cards, state }) => [
    html`<a href="${link(frame, pathTo("batch", { cycleId: cycleId, batchId: id }))}">${w.name(words.format.date(receivedOn), cards)}</a>`,
    words.format.date(receivedOn),
    words.format.number(cards),
    w.states[state],
  ]),
})}
${mayRegister && batchForm(frame, model)}
${outagePart(frame, model)}`;
};

/** A voting point as a clerk works at it: letting voters in, the day's numbers, paper cards. */
export const pointView = (frame: Frame, model: PointPageModel): Html => {
  const { words } = frame;
  const w = words.votingPoints;
  const { point, edition, help, batch, mayHelp, isOpen } = model;
  const state = hasFaults(help) ? help : batch;
  return layout(frame, {
    title: point.name,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, pathTo("points")), text: w.title },
    body: html`${faultSummary(state)}
<h1>${point.name}</h1>
${summaryList(words, [
  { term: w.edition, value: edition },
  { term: w.address, value: point.address },
  { term: w.hours, value: point.hours },
])}
<h2>${w.help.title}</h2>
${mayHelp ? helpForm(frame, model) : !isOpen && box({ body: html`<p>${w.help.closed}</p>` })}
${shiftsTable(frame, model)}
${batchesPart(frame, model)}`,
  });
};

/** The receipt of a ballot cast at the point, for the clerk to hand on; the way back clears the screen of the voter. */
export const pointReceiptView = (
  frame: Frame,
  {
    cycleId,
    point,
    receipt,
    siteUrl,
  }: {
    readonly cycleId: string;
    readonly point: PointModel;
    readonly receipt: string;
    readonly siteUrl: string;
  },
): Html => {
  const w = frame.words.votingPoints.receipt;
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    hasScript: true,
    body: html`${panel({ title: w.title, label: w.label, reference: receipt })}
<p>${point.name}</p>
<p><strong>${w.lead}</strong></p>
${takeAlong(frame, receipt, siteUrl)}
<p>${w.noChoice}</p>
<p>${buttonLink({ href: link(frame, pathTo("point", { cycleId: cycleId, pointId: point.id })), text: w.finish })}</p>`,
  });
};
