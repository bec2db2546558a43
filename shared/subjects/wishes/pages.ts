import { pathTo } from "../../domain/addresses.ts";
import type { Project } from "../../domain/project/project.ts";
import { faultSummary } from "../../pages/components/fault-summary.ts";
import { form, hidden } from "../../pages/components/form.ts";
import { type FormState, hasFaults } from "../../pages/components/form-state.ts";
import { summaryList } from "../../pages/components/summary-list.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { wayTo } from "../../pages/office/acts.ts";
import { type Choices, type Question, questionFields } from "../../pages/proposals/questions.ts";
import { spoken } from "../../words/spoken.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";

export const { said } = spoken({ pl, en });

export const pathOfWishes = ({ cycleId, id }: Pick<Project, "cycleId" | "id">): string =>
  pathTo("officeWishes", { cycleId, projectId: id });

/** Where a clerk comes from: the case in the register; of what came as a list there is none. */
export const pathOfCase = ({
  cycleId,
  id,
  register,
}: Pick<Project, "cycleId" | "id" | "register">): string =>
  register
    ? pathTo("officeEntry", { cycleId, number: String(register.number) })
    : pathTo("officeProposal", { cycleId, projectId: id });

/** The proposal that the author asks about, what already waits, and the paper that they take home. */
export const wishAbout = (
  frame: Frame,
  { id, cycleId, title, register, author }: Project,
  {
    waiting,
    mayChange,
  }: {
    readonly waiting: { readonly path: string; readonly text: string } | undefined;
    readonly mayChange: boolean;
  },
): Html => {
  const w = said(frame);
  const rows = [
    ...(register ? [{ term: frame.words.checks.mark, value: register.mark }] : []),
    ...(author ? [{ term: w.author, value: author.name }] : []),
  ];
  const print = link(frame, pathTo("deskConfirmation", { subject: id }));
  return html`<p>${title}</p>
${summaryList(frame.words, rows)}
<p>${w.lead}</p>
${waiting && html`<p>${waiting.text}</p>${wayTo(link(frame, waiting.path), w.see)}`}
${mayChange && wayTo(link(frame, pathTo("officeWishedChange", { cycleId, projectId: id })), w.change.way)}
<p><a href="${print}">${w.print}</a></p>`;
};

interface ChangeModel {
  readonly project: Pick<Project, "cycleId" | "id" | "number">;
  /** How the wish came. */
  readonly arrival: Html;
  readonly questions: readonly Question[];
  readonly choices: Choices;
  readonly times: string;
  readonly state: FormState;
}

/** The whole proposal, for what its author asks to change. */
export const wishedChangeView = (frame: Frame, model: ChangeModel): Html => {
  const { project, arrival, questions, choices, times, state } = model;
  const w = said(frame).change;
  return layout(frame, {
    title: w.title(project.number),
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, pathOfWishes(project)), text: w.back },
    body: html`${faultSummary(state)}
<h1>${w.title(project.number)}</h1>
<p>${w.lead}</p>
${form({
  action: link(frame, frame.path),
  submit: w.submit,
  body: html`${hidden("times", times)}
${arrival}
${questionFields({ ...choices, state }, questions)}`,
})}`,
  });
};
