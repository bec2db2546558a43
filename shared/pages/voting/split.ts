import { pathTo } from "../../domain/addresses.ts";
import { limitsOn } from "../../domain/voting/ballot-form.ts";
import { marksOf } from "../../domain/voting/marks.ts";
import type { Split, Splits } from "../../domain/voting/splits.ts";
import { radios } from "../components/choices.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { button, form } from "../components/form.ts";
import { chosenAt, type FormState, hasFaults } from "../components/form-state.ts";
import { attributes, type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import type { BallotModel, BallotPool, ListedProject } from "./list.ts";
import { BALLOT_FORM, leaveButton, stateFields, typingOf } from "./state-fields.ts";

interface SplitModel extends BallotModel {
  readonly pool: BallotPool;
  readonly splits: Extract<Splits, { kind: "choice" }>;
}

export const splitText = (split: Split): string => split.join("-");

/** The ticked projects of a list, in the order in which points are written. */
export const tickedOf = ({
  pool,
  marksByPool,
}: Pick<SplitModel, "pool" | "marksByPool">): ListedProject[] => {
  const marks = marksOf(marksByPool, pool.id);
  return pool.projects.filter(({ id }) => marks.some(({ project }) => project === id));
};

const given = ({ marksByPool, pool }: SplitModel): string | undefined => {
  const points = marksOf(marksByPool, pool.id).map((mark) => mark.points);
  return points.some((one) => one === null) ? undefined : points.join("-");
};

const wayOf = ({ words }: Frame, split: Split, ticked: readonly ListedProject[]): Html =>
  html`${split.map((points, index) => html`${index > 0 && html`<br>`}${words.ballot.split.way(points, ticked[index]?.title ?? "")}`)}`;

/** The ways that leave points unused stand behind a disclosure; they answer the same question, so they share its name. */
const fewerView = (frame: Frame, model: SplitModel, state: FormState): Html | false => {
  const { fewer } = model.splits;
  const w = frame.words.ballot.split;
  const chosen = chosenAt(state, "split", given(model))[0];
  const ticked = tickedOf(model);
  return (
    fewer.length > 0 &&
    html`<details${attributes({ open: fewer.some((split) => splitText(split) === chosen) })}><summary>${w.fewer}</summary>
<div role="group" aria-label="${w.fewer}">
${fewer.map(
  (split, index) =>
    html`<div class="choice"><input${attributes({
      type: "radio",
      id: `fewer-${index + 1}`,
      name: "split",
      value: splitText(split),
      checked: splitText(split) === chosen,
    })}><div><label for="fewer-${index + 1}">${wayOf(frame, split, ticked)}</label></div></div>`,
)}
</div></details>`
  );
};

/** Only for voters whose ticks leave a question: two of Katowice's three. */
export const splitView = (frame: Frame, model: SplitModel, state: FormState): Html => {
  const w = frame.words.ballot.split;
  const title = w.question(limitsOn(model.pool.form, model.pool).maxPoints);
  const ticked = tickedOf(model);
  return layout(frame, {
    title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    typing: typingOf(model),
    body: html`${faultSummary(state)}
${form({
  action: link(frame, pathTo("voteBallot", { cycleId: model.cycleId })),
  id: BALLOT_FORM,
  body: [
    ...stateFields(model),
    radios(state, {
      name: "split",
      label: title,
      isHeading: true,
      value: given(model),
      options: model.splits.full.map((split) => ({
        value: splitText(split),
        label: wayOf(frame, split, ticked),
      })),
    }),
    fewerView(frame, model, state),
    html`<div class="actions">${button({
      text: frame.words.ballot.list.next,
      name: "act",
      value: "next",
    })}${button({ text: w.back, kind: "plain", name: "act", value: "back" })}${leaveButton(frame)}</div>`,
  ],
})}`,
  });
};
