import { pathTo } from "../../domain/addresses.ts";
import type { Task } from "../../domain/project/draft.ts";
import type { Instant } from "../../domain/time.ts";
import { box, tag } from "../components/boxes.ts";
import { moment } from "../components/dates.ts";
import { button, buttonLink, form } from "../components/form.ts";
import { type SummaryRow, summaryList } from "../components/summary-list.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { type SimilarModel, similarList } from "./similar.ts";
import { TASK_SLUGS } from "./slugs.ts";
import type { AuthorPlace } from "./task.ts";

interface Part {
  readonly task: Task;
  /** What is lacking, by its labels; null where nobody asks. */
  readonly lacking: readonly string[] | null;
}

interface DraftModel {
  readonly place: AuthorPlace;
  readonly title: string | null;
  readonly parts: readonly Part[];
  readonly savedAt: Instant | null;
  readonly until: Instant | null;
  readonly isOpen: boolean;
  readonly similar: readonly SimilarModel[];
  /** Only the author submits it and throws it away. */
  readonly isAuthor: boolean;
  /** How many residents have to support it; null where that is not known yet. */
  readonly needed: number | null;
  readonly coAuthors: Html | undefined;
  /** The way to photos and papers. */
  readonly files: Html | false;
}

const partHref = (frame: Frame, place: AuthorPlace, task: Task): string =>
  link(frame, pathTo("authorTask", { ...place, task: TASK_SLUGS[task] }));

/** The parts of a proposal, each with where it is written. */
export const partList = (
  frame: Frame,
  place: AuthorPlace,
  parts: readonly Part[],
  more?: Html | false,
): Html => {
  const { proposalForm: w } = frame.words;
  return html`<ol class="parts">
${parts.map(
  ({ task, lacking }) =>
    html`<li><a href="${partHref(frame, place, task)}">${w.tasks[task]}</a> ${
      lacking !== null &&
      (lacking.length === 0
        ? tag(w.draft.ready, "good")
        : html`<br><span class="quiet">${w.draft.lacking(lacking.join(", "))}</span>`)
    }</li>`,
)}${more}
</ol>`;
};

/** A draft behind its author's link: its parts, when it was saved, until when it can be submitted. */
export const draftView = (frame: Frame, model: DraftModel): Html => {
  const { words } = frame;
  const { draft: w } = words.proposalForm;
  const { place, title, parts, savedAt, until, isOpen, similar, isAuthor, needed, coAuthors } = model;
  const needsSupport = needed !== 0;
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    body: html`<h1>${w.title}</h1>
${title !== null && html`<p><strong>${title}</strong></p>`}
<p>${savedAt === null ? w.unsaved : w.saved(savedAt)} ${isOpen && until !== null && w.until(until)}</p>
${
  isOpen
    ? html`<h2>${w.steps}</h2>
${partList(
  frame,
  place,
  parts,
  needsSupport && html`<li>${w.support}<br><span class="quiet">${w.supportLater(needed)}</span></li>`,
)}
${model.files}
${isAuthor && html`<p>${buttonLink({ href: link(frame, pathTo("authorCheck", place)), text: w.check })}</p>`}`
    : box({ tone: "warn", body: html`<p>${w.over}</p>` })
}
${coAuthors}
${similarList(frame, similar)}
<p>${w.keep} ${w.lost}</p>
${isAuthor && html`<p>${buttonLink({ href: link(frame, pathTo("authorWithdrawal", place)), text: w.remove, kind: "second" })}</p>`}`,
  });
};

export const removalView = (frame: Frame, place: AuthorPlace, title: string | null): Html => {
  const { draft: w } = frame.words.proposalForm;
  return layout(frame, {
    title: w.removeTitle,
    isPrivate: true,
    body: html`<h1>${w.removeTitle}</h1>
${title !== null && html`<p>${title}</p>`}
<p>${w.removeLead}</p>
${form({
  action: link(frame, frame.path),
  body: html`${button({ text: w.remove, kind: "danger" })}
${buttonLink({ href: link(frame, pathTo("author", place)), text: w.keepIt, kind: "second" })}`,
})}`,
  });
};

interface CheckModel {
  readonly place: AuthorPlace;
  readonly rows: readonly SummaryRow[];
  /** What keeps it from being submitted: a sentence, and where it is mended. */
  readonly lacking: readonly { readonly text: string; readonly task: Task }[];
}

/** The proposal as residents will see it, before it is sent for good. */
export const checkView = (frame: Frame, { place, rows, lacking }: CheckModel): Html => {
  const { words } = frame;
  const { check: w, task: part } = words.proposalForm;
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    back: { href: link(frame, pathTo("author", place)), text: part.back },
    body: html`<h1>${w.title}</h1>
${
  lacking.length > 0
    ? box({
        tone: "warn",
        title: w.lacking,
        body: html`<ul>${lacking.map(({ task, text }) => html`<li><a href="${partHref(frame, place, task)}">${text}</a></li>`)}</ul>`,
      })
    : html`<p>${w.lead}</p>`
}
${summaryList(words, rows)}
${lacking.length === 0 && form({ action: link(frame, frame.path), submit: w.submit, body: "" })}`,
  });
};

interface DraftsModel {
  readonly email: string;
  readonly items: readonly {
    readonly place: AuthorPlace;
    readonly title: string | null;
    /** Null of one that was submitted. */
    readonly savedAt: Instant | null;
    readonly number: string | null;
  }[];
  readonly most: number;
  /** Whether the call takes proposals; else what came in is found here. */
  readonly isOpen: boolean;
  readonly mayBegin: boolean;
  readonly key: string;
}

/** What a mailbox wrote in a call, and where to begin anew. */
export const draftsView = (
  frame: Frame,
  { email, items, most, isOpen, mayBegin, key }: DraftsModel,
): Html => {
  const { words } = frame;
  const { drafts: w } = words.proposalForm;
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    body: html`<h1>${w.title}</h1>
<p>${w.as(email)}</p>
${items.length === 0 && html`<p>${isOpen ? w.none : w.nothing}</p>`}
${
  items.length > 0 &&
  html`<ul>${items.map(
    ({ place, title, savedAt, number }) =>
      html`<li><a href="${link(frame, pathTo("author", place))}">${title ?? w.untitled}</a><br>${
        number ?? html`${w.draft}${savedAt && html`, ${w.saved} ${moment(words, savedAt)}`}`
      }</li>`,
  )}</ul>`
}
${isOpen && (mayBegin ? form({ action: link(frame, frame.path), key, submit: w.begin, body: "" }) : html`<p>${w.tooMany(most)}</p>`)}`,
  });
};
