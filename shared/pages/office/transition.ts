import { pathTo } from "../../domain/addresses.ts";
import type { Phase } from "../../domain/cycle/phases.ts";
import type { Blocker } from "../../domain/refusals.ts";
import { box } from "../components/boxes.ts";
import { form, hidden } from "../components/form.ts";
import type { FormState } from "../components/form-state.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import { actButtons, actPage, type EditionRef, numberField, reasonField } from "./act.ts";

interface TransitionModel extends EditionRef {
  readonly to: Phase;
  readonly blockers: readonly Blocker[];
  /** Whether another person has to accept it. */
  readonly byTwo: boolean;
}

/** What is asked for is only proposed, where it takes two. */
const byTwoNote = ({ words }: Frame, byTwo: boolean): Part =>
  byTwo && html`<p>${words.transition.byTwo.needed}</p>`;

/** Going on to the next phase now: what will happen, or what still stands in the way. */
export const transitionView = (frame: Frame, state: FormState, model: TransitionModel): Html => {
  const { words } = frame;
  const w = words.transition;
  const { to, blockers, byTwo } = model;
  const phase = words.phases[to].name;
  if (blockers.length > 0) {
    const list = html`<ul>${blockers.map((blocker) => html`<li>${words.blockers[blocker.what](blocker)}</li>`)}</ul>`;
    return actPage(frame, model, {
      title: w.blocked,
      state,
      body: box({ tone: "warn", body: html`<p>${words.editions.next.blocked}:</p>${list}` }),
    });
  }
  return actPage(frame, model, {
    title: w.title(phase),
    state,
    body: html`${box({ tone: "warn", body: html`<p>${w.moves[to]}</p>${byTwoNote(frame, byTwo)}${byTwo && html`<p>${words.transition.byTwo.shown}</p>`}` })}
${form({
  action: link(frame, pathTo("editionTransition", { cycleId: model.id })),
  body: html`${hidden("to", to)}
${reasonField(state)}
${numberField(state, model)}
${actButtons(frame, model, byTwo ? { submit: words.transition.byTwo.propose, kind: "danger" } : { submit: w.submit(phase) })}`,
})}`,
  });
};

export const cancellationView = (
  frame: Frame,
  state: FormState,
  edition: EditionRef & Pick<TransitionModel, "byTwo">,
): Html => {
  const { cancellation: w, byTwo: two } = frame.words.transition;
  const { byTwo } = edition;
  return actPage(frame, edition, {
    title: w.title,
    state,
    body: html`${box({ tone: "bad", body: html`<p>${w.consequence}</p>${byTwoNote(frame, byTwo)}` })}
${form({
  action: link(frame, pathTo("editionCancellation", { cycleId: edition.id })),
  body: html`${reasonField(state)}
${numberField(state, edition)}
${actButtons(frame, edition, { submit: byTwo ? two.propose : w.submit, kind: "danger" })}`,
})}`,
  });
};
