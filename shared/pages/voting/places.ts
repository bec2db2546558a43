import { pathTo } from "../../domain/addresses.ts";
import type { Ordinal } from "../../domain/voting/forms/ordinal.ts";
import { marksOf } from "../../domain/voting/marks.ts";
import { select } from "../components/choices.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { button, form } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { type PointsModel, pointsField } from "./points.ts";
import { tickedOf } from "./split.ts";
import { BALLOT_FORM, leaveButton, stateFields, typingOf } from "./state-fields.ts";

/** A place for each project that was ticked. */
export const placesView = (frame: Frame, model: PointsModel, ordinal: Ordinal, state: FormState): Html => {
  const { forms, list, split } = frame.words.ballot;
  const ticked = tickedOf(model);
  const marks = marksOf(model.marksByPool, model.pool.id);
  const options = ticked.map(
    (_, index) => [`${index + 1}`, forms.places.place(index + 1, ordinal.weights[index] ?? 0)] as const,
  );
  return layout(frame, {
    title: forms.places.question,
    hasFaults: hasFaults(state),
    isPrivate: true,
    typing: typingOf(model),
    body: html`${faultSummary(state)}
<h1>${forms.places.question}</h1>
<p>${forms.places.hint}</p>
${form({
  action: link(frame, pathTo("voteBallot", { cycleId: model.cycleId })),
  id: BALLOT_FORM,
  body: [
    ...stateFields(model),
    ticked.map(({ id, title, number }) =>
      select(state, {
        name: pointsField(id),
        label: title,
        hint: number,
        options,
        value: `${marks.find(({ project }) => project === id)?.points ?? ""}`,
      }),
    ),
    html`<div class="actions">${button({ text: list.next, name: "act", value: "next" })}${button({
      text: split.back,
      kind: "plain",
      name: "act",
      value: "back",
    })}${leaveButton(frame)}</div>`,
  ],
})}`,
  });
};
