import { pathTo } from "../../domain/addresses.ts";
import { type BallotForm, limitsOn } from "../../domain/voting/ballot-form.ts";
import { REJECTIONS } from "../../domain/voting/paper.ts";
import { listTitle } from "../../words/list-name.ts";
import { checkbox, checkboxes, select } from "../components/choices.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { form, hidden } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { textField } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import type { BallotPool } from "../voting/list.ts";
import { pointsField } from "../voting/points.ts";
import { type ShownModel, shownFields } from "./shown-fields.ts";

interface CardRef {
  readonly cycleId: string;
  readonly batchId: string;
  readonly number: number;
  readonly total: number;
}

interface CardPage extends CardRef {
  readonly state: FormState;
  readonly body: Html;
}

const cardPage = (frame: Frame, { cycleId, batchId, number, total, state, body }: CardPage): Html => {
  const w = frame.words.votingPoints.card;
  return layout(frame, {
    title: w.title(number, total),
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, pathTo("batch", { cycleId: cycleId, batchId: batchId })), text: w.back },
    body: html`${faultSummary(state)}
<h1>${w.title(number, total)}</h1>
${body}`,
  });
};

interface CardModel extends CardRef {
  /** What this person would be to the card. */
  readonly as: "first" | "second" | "own";
  /** The form came back because somebody keyed the card differently. */
  readonly differs: boolean;
  readonly shown: ShownModel;
  readonly state: FormState;
}

const replacesBox = (state: FormState, isShown: boolean): Html | false =>
  isShown && checkbox(state, { name: "replaces", label: state.words.votingPoints.card.replaces });

/** Begins a card: whose it is, or why it is no ballot. */
export const cardView = (frame: Frame, model: CardModel): Html => {
  const w = frame.words.votingPoints.card;
  const { cycleId, batchId, number, as, differs, state, shown } = model;
  const reasons = REJECTIONS.filter((reason) => reason !== "guardian" || shown.guardianBelowAge > 0);
  const action = link(frame, pathTo("card", { cycleId: cycleId, batchId: batchId, number: number }));
  return cardPage(frame, {
    ...model,
    body: html`<p>${w[as]}</p>
<h2>${w.personTitle}</h2>
${form({
  action,
  body: [hidden("act", "find"), ...shownFields(state, shown, w.guardian)],
  submit: w.find,
})}
<h2>${w.rejectTitle}</h2>
${form({
  action,
  body: [
    hidden("act", "reject"),
    select(state, {
      name: "rejection",
      label: w.reason,
      options: reasons.map((reason) => [reason, w.rejections[reason]] as const),
    }),
    replacesBox(state, differs) || [],
  ],
  submit: w.reject,
  kind: "second",
})}`,
  });
};

interface CardBallotModel extends CardModel {
  readonly pools: readonly BallotPool[];
  /** The voter who was found, sealed. */
  readonly elector: string;
  readonly key: string;
}

/** Whether a mark on a list of this form is a tick and nothing more. */
export const isTicked = ({ kind }: BallotForm): boolean =>
  kind === "approval" || kind === "choose-one" || kind === "knapsack";

export const ticksField = (pool: string): string => `pick-${pool}`;

const listFields = (frame: Frame, { state }: CardBallotModel, pool: BallotPool): Html => {
  const w = frame.words.votingPoints.card;
  const title = w.listTitle(listTitle(pool.name, w.citywide));
  if (isTicked(pool.form))
    return checkboxes(state, {
      name: ticksField(pool.id),
      label: title,
      hint: w.ticksHint,
      value: [],
      options: pool.projects.map(({ id, title: label, number }) => ({ value: id, label, hint: number })),
    });
  const width = String(limitsOn(pool.form, pool).maxPointsEach).length > 2 ? 11 : 4;
  return html`<fieldset><legend>${title}</legend><p class="hint">${w.numbersHint}</p>
${pool.projects.map(({ id, title: label, number }) => textField(state, { name: pointsField(id), label, hint: number, kind: "digits", width }))}
</fieldset>`;
};

/** The lists of the voter whose card it is, on one page: numbers as they stand on the paper. */
export const cardBallotView = (frame: Frame, model: CardBallotModel): Html => {
  const w = frame.words.votingPoints.card;
  const { cycleId, batchId, number, as, differs, state, elector, key } = model;
  const here = link(frame, pathTo("card", { cycleId: cycleId, batchId: batchId, number: number }));
  return cardPage(frame, {
    ...model,
    body: html`<p>${w[as]}</p>
${form({
  action: here,
  key,
  body: [
    hidden("act", "key"),
    hidden("elector", elector),
    ...model.pools.map((pool) => listFields(frame, model, pool)),
    replacesBox(state, differs) || [],
  ],
  submit: w.submit,
})}
<p><a href="${here}">${w.another}</a></p>`,
  });
};

/** A card on which two people have agreed. */
export const settledCardView = (
  frame: Frame,
  card: CardRef & { readonly byName: string; readonly settledByName: string; readonly state: FormState },
): Html => {
  const w = frame.words.votingPoints.card;
  return cardPage(frame, {
    ...card,
    body: html`<p>${w.settled} ${w.settledBy(card.byName, card.settledByName)}</p>`,
  });
};
