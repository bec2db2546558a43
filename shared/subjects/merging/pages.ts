import { addressAt, pathTo } from "../../domain/addresses.ts";
import type { Merging, MergingState } from "../../domain/project/merging.ts";
import type { Project } from "../../domain/project/project.ts";
import { box, tag } from "../../pages/components/boxes.ts";
import { faultSummary } from "../../pages/components/fault-summary.ts";
import { button, form, hidden } from "../../pages/components/form.ts";
import { type FormState, hasFaults } from "../../pages/components/form-state.ts";
import { table } from "../../pages/components/table.ts";
import { textArea, textField } from "../../pages/components/text-field.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { textLines } from "../../pages/projects/details.ts";
import type { AuthorPlace } from "../../pages/proposals/task.ts";
import { spoken } from "../../words/spoken.ts";
import { at } from "./rows.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";
import { uk } from "./words.uk.ts";

export const { said } = spoken({ pl, en, uk });

type Of = Pick<Project, "cycleId" | "id">;

export const pathOfMerging = ({ cycleId, id }: Of): string =>
  addressAt(at.merging, { cycleId, projectId: id });
export const pathOfCase = ({ cycleId, id }: Of): string =>
  pathTo("officeProposal", { cycleId, projectId: id });

/** What stands above the acts: which proposals, with which text, and who has said what. */
export const mergingAbout = (
  frame: Frame,
  {
    project,
    merging,
    state,
  }: {
    readonly project: Project;
    readonly merging: Merging | undefined;
    readonly state: MergingState;
  },
): Html => {
  const w = said(frame);
  if (!merging) return html`<p>${project.title} ${tag(w.states[state], "plain")}</p>`;
  return html`<p>${project.title} ${tag(w.states[state], "plain")}</p>
<p>${w.until(merging.until)} ${merging.byAuthor ? w.proposedByAuthor : w.proposed(merging.proposedByName)}</p>
${table(frame.words, {
  caption: w.caption,
  columns: [{ head: w.number, isRowHead: true }, { head: w.answered }],
  rows: merging.parts.map(({ id, number, answer }) => [
    html`<a href="${link(frame, pathTo("officeProposal", { cycleId: merging.cycleId, projectId: id }))}">${number}</a>`,
    answer ? w.answers[answer] : "–",
  ]),
})}
<h2>${merging.title}</h2>
${textLines(merging.description)}`;
};

/** What a proposal went into, or what went into it, for everybody who reads its page. */
export interface Joined {
  readonly how: "into" | "from";
  readonly others: readonly Pick<Project, "id" | "number" | "cycleId">[];
}

export const joinedNote = (frame: Frame, joined: Joined | undefined): Html | undefined =>
  joined &&
  html`<p>${said(frame).joined[joined.how]}${joined.others.map(
    ({ cycleId, id, number }) =>
      html` <a href="${link(frame, pathTo("project", { cycleId, projectId: id }))}">${number}</a>`,
  )}</p>`;

/** On the author's page: the question, the common text, and both answers. */
export const mergingBox = (
  frame: Frame,
  place: AuthorPlace,
  { parts, into, title, description, until, byAuthor }: Merging,
): Html => {
  const w = said(frame);
  const own = parts.find(({ id }) => id === place.projectId);
  const [stays] = parts;
  const numbers = parts.map(({ number }) => number).join(", ");
  const answers = (buttons: Html): Html =>
    form({
      action: link(frame, pathTo("authorMerging", place)),
      body: html`${hidden("into", into)}${buttons}`,
    });
  return box({
    tone: "warn",
    title: w.author.title,
    body: html`<p>${(byAuthor ? w.author.leadOfAuthor : w.author.lead)(numbers, stays?.number ?? "")} ${w.author.until(until)}</p>
<p>${w.author.what}</p>
<p><strong>${title}</strong></p>
${textLines(description)}
${
  own?.answer
    ? html`<p>${w.author.said}</p>${own.id === into && byAuthor && answers(button({ text: w.author.giveUp, kind: "second", name: "answer", value: "decline" }))}`
    : answers(html`${button({ text: w.author.accept, name: "answer", value: "accept" })}
${button({ text: w.author.decline, kind: "second", name: "answer", value: "decline" })}`)
}`,
  });
};

/** On the author's page: the way to ask another author. */
export const mergingWay = (frame: Frame, place: AuthorPlace): Html =>
  html`<p><a href="${link(frame, pathTo("authorMergingProposal", place))}">${said(frame).ask.way}</a></p>`;

/** Where an author names the other proposal, and writes the common text. */
export const askView = (
  frame: Frame,
  {
    place,
    state,
    mayAsk,
  }: { readonly place: AuthorPlace; readonly state: FormState; readonly mayAsk: boolean },
): Html => {
  const { ask: w, fields } = said(frame);
  return layout(frame, {
    title: w.title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, pathTo("author", place)), text: w.back },
    body: html`${faultSummary(state, mayAsk)}
<h1>${w.title}</h1>
<p>${w.lead}</p>
<p>${w.what}</p>
${
  mayAsk
    ? form({
        action: link(frame, pathTo("authorMergingProposal", place)),
        submit: w.submit,
        body: html`${textField(state, { name: "number", label: w.number, hint: w.numberHint })}
${textField(state, { name: "title", label: fields.title.label })}
${textArea(state, { name: "description", label: fields.description.label, rows: 8 })}`,
      })
    : html`<p>${w.notNow}</p>`
}`,
  });
};
