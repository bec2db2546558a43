import { pathTo } from "../../domain/addresses.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import type { Lack } from "../../domain/project/answers.ts";
import type { Words } from "../../words/words.ts";
import { shareBar } from "../components/bars.ts";
import { box } from "../components/boxes.ts";
import { moment } from "../components/dates.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { form } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { type SummaryRow, summaryList } from "../components/summary-list.ts";
import { textField } from "../components/text-field.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { detailsOf, textLines } from "./details.ts";
import type { ProjectPageModel } from "./model.ts";
import { statusTag } from "./status-tag.ts";

/** How many support it, and how far that is to the target. */
const supportedBy = ({ projects }: Words, { supporters, supportersNeeded: needed }: ProjectPageModel): Html =>
  html`${projects.supportersOf(supporters, needed)}${needed !== null && needed > 0 && shareBar(Math.min(supporters, needed), needed)}`;

/** What is known of a project, for its page, its author and the office. */
export const projectFacts = (words: Words, project: ProjectPageModel): Html => {
  const { facts } = words.projects;
  const { money } = words.format;
  const { location, verifiedCostGrosze: verified, labels } = project;
  const row = (term: string, value: Part): SummaryRow[] => (value === null ? [] : [{ term, value }]);
  return summaryList(words, [
    ...row(facts.status, statusTag(words, project)),
    ...row(facts.pool, project.poolName),
    ...row(labels.category ?? facts.category, project.categoryName),
    ...row(facts.estimated, money(project.estimatedCostGrosze)),
    ...row(facts.verified, verified === null ? null : money(verified)),
    ...row(labels.place ?? facts.place, project.place),
    ...row(labels.point ?? facts.point, location && `${location.lat}, ${location.lon}`),
    ...row(facts.author, project.authorName),
    ...row(facts.submitted, moment(words, project.submittedAt)),
    ...project.rivals.flatMap(({ reason, projects }) =>
      row(
        facts.excludes,
        html`${projects.map(({ number, title }) => html`${number} ${title}<br>`)}<span class="quiet">${reason}</span>`,
      ),
    ),
    ...row(facts.supporters, supportedBy(words, project)),
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

const stepText = (
  { proposalForm: { edit, fields }, projects }: Words,
  status: ProjectPageModel["status"],
  changed: ProjectPageModel["history"][number]["changed"],
  labels: Partial<Record<Lack, string>>,
): string => {
  if (!changed) return projects.status[status];
  if (changed.includes("photo-taken-down")) return projects.photoTakenDown;
  const named = changed.map((field) => {
    if (field === "photos" || field === "photo-taken-down") return projects.photos;
    return labels[field] ?? fields[field].label;
  });
  return edit.changed(named.join(", "));
};

/** Newest first, each step with its reasons. */
export const historyList = (
  words: Words,
  { history, labels }: Pick<ProjectPageModel, "history" | "labels">,
): Html =>
  html`<ol class="dates" reversed>
${history
  .toReversed()
  .map(
    ({ at, status, reason, changed }) =>
      html`<li>${stepText(words, status, changed, labels)}<br>${moment(words, at)}${reason !== null && html`<br>${reason}`}</li>`,
  )}
</ol>`;

/** What is still to come, with the days of the calendar. */
const aheadList = ({ phases, frame, projects }: Words, ahead: Cycle["calendar"]): Html | false =>
  ahead.length > 0 &&
  html`<h2>${projects.ahead}</h2>
<ul class="dates">${ahead.map(({ name, endsAt }) => html`<li>${phases[name].name}<br>${frame.until(endsAt)}</li>`)}</ul>`;

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

interface BesideModel {
  readonly photos: readonly Html[];
  readonly appeal: Html | undefined;
  /** What it has become one with. */
  readonly joined: Html | undefined;
  readonly ahead: Cycle["calendar"];
  /** The place on the outline of its district; false where no outline is known. */
  readonly onMap: Html | false;
}

/** One project: what, where, how much, what was decided and why; and, while it is gathered, its support. */
export const projectView = (
  frame: Frame,
  project: ProjectPageModel,
  support: SupportModel | null,
  { photos, appeal, joined, ahead, onMap }: BesideModel,
): Html => {
  const { words } = frame;
  const w = words.projects;
  return layout(frame, {
    title: `${project.number} ${project.title}`,
    hasFaults: support !== null && hasFaults(support.state),
    back: { href: link(frame, `${pathTo("projects")}?cycle=${project.cycleId}`), text: w.back },
    body: html`${support && faultSummary(support.state)}
<p class="quiet">${project.number}</p>
<h1>${project.title}</h1>
${photos[0]}
${projectFacts(words, project)}
${onMap}
${decisionBox(words, project)}
${joined}
${appeal}
${aheadList(words, ahead)}
${detailsOf(words, project)}
${photos.slice(1)}
${support && supportForm(frame, project, support)}
<h2>${w.history}</h2>
${historyList(words, project)}`,
  });
};
