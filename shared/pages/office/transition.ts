import type { Phase } from "../../domain/cycle/phases.ts";
import type { Blocker } from "../../domain/refusals.ts";
import { box } from "../components/boxes.ts";
import { form, hidden } from "../components/form.ts";
import type { FormState } from "../components/form-state.ts";
import { type Html, html } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import { actButtons, actPage, type EditionRef, numberField, reasonField } from "./act.ts";
import { editionPath } from "./paths.ts";

export interface TransitionModel extends EditionRef {
  readonly to: Phase;
  readonly blockers: readonly Blocker[];
}

/** Going on to the next phase now: what will happen, or what still stands in the way. */
export const transitionView = (frame: Frame, state: FormState, model: TransitionModel): Html => {
  const { words } = frame;
  const w = words.deskActs.dalej;
  const { to, blockers } = model;
  const phase = words.phases[to].name;
  if (blockers.length > 0) {
    const list = html`<ul>${blockers.map((blocker) => html`<li>${words.blockers[blocker.what](blocker)}</li>`)}</ul>`;
    return actPage(frame, model, {
      title: w.blocked,
      state,
      body: box({ tone: "warn", body: html`<p>${words.desk.next.blocked}:</p>${list}` }),
    });
  }
  return actPage(frame, model, {
    title: w.title(phase),
    state,
    body: html`${box({ tone: "warn", body: html`<p>${w.moves[to]}</p>` })}
${form({
  action: link(frame, editionPath(model.id, "dalej")),
  body: html`${hidden("to", to)}
${reasonField(state)}
${numberField(state, model)}
${actButtons(frame, model, { submit: w.submit(phase) })}`,
})}`,
  });
};

export const cancellationView = (frame: Frame, state: FormState, edition: EditionRef): Html => {
  const w = frame.words.deskActs.odwolanie;
  return actPage(frame, edition, {
    title: w.title,
    state,
    body: html`${box({ tone: "bad", body: html`<p>${w.consequence}</p>` })}
${form({
  action: link(frame, editionPath(edition.id, "odwolanie")),
  body: html`${reasonField(state)}
${numberField(state, edition)}
${actButtons(frame, edition, { submit: w.submit, kind: "danger" })}`,
})}`,
  });
};
