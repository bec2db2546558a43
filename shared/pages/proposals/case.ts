import { pathTo } from "../../domain/addresses.ts";
import type { Grosze } from "../../domain/money.ts";

import { radios } from "../components/choices.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { form } from "../components/form.ts";
import { type FormState, formState, hasFaults } from "../components/form-state.ts";
import { textArea, textField } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { journalLink } from "../office/log.ts";
import type { ProjectPageModel } from "../projects/model.ts";
import { decisionBox, historyList, projectFacts, textLines } from "../projects/project.ts";

export type CaseAct = "formal" | "admission" | "withdrawal";

export interface CaseModel {
  readonly project: ProjectPageModel;
  readonly author: { readonly name: string; readonly email: string | null } | null;
  /** Where the list of supporters is. */
  readonly supportersPath: string;
  readonly capGrosze: Grosze;
  /** What this person may do with this project; a sentence says what bars it now. */
  readonly acts: readonly { readonly act: CaseAct; readonly barred: string | null }[];
  /** What keeps a formal check from ending well, in a sentence. */
  readonly unsupported: string | null;
  /** The form that was posted with faults. */
  readonly posted?: { readonly act: CaseAct; readonly state: FormState } | undefined;
}

type Section = (frame: Frame, model: CaseModel, state: FormState) => Html;

const formal: Section = (frame, { project, unsupported }, state) => {
  const w = frame.words.checks;
  return html`${unsupported !== null && html`<p>${unsupported}</p>`}
${form({
  action: link(frame, pathTo("officeFormalCheck", { cycleId: project.cycleId, projectId: project.id })),
  submit: w.formal.submit,
  body: html`${radios(state, {
    name: "result",
    label: w.formal.result,
    options: [
      ...(unsupported === null ? [{ value: "accepted", label: w.formal.accepted }] : []),
      { value: "rejected", label: w.formal.rejected },
    ],
  })}
${textArea(state, { name: "reasons", label: w.reasons, hint: w.reasonsHint })}`,
})}`;
};

const admission: Section = (frame, { project, capGrosze }, state) => {
  const w = frame.words.checks;
  return html`<p>${w.cap}: ${frame.words.format.money(capGrosze)}</p>
${form({
  action: link(frame, pathTo("officeAdmission", { cycleId: project.cycleId, projectId: project.id })),
  submit: w.admission.submit,
  body: html`${radios(state, {
    name: "result",
    label: w.admission.result,
    options: [
      { value: "admitted", label: w.admission.admitted },
      { value: "not-admitted", label: w.admission["not-admitted"] },
    ],
  })}
${textField(state, {
  name: "cost",
  label: w.admission.cost,
  hint: w.admission.costHint,
  kind: "amount",
  width: 11,
  unit: "zł",
  value: (project.estimatedCostGrosze / 100).toFixed(2).replace(".", ","),
})}
${textArea(state, { name: "reasons", label: w.reasons, hint: w.reasonsHint })}`,
})}`;
};

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

const SECTIONS: Readonly<Record<CaseAct, Section>> = { formal, admission, withdrawal };

const isFormShown = ({ acts }: CaseModel, act: CaseAct): boolean =>
  acts.some((one) => one.act === act && one.barred === null);

/** One case for the office: the proposal, who stands behind it, and the decision that is due. */
export const caseView = (frame: Frame, model: CaseModel): Html => {
  const { words } = frame;
  const w = words.checks;
  const { project, author, supportersPath, acts, posted } = model;
  const fresh = formState(words);
  return layout(frame, {
    title: `${project.number} ${project.title}`,
    hasFaults: posted !== undefined && hasFaults(posted.state),
    isPrivate: true,
    back: { href: link(frame, `${pathTo("officeProposals")}?cycle=${project.cycleId}`), text: w.back },
    body: html`${posted && faultSummary(posted.state, isFormShown(model, posted.act))}
<p class="quiet">${project.number}</p>
<h1>${project.title}</h1>
${projectFacts(words, project)}
${decisionBox(words, project)}
${author && html`<p>${w.contact}: ${author.name}${author.email !== null && html`, <a href="mailto:${author.email}">${author.email}</a>`}</p>`}
${textLines(project.description)}
<p>${w.supporters}: ${words.projects.supportersOf(project.supporters, project.supportersNeeded)}.
<a href="${link(frame, supportersPath)}">${w.supporterList}</a></p>
${acts.map(
  ({ act, barred }) => html`<h2 id="${act}">${w[act].title}</h2>
${barred === null ? SECTIONS[act](frame, model, posted?.act === act ? posted.state : fresh) : html`<p>${barred}</p>`}`,
)}
<h2>${words.projects.history}</h2>
${historyList(words, project)}
${journalLink(frame, project.id)}`,
  });
};
