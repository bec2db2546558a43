import { pathTo } from "../../domain/addresses.ts";
import { limitsOn } from "../../domain/voting/ballot-form.ts";
import { marksOf } from "../../domain/voting/marks.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { button, form } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { textField } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import type { BallotModel, BallotPool } from "./list.ts";
import { tickedOf } from "./split.ts";
import { BALLOT_FORM, leaveButton, stateFields, typingOf } from "./state-fields.ts";

export interface PointsModel extends BallotModel {
  readonly pool: BallotPool;
}

export const pointsField = (project: string): string => `points-${project}`;

/** A number for each project: for ballots with more ways to spread points than can be offered as answers. */
export const pointsView = (frame: Frame, model: PointsModel, state: FormState): Html => {
  const w = frame.words.ballot.split;
  const title = w.each(limitsOn(model.pool.form, model.pool).maxPoints);
  const marks = marksOf(model.marksByPool, model.pool.id);
  return layout(frame, {
    title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    typing: typingOf(model),
    body: html`${faultSummary(state)}
<h1>${title}</h1>
<p>${model.pool.form.kind === "points" && model.pool.form.allPoints ? w.eachHintAll : w.eachHint}</p>
${form({
  action: link(frame, pathTo("voteBallot", { cycleId: model.cycleId })),
  id: BALLOT_FORM,
  body: [
    ...stateFields(model),
    tickedOf(model).map(({ id, title: label, number }) =>
      textField(state, {
        name: pointsField(id),
        label,
        hint: number,
        kind: "digits",
        width: 4,
        value: marks.find(({ project }) => project === id)?.points ?? undefined,
      }),
    ),
    html`<div class="actions">${button({
      text: frame.words.ballot.list.next,
      name: "act",
      value: "next",
    })}${button({ text: w.back, kind: "plain", name: "act", value: "back" })}${leaveButton(frame)}</div>`,
  ],
})}`,
  });
};
