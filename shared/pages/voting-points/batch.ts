import { pathTo } from "../../domain/addresses.ts";
import { REJECTIONS, type Rejection, unsettled } from "../../domain/voting/paper.ts";
import type { PaperFile } from "../../domain/voting/paper-file.ts";
import { box } from "../components/boxes.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { buttonLink, form } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { summaryList } from "../components/summary-list.ts";
import { textArea, textField } from "../components/text-field.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";

interface BatchModel {
  readonly cycleId: string;
  readonly id: string;
  readonly point: { readonly id: string; readonly name: string };
  readonly receivedOn: string;
  readonly state: "open" | "closed";
  readonly figures: {
    readonly cards: number;
    readonly untouched: number;
    readonly keyed: number;
    readonly accepted: number;
    readonly rejected: Readonly<Partial<Record<Rejection, number>>>;
  };
  /** Whether this person keys cards. */
  readonly mayKey: boolean;
  /** Whether this person may propose another number of cards. */
  readonly mayCorrect: boolean;
  /** The proposal of another number that waits for a second person. */
  readonly correction?: { readonly id: string } | undefined;
  /** The first card that nobody has keyed, and the first that waits for this person to key it a second time. */
  readonly nextToKey?: number | undefined;
  readonly nextToCheck?: number | undefined;
  /** Tables in which somebody has keyed cards of it. */
  readonly files: readonly Pick<PaperFile, "id" | "name" | "byName" | "state">[];
  readonly form: FormState;
}

const figuresList = ({ words }: Frame, { point, receivedOn, state, figures }: BatchModel): Html => {
  const w = words.votingPoints.batch;
  const { number } = words.format;
  return summaryList(words, [
    { term: w.point, value: point.name },
    { term: w.receivedOn, value: words.format.date(receivedOn) },
    { term: w.state, value: words.votingPoints.batches.states[state] },
    { term: w.total, value: number(figures.cards) },
    { term: w.untouched, value: number(figures.untouched) },
    { term: w.keyed, value: number(figures.keyed) },
    { term: w.accepted, value: number(figures.accepted) },
    ...REJECTIONS.flatMap((reason) => {
      const count = figures.rejected[reason] ?? 0;
      return count > 0 ? [{ term: w.rejected(reason), value: number(count) }] : [];
    }),
  ]);
};

const actsPart = (frame: Frame, model: BatchModel): Part => {
  const w = frame.words.votingPoints.batch;
  const { cycleId, id, figures, mayKey, nextToKey, nextToCheck, state } = model;
  if (state === "closed")
    return box({ tone: "good", body: html`<p>${figures.cards === 0 ? w.withdrawn : w.closed}</p>` });
  const left = unsettled(figures);
  if (left > 0)
    return html`${box({ tone: "warn", body: html`<p>${w.left(left)}</p>` })}
${
  mayKey &&
  html`<p>${
    nextToKey !== undefined &&
    buttonLink({
      href: link(frame, pathTo("card", { cycleId: cycleId, batchId: id, number: nextToKey })),
      text: w.keyNext(nextToKey),
    })
  }
${
  nextToCheck !== undefined &&
  buttonLink({
    href: link(frame, pathTo("card", { cycleId: cycleId, batchId: id, number: nextToCheck })),
    text: w.checkNext(nextToCheck),
    kind: nextToKey === undefined ? "primary" : "second",
  })
}</p>
${nextToKey === undefined && nextToCheck === undefined && html`<p>${w.waits}</p>`}`
}`;
  return (
    mayKey &&
    form({
      action: link(frame, pathTo("batch", { cycleId: cycleId, batchId: id })),
      body: [],
      submit: w.close,
    })
  );
};

const correctionPart = (frame: Frame, model: BatchModel): Part => {
  const { cycleId, id, figures, form: state, correction, mayCorrect } = model;
  const w = frame.words.votingPoints.batch.correction;
  if (correction)
    return html`<h2>${w.title}</h2>
<p>${w.waits} <a href="${link(frame, pathTo("pendingAct", { pendingId: correction.id }))}">${w.toProposal}</a></p>`;
  if (!mayCorrect) return false;
  return html`<h2>${w.title}</h2>
<p>${w.lead}</p>
${form({
  action: link(frame, pathTo("batchCorrection", { cycleId: cycleId, batchId: id })),
  body: [
    textField(state, { name: "cards", label: w.cards, kind: "digits", width: 4, value: figures.cards }),
    textArea(state, { name: "reason", label: w.reason, rows: 3 }),
  ],
  submit: w.submit,
  kind: "second",
})}`;
};

const filesPart = (frame: Frame, { cycleId, id: batchId, files, mayKey, state }: BatchModel): Part => {
  const w = frame.words.votingPoints.file;
  const maySend = mayKey && state === "open";
  if (!maySend && files.length === 0) return false;
  return html`<h2>${w.batchTitle}</h2>
${
  files.length > 0 &&
  html`<ul>${files.map(({ id: uploadId, name, byName, state: now }) => {
    const text = mayKey
      ? html`<a href="${link(frame, pathTo("paperFile", { cycleId, batchId, uploadId }))}">${name}</a>`
      : name;
    return html`<li>${text}: ${byName}, ${w.states[now]}</li>`;
  })}</ul>`
}
${
  maySend &&
  html`<p>${w.lead}</p>
${form({ action: link(frame, pathTo("paperUpload", { cycleId, batchId })), body: [], submit: w.send, kind: "second" })}`
}`;
};

/** A batch of paper cards: how far it is, and the next card for whoever looks at it. */
export const batchView = (frame: Frame, model: BatchModel): Html => {
  const w = frame.words.votingPoints.batch;
  return layout(frame, {
    title: w.title,
    hasFaults: hasFaults(model.form),
    isPrivate: true,
    back: {
      href: link(frame, pathTo("point", { cycleId: model.cycleId, pointId: model.point.id })),
      text: model.point.name,
    },
    body: html`${faultSummary(model.form)}
<h1>${w.title}</h1>
${figuresList(frame, model)}
${actsPart(frame, model)}
${filesPart(frame, model)}
${correctionPart(frame, model)}`,
  });
};
