import { addressAt, pathTo } from "../../domain/addresses.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import { criteriaOf } from "../../domain/procedure/criteria.ts";
import type { ListedVerdict } from "../../domain/procedure/publication.ts";
import type { CheckStage } from "../../domain/procedure/stages.ts";
import type { Project } from "../../domain/project/project.ts";
import type { Instant } from "../../domain/time.ts";
import { box, tag } from "../../pages/components/boxes.ts";
import { faultSummary } from "../../pages/components/fault-summary.ts";
import { buttonLink, form } from "../../pages/components/form.ts";
import { type FormState, hasFaults } from "../../pages/components/form-state.ts";
import { table } from "../../pages/components/table.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { textLines } from "../../pages/projects/details.ts";
import { spoken } from "../../words/spoken.ts";
import { at } from "./rows.ts";
import type { Appeal, ShownAppeal } from "./rules.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";
import { uk } from "./words.uk.ts";

export const { said, textFor } = spoken({ pl, en, uk });

type Of = Pick<Project, "cycleId" | "id">;

/** A published verdict against a proposal, as pages tell of it. */
interface Contested {
  readonly project: Pick<Project, "number" | "title">;
  readonly stage: CheckStage;
  readonly verdict: Pick<ListedVerdict, "reason">;
  /** Until when, exclusive, an appeal can be filed. */
  readonly until: Instant;
}

export const pathOfAppeal = ({ cycleId, id }: Of): string => addressAt(at.appeal, { cycleId, projectId: id });

export const pathOfCase = ({ cycleId, id }: Of): string =>
  pathTo("officeProposal", { cycleId, projectId: id });

/** What stands above the acts on an appeal: what it is against, what it says, and what was decided. */
export const appealAbout = (
  frame: Frame,
  {
    cycle,
    project,
    appeal,
    contested,
  }: {
    readonly cycle: Cycle;
    readonly project: Project;
    readonly appeal: Appeal | undefined;
    readonly contested: Contested | undefined;
  },
): Html => {
  const w = said(frame);
  const { about } = w;
  const stage = appeal?.stage ?? contested?.stage ?? "formal";
  const { decided, accepted, returned, answers = [], verdict } = appeal ?? {};
  const titleOf = (criterion: string): string => {
    const found = criteriaOf(cycle.ruleSet, stage).find(({ id }) => id === criterion);
    return found ? textFor(frame, found.title) : criterion;
  };
  const reason = contested?.verdict.reason;
  return html`<p>${project.title} ${tag(w.states[appeal?.state ?? "none"], "plain")}</p>
<p>${w.against[stage]}. ${contested && about.until(contested.until)}</p>
${reason !== undefined && html`<h2>${about.reason}</h2>${textLines(reason)}`}
${
  appeal &&
  html`<p>${about.filed(appeal.filedAt, appeal.register.mark)}</p>
${table(frame.words, {
  caption: about.caption,
  columns: [{ head: about.criterion, isRowHead: true }, { head: about.point }, { head: about.answer }],
  rows: appeal.points.map(({ criterion, text }) => [
    titleOf(criterion),
    textLines(text),
    textLines(answers.find((one) => one.criterion === criterion)?.text ?? "–"),
  ]),
})}`
}
${verdict && html`<p>${about.verdict}: <strong>${w.verdicts[verdict]}</strong></p>`}
${decided && html`<p class="quiet">${about.decided(decided.byName, decided.at)}</p>`}
${accepted && html`<p class="quiet">${about.accepted(accepted.byName, accepted.at)}</p>`}
${returned && html`<p>${about.returned(returned.byName, returned.reason)}</p>`}`;
};

/** On a project's page: that an appeal is filed, or what became of it. */
export const appealNote = (frame: Frame, shown: ShownAppeal | undefined): Html | undefined => {
  if (!shown) return undefined;
  const w = said(frame);
  const { stage, filedAt, outcome } = shown;
  const lines = outcome
    ? html`<p>${w.author.outcomes[outcome.verdict](outcome.at)}</p>${textLines(outcome.reason)}`
    : html`<p>${filedAt !== undefined && w.author.filed(filedAt)} ${w.author.waits}</p>`;
  return box({ tone: "info", title: `${w.title}. ${w.against[stage]}`, body: lines });
};

/** On the author's page: until when they can appeal, and the way to do it. */
export const appealWay = (frame: Frame, until: Instant): Html => {
  const w = said(frame).author;
  const way = buttonLink({ href: link(frame, `${frame.path}/odwolanie`), text: w.way });
  return box({
    tone: "info",
    title: said(frame).title,
    body: html`<p>${w.until(until)} ${w.paper}</p><p>${way}</p>`,
  });
};

/** The author's form: why it was turned down, and a field for each criterion that was not met. */
export const authorAppealView = (
  frame: Frame,
  {
    contested,
    state,
    fields,
    back,
  }: {
    readonly contested: Contested;
    readonly state: FormState;
    readonly fields: Html;
    readonly back: string;
  },
): Html => {
  const w = said(frame).author;
  const { project, verdict, until } = contested;
  const title = w.title(project.number);
  return layout(frame, {
    title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, back), text: w.back },
    body: html`${faultSummary(state)}
<h1>${title}</h1>
<p>${project.title}</p>
<p>${w.until(until)}</p>
<h2>${w.reason}</h2>
${textLines(verdict.reason ?? "–")}
<p>${w.lead}</p>
${form({
  action: link(frame, frame.path),
  submit: w.submit,
  body: fields,
})}
<p>${w.paper}</p>`,
  });
};
