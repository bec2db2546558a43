import { pathTo } from "../../domain/addresses.ts";
import type { City } from "../../domain/city.ts";
import type { Grosze } from "../../domain/money.ts";
import type { Task } from "../../domain/project/draft.ts";
import type { Instant } from "../../domain/time.ts";
import type { Words } from "../../words/words.ts";
import { box, disclosure } from "../components/boxes.ts";
import { districtMap } from "../components/district-map.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { button, form, hidden } from "../components/form.ts";
import { type FormState, hasFaults, typedAt } from "../components/form-state.ts";
import { type SummaryRow, summaryList } from "../components/summary-list.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import type { Choice } from "../projects/model.ts";
import { clickableOutlines, type OutlinesModel } from "./outlines.ts";
import { type Question, questionFields } from "./questions.ts";

/** Where a proposal is written: every page of it is behind the author's link. */
export interface AuthorPlace {
  readonly cycleId: string;
  readonly projectId: string;
  readonly proof: string;
}

interface TaskModel {
  readonly place: AuthorPlace;
  readonly task: Task;
  readonly questions: readonly Question[];
  readonly pools: readonly Choice[];
  readonly categories: readonly Choice[];
  readonly city: Pick<City, "map" | "districts">;
  /** The pool that a district on the map leads to. */
  readonly poolOfDistrict: (district: string) => string | undefined;
  /** Null where no outlines are known, or no point is asked for. */
  readonly outlines: OutlinesModel | null;
  /** Of a proposal that has a number: its pool stays. */
  readonly fixedPool: string | null;
  /** What one project of the chosen pool may cost, and what is left of it. */
  readonly cap: { readonly pool: string; readonly capGrosze: Grosze; readonly leftGrosze: Grosze } | null;
  /** What projects of similar titles cost; null where they are too few to tell. */
  readonly usualGrosze: Grosze | null;
  readonly guardianBelowAge: number;
  /** How often the page was saved. */
  readonly times: string;
  /** Until when a proposal that is submitted can be changed. */
  readonly editedUntil: Instant | null;
  /** What was saved elsewhere meanwhile. */
  readonly conflict: { readonly at: Instant | null; readonly rows: readonly SummaryRow[] } | null;
  readonly state: FormState;
}

const conflictBox = ({ state: { words }, conflict }: TaskModel): Html | false => {
  const { task: w } = words.proposalForm;
  return (
    conflict !== null &&
    box({
      tone: "warn",
      title: w.conflict(conflict.at),
      body: html`<p>${w.conflictLead}</p>${summaryList(words, conflict.rows)}`,
    })
  );
};

/** What one project of the pool may cost, and what is left of it by what is saved. */
const capLine = ({ proposalForm: w, format }: Words, cap: TaskModel["cap"]): Html | false => {
  if (cap === null) return false;
  const { pool, capGrosze, leftGrosze } = cap;
  const isBegun = leftGrosze < capGrosze && leftGrosze >= 0;
  const sum = format.shortMoney(capGrosze - leftGrosze);
  return html`<p>${w.cap(pool, format.shortMoney(capGrosze))} ${isBegun && w.left(sum, format.shortMoney(leftGrosze))}</p>`;
};

/** The city's map, each district a link to this page with its pool chosen: for whoever knows the place and not its name. */
const poolMap = (frame: Frame, { city, fixedPool, poolOfDistrict, state }: TaskModel): Html | false => {
  const chosen = typedAt(state, "pool");
  const hrefOf = (district: string): string | undefined => {
    const pool = poolOfDistrict(district);
    return pool && `${link(frame, frame.path)}?pool=${pool}`;
  };
  const isChosen = (district: string): boolean => chosen !== undefined && poolOfDistrict(district) === chosen;
  return (
    fixedPool === null &&
    disclosure(frame.words.projects.map, districtMap(frame.words, { city, hrefOf, isChosen }))
  );
};

/** One page of a proposal: what it asks, with what was answered before. */
export const taskView = (frame: Frame, model: TaskModel): Html => {
  const { words } = frame;
  const { proposalForm: w } = words;
  const { place, task, questions, state, cap, usualGrosze, times, editedUntil, outlines } = model;
  const title = w.tasks[task];
  const above = { ...model, above: { point: outlines && clickableOutlines(frame, outlines) } };
  return layout(frame, {
    title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, pathTo("author", place)), text: w.task.back },
    body: html`${faultSummary(state)}
<h1>${title}</h1>
${conflictBox(model)}
${editedUntil !== null && html`<p>${w.edit.lead(editedUntil)}</p>`}
${task === "place" && poolMap(frame, model)}
${task === "cost" && capLine(words, cap)}
${usualGrosze !== null && html`<p>${w.similar.usual(words.format.shortMoney(usualGrosze))}</p>`}
${form({
  action: link(frame, frame.path),
  body: html`${hidden("times", times)}${
    // Enter sends what a form begins with: never what it only offers.
    html`<button class="hidden" type="submit" name="act" value="save" tabindex="-1" aria-hidden="true">${w.task.save}</button>`
  }${questionFields(above, questions)}
${button({ text: w.task.save, name: "act", value: "save" })}`,
})}`,
  });
};
