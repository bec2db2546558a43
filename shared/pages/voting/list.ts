import type { CycleId } from "../../domain/ids.ts";
import { type BallotForm, limitsOf } from "../../domain/voting/ballot-form.ts";
import { marksOf } from "../../domain/voting/draft.ts";
import type { SectionLimits } from "../../domain/voting/limits.ts";
import { box } from "../components/boxes.ts";
import { checkboxes } from "../components/choices.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { button, form, stickyBar } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { ballotPath, projectPath } from "./paths.ts";
import { type BallotState, stateFields } from "./state-fields.ts";

export interface ListedProject {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly costGrosze: number;
}

/** One list of a ballot; `place` is the district's name, null for the whole city. */
export interface BallotPool {
  readonly id: string;
  readonly place: string | null;
  readonly amountGrosze: number;
  readonly projects: readonly ListedProject[];
}

export interface BallotModel extends BallotState {
  readonly cycleId: CycleId;
  readonly form: BallotForm;
  readonly pools: readonly BallotPool[];
}

export interface ListModel extends BallotModel {
  readonly pool: BallotPool;
  /** Fetched anew: what had been ticked went with the page before. */
  readonly isEmptied?: boolean;
}

/** What a form allows on one list. */
export const limitsIn = (form: BallotForm, { amountGrosze, projects }: BallotPool): SectionLimits =>
  limitsOf(form, { amountGrosze, projects: projects.length });

/** The details open beside the ballot: leaving it would lose the ticks, which are stored nowhere. */
const hintOf = (frame: Frame, cycleId: CycleId, { id, number, title, costGrosze }: ListedProject): Html =>
  html`${number} · ${frame.words.format.shortMoney(costGrosze)} · <a href="${link(frame, projectPath(cycleId, id))}" target="_blank" rel="noopener">${frame.words.ballot.list.details}<span class="hidden">: ${title}</span></a>`;

export const listView = (frame: Frame, model: ListModel, state: FormState): Html => {
  const w = frame.words.ballot.list;
  const { pool, pools, cycleId } = model;
  const index = pools.indexOf(pool);
  const { maxProjects, maxPoints } = limitsIn(model.form, pool);
  const title = w.question(maxProjects, pool.place);
  return layout(frame, {
    title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    body: html`${faultSummary(state)}
${model.isEmptied && box({ tone: "warn", title: w.emptied, body: html`<p>${w.emptiedText}</p>` })}
${pools.length > 1 && html`<p class="quiet">${w.progress(index + 1, pools.length)}</p>`}
${form({
  action: link(frame, ballotPath(cycleId)),
  body: [
    ...stateFields(model),
    checkboxes(state, {
      name: "pick",
      label: title,
      isHeading: true,
      hint: `${w.hint(maxPoints)} ${w.newTab}`,
      asCards: true,
      value: marksOf(model.draft, pool.id).map(({ project }) => project),
      options: pool.projects.map((project) => ({
        value: project.id,
        label: project.title,
        hint: hintOf(frame, cycleId, project),
      })),
    }),
    stickyBar(w.bar(maxProjects), button({ text: w.next, name: "act", value: "next" })),
    html`<div class="actions">${button({ text: w.skip, kind: "second", name: "act", value: "skip" })}${index > 0 && button({ text: w.back, kind: "plain", name: "act", value: "back" })}</div>`,
  ],
})}
<p class="quiet">${w.buttons}</p>`,
  });
};
