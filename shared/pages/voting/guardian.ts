import { pathTo } from "../../domain/addresses.ts";
import type { CycleId } from "../../domain/ids.ts";
import { checkbox } from "../components/choices.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { form, hidden } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";

interface GuardianModel {
  readonly cycleId: CycleId;
  readonly belowAge: number;
}

/** A child votes with a guardian: what the guardian states, and that no name is asked for. The age is the one that was typed: it tells nothing of the roll. */
export const guardianView = (frame: Frame, model: GuardianModel, state: FormState): Html => {
  const { words } = frame;
  const w = words.voting.guardian;
  return layout(frame, {
    title: w.title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    body: html`${faultSummary(state)}
<h1>${w.title}</h1>
<p>${w.lead(model.belowAge)}</p>
<ul>${w.points.map((point) => html`<li>${point}</li>`)}</ul>
${form({
  action: link(frame, pathTo("voteCode", { cycleId: model.cycleId })),
  body: [hidden("act", "guardian"), checkbox(state, { name: "guardian", label: w.declaration })],
  submit: w.submit,
})}
<p class="quiet">${w.kept}</p>`,
  });
};
