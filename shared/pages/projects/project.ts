import { pathTo } from "../../domain/addresses.ts";
import type { Words } from "../../words/words.ts";
import { box } from "../components/boxes.ts";
import { moment } from "../components/dates.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { form } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { type SummaryRow, summaryList } from "../components/summary-list.ts";
import { textField } from "../components/text-field.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import type { ProjectPageModel } from "./model.ts";
import { statusTag } from "./status-tag.ts";

/** Text of several lines as it was typed. */
export const textLines = (text: string): Html[] =>
  text
    .split(/\n{2,}/)
    .map(
      (paragraph) =>
        html`<p>${paragraph.split("\n").map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</p>`,
    );

/** What is known of a project, for its page, its author and the office. */
export const projectFacts = (words: Words, project: ProjectPageModel): Html => {
  const { facts, supportersOf } = words.projects;
  const { money } = words.format;
  const { location, verifiedCostGrosze: verified } = project;
  const row = (term: string, value: Part): SummaryRow[] => (value === null ? [] : [{ term, value }]);
  return summaryList(words, [
    ...row(facts.status, statusTag(words, project)),
    ...row(facts.pool, project.poolName),
    ...row(facts.estimated, money(project.estimatedCostGrosze)),
    ...row(facts.verified, verified === null ? null : money(verified)),
    ...row(facts.place, project.place),
    ...row(facts.point, location && `${location.lat}, ${location.lon}`),
    ...row(facts.author, project.authorName),
    ...row(facts.submitted, moment(words, project.submittedAt)),
    ...project.rivals.flatMap(({ reason, projects }) =>
      row(
        facts.excludes,
        html`${projects.map(({ number, title }) => html`${number} ${title}<br>`)}<span class="quiet">${reason}</span>`,
      ),
    ),
    ...row(facts.supporters, supportersOf(project.supporters, project.supportersNeeded)),
  ]);
};

/** Why the office said no. */
export const decisionBox = (
  words: Words,
  { reason, legalBasis, status, withdrawnAfterFreeze }: ProjectPageModel,
): Html | false =>
  reason !== null &&
  box({
    tone: "warn",
    title: withdrawnAfterFreeze ? words.projects.withdrawnAfterVote : words.projects.status[status],
    body: html`${textLines(reason)}${legalBasis !== null && html`<p>${words.projects.facts.legalBasis}: ${legalBasis}</p>`}`,
  });

/** Newest first, each step with its reasons. */
export const historyList = (words: Words, { history }: Pick<ProjectPageModel, "history">): Html =>
  html`<ol class="dates" reversed>
${history
  .toReversed()
  .map(
    ({ at, status, reason }) =>
      html`<li>${words.projects.status[status]}<br>${moment(words, at)}${reason !== null && html`<br>${reason}`}</li>`,
  )}
</ol>`;

interface SupportModel {
  readonly state: FormState;
  readonly key: string;
  /** Whether the edition knows who supports by name and address. */
  readonly asksAddress: boolean;
}

const supportForm = (
  frame: Frame,
  project: ProjectPageModel,
  { state, key, asksAddress }: SupportModel,
): Html => {
  const w = frame.words.projects.support;
  return html`<h2>${w.title}</h2>
<p>${w.lead}</p>
${form({
  action: link(frame, pathTo("support", { cycleId: project.cycleId, projectId: project.id })),
  key,
  submit: w.submit,
  body: html`${textField(state, { name: "name", label: w.name, hint: w.nameHint, kind: "name" })}
${asksAddress && textField(state, { name: "address", label: w.address, hint: w.addressHint })}
${textField(state, { name: "email", label: w.email, hint: w.emailHint, kind: "email" })}`,
})}`;
};

/** One project: what, where, how much, what was decided and why; and, while it is gathered, its support. */
export const projectView = (frame: Frame, project: ProjectPageModel, support: SupportModel | null): Html => {
  const { words } = frame;
  const w = words.projects;
  return layout(frame, {
    title: `${project.number} ${project.title}`,
    hasFaults: support !== null && hasFaults(support.state),
    back: { href: link(frame, `${pathTo("projects")}?cycle=${project.cycleId}`), text: w.back },
    body: html`${support && faultSummary(support.state)}
<p class="quiet">${project.number}</p>
<h1>${project.title}</h1>
${projectFacts(words, project)}
${decisionBox(words, project)}
${project.description !== "" && html`<h2>${w.description}</h2>\n${textLines(project.description)}`}
${support && supportForm(frame, project, support)}
<h2>${w.history}</h2>
${historyList(words, project)}`,
  });
};
