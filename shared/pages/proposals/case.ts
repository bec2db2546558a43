import { pathTo } from "../../domain/addresses.ts";

import { faultSummary } from "../components/fault-summary.ts";
import { buttonLink, form } from "../components/form.ts";
import { type FormState, formState, hasFaults } from "../components/form-state.ts";
import { textArea, textField } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { journalLink } from "../office/log.ts";
import { detailsOf } from "../projects/details.ts";
import type { ProjectPageModel } from "../projects/model.ts";
import { decisionBox, historyList, projectFacts } from "../projects/project.ts";

export type CaseAct = "withdrawal";

export interface CaseModel {
  readonly project: ProjectPageModel;
  /** The case in the office's register. */
  readonly mark: string | null;
  readonly author: {
    readonly name: string;
    readonly email: string | null;
    readonly phone: string | null;
  } | null;
  /** Where those are who stand behind it with the author, and who they are. */
  readonly merging: { readonly path: string; readonly title: string };
  readonly coAuthors: { readonly path: string; readonly title: string; readonly names: readonly string[] };
  /** Where the list of supporters is. */
  readonly supportersPath: string;
  /** What this person may do with this project; a sentence says what bars it now. */
  readonly acts: readonly { readonly act: CaseAct; readonly barred: string | null }[];
  /** The cards of its checks, and where each stands. */
  readonly cards: readonly { readonly path: string; readonly title: string; readonly state: string }[];
  /** What was changed since it was submitted, each time. */
  readonly edits: Html | false;
  /** Where an author's answer to a call is keyed, while one is waited for. */
  readonly correction: { readonly path: string; readonly title: string } | null;
  /** The form that was posted with faults. */
  readonly posted?: { readonly act: CaseAct | "photo"; readonly state: FormState } | undefined;
  /** Its photos and papers. */
  readonly files: Html | false;
}

type Section = (frame: Frame, model: CaseModel, state: FormState) => Html;

const withdrawal: Section = (frame, { project }, state) => {
  const w = frame.words.checks.withdrawal;
  return html`<p>${w.hint}</p>
${form({
  action: link(frame, pathTo("officeWithdrawal", { cycleId: project.cycleId, projectId: project.id })),
  submit: w.submit,
  kind: "danger",
  body: html`${textArea(state, { name: "reason", label: w.reason, rows: 3 })}
${textField(state, { name: "legalBasis", label: w.legalBasis })}`,
})}`;
};

const SECTIONS: Readonly<Record<CaseAct, Section>> = { withdrawal };

const isFormShown = ({ acts }: CaseModel, act: CaseAct | "photo"): boolean =>
  act === "photo" || acts.some((one) => one.act === act && one.barred === null);

const contactOf = (
  { words: { checks: w } }: Frame,
  { name, email, phone }: NonNullable<CaseModel["author"]>,
): Html =>
  html`<p>${w.contact}: ${name}${email !== null && html`, <a href="mailto:${email}">${email}</a>`}
${phone !== null && `, ${phone}`}</p>`;

/** One case for the office: the proposal, who stands behind it, and the decision that is due. */
export const caseView = (frame: Frame, model: CaseModel): Html => {
  const { words } = frame;
  const w = words.checks;
  const { project, mark, author, coAuthors, supportersPath, cards, correction, acts, edits, posted } = model;
  const fresh = formState(words);
  return layout(frame, {
    title: `${project.number} ${project.title}`,
    hasFaults: posted !== undefined && hasFaults(posted.state),
    isPrivate: true,
    back: { href: link(frame, `${pathTo("officeProposals")}?cycle=${project.cycleId}`), text: w.back },
    body: html`${posted && faultSummary(posted.state, isFormShown(model, posted.act))}
<p class="quiet">${project.number}${mark !== null && ` · ${w.mark} ${mark}`}</p>
<h1>${project.title}</h1>
${projectFacts(words, project)}
${decisionBox(words, project)}
${author && contactOf(frame, author)}
<p><a href="${link(frame, coAuthors.path)}">${coAuthors.title}</a>: ${coAuthors.names.join(", ") || "–"}</p>
<p><a href="${link(frame, model.merging.path)}">${model.merging.title}</a></p>
${detailsOf(words, project)}
${model.files}
<p>${w.supporters}: ${words.projects.supportersOf(project.supporters, project.supportersNeeded)}.
<a href="${link(frame, supportersPath)}">${w.supporterList}</a></p>
${cards.map(({ path, title, state }) => html`<p><a href="${link(frame, path)}">${title}</a>: ${state}</p>`)}
${correction && html`<p>${buttonLink({ href: link(frame, correction.path), text: correction.title, kind: "second" })}</p>`}
${acts.map(
  ({ act, barred }) => html`<h2 id="${act}">${w[act].title}</h2>
${barred === null ? SECTIONS[act](frame, model, posted?.act === act ? posted.state : fresh) : html`<p>${barred}</p>`}`,
)}
${edits}
<h2>${words.projects.history}</h2>
${historyList(words, project)}
${journalLink(frame, project.id)}`,
  });
};
