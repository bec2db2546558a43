import { pathTo } from "../../domain/addresses.ts";
import type { CycleId } from "../../domain/ids.ts";
import { type BallotForm, limitsOn } from "../../domain/voting/ballot-form.ts";
import { marksOf } from "../../domain/voting/marks.ts";
import type { ListName } from "../../words/list-name.ts";
import type { Ticked } from "../../words/words.ts";
import { box } from "../components/boxes.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { button, form, stickyBar } from "../components/form.ts";
import { chosenAt, type FormState, hasFaults } from "../components/form-state.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { listFields } from "./list-fields.ts";
import { BALLOT_FORM, type BallotState, leaveButton, stateFields, typingOf } from "./state-fields.ts";

export interface ListedProject {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly costGrosze: number;
}

/** One list of a ballot. */
export interface BallotPool {
  readonly id: string;
  readonly name: ListName;
  readonly form: BallotForm;
  readonly amountGrosze: number;
  readonly projects: readonly ListedProject[];
  /** It may have so few ballots that its published points tell what somebody chose. */
  readonly isSmall: boolean;
}

export interface BallotModel extends BallotState {
  readonly cycleId: CycleId;
  readonly pools: readonly BallotPool[];
}

export interface ListModel extends BallotModel {
  readonly pool: BallotPool;
  /** Fetched anew: what had been ticked went with the page before. */
  readonly isEmptied?: boolean;
}

/** What is ticked on the page as it is shown. */
const tickedOn = (state: FormState, { marksByPool, pool }: ListModel): Ticked => {
  const marks = marksOf(marksByPool, pool.id).map(({ project }) => project);
  const ticked = chosenAt(state, "pick", marks);
  const projects = pool.projects.filter(({ id }) => ticked.includes(id));
  return {
    projects: projects.length,
    costGrosze: projects.reduce((sum, { costGrosze }) => sum + costGrosze, 0),
  };
};

/** Without scripts, a button adds up what is ticked. */
const barOf = (frame: Frame, model: ListModel, state: FormState): Html => {
  const { forms, list } = frame.words.ballot;
  const { form: how } = model.pool;
  const limits = limitsOn(how, model.pool);
  const ticked = tickedOn(state, model);
  const addsUp = limits.maxProjects > 1 && forms.sum(how, limits, ticked) !== null;
  return stickyBar(
    forms.bar(how, limits, ticked),
    html`${button({ text: list.next, name: "act", value: "next" })}${addsUp && button({ text: forms.recount, kind: "second", name: "act", value: "sum" })}`,
  );
};

export const listView = (frame: Frame, model: ListModel, state: FormState): Html => {
  const w = frame.words.ballot.list;
  const { pool, pools, cycleId } = model;
  const index = pools.indexOf(pool);
  const title = frame.words.ballot.forms.question(pool.form, limitsOn(pool.form, pool), pool.name);
  return layout(frame, {
    title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    typing: typingOf(model),
    body: html`${faultSummary(state)}
${model.isEmptied && box({ tone: "warn", title: w.emptied, body: html`<p>${w.emptiedText}</p>` })}
${pool.isSmall && box({ title: w.small, body: html`<p>${w.smallText}${!pool.form.required && html` ${w.smallSkip}`}</p>` })}
${form({
  action: link(frame, pathTo("voteBallot", { cycleId: cycleId })),
  id: BALLOT_FORM,
  body: [
    ...stateFields(model),
    listFields(frame, model, state, title),
    barOf(frame, model, state),
    html`<div class="actions">${
      !pool.form.required && button({ text: w.skip, kind: "second", name: "act", value: "skip" })
    }${index > 0 && button({ text: w.back, kind: "plain", name: "act", value: "back" })}${leaveButton(frame)}</div>`,
  ],
})}
<p class="quiet">${w.buttons}</p>`,
  });
};
