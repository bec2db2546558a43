import { pathTo } from "../../domain/addresses.ts";
import type { CoAuthor } from "../../domain/project/co-authors.ts";
import { box, tag } from "../../pages/components/boxes.ts";
import { checkbox } from "../../pages/components/choices.ts";
import { faultSummary } from "../../pages/components/fault-summary.ts";
import { button, form, hidden } from "../../pages/components/form.ts";
import { type FormState, formState, hasFaults } from "../../pages/components/form-state.ts";
import { textField } from "../../pages/components/text-field.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { textLines } from "../../pages/projects/details.ts";
import type { AuthorPlace } from "../../pages/proposals/task.ts";
import { spoken } from "../../words/spoken.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";
import { uk } from "./words.uk.ts";

export const { said, wordsIn } = spoken({ pl, en, uk });

interface Model {
  readonly place: AuthorPlace;
  readonly items: readonly CoAuthor[];
  readonly most: number;
  readonly mayName: boolean;
  /** Whether title and author are saved: who is invited reads both. */
  readonly isHeaded: boolean;
  readonly state: FormState;
  readonly key: string;
}

const TONES = {
  accepted: "good",
  invited: "info",
  declined: "plain",
  left: "plain",
  "taken-back": "plain",
} as const;

const isOpen = ({ state }: CoAuthor): boolean => state === "invited" || state === "accepted";

const stepForm = (frame: Frame, place: AuthorPlace, body: Html): Html =>
  form({ action: link(frame, pathTo("authorCoAuthorStep", place)), body });

/** Whom an author invited, where each stands, and the form for one more. */
export const coAuthorsView = (frame: Frame, model: Model): Html => {
  const { place, items, most, mayName, isHeaded, state, key } = model;
  const w = said(frame);
  const hasRoom = items.filter(isOpen).length < most;
  const isFormShown = mayName && isHeaded && hasRoom;
  return layout(frame, {
    title: w.title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, pathTo("author", place)), text: w.back },
    body: html`${faultSummary(state, isFormShown)}
<h1>${w.title}</h1>
<p>${w.lead(most)}</p>
<p>${w.rights}</p>
${
  items.length > 0 &&
  html`<ul>${items.map(
    ({ id, name, state: at }) =>
      html`<li>${name} ${tag(w.states[at], TONES[at])}${
        at === "invited" &&
        stepForm(
          frame,
          place,
          html`${hidden("coAuthorId", id)}${button({ text: w.takeBack(name), kind: "second", name: "event", value: "take-back" })}`,
        )
      }</li>`,
  )}</ul>`
}
${mayName && !isHeaded && box({ tone: "info", body: html`<p>${w.tooEarly}</p>` })}
${mayName && isHeaded && !hasRoom && html`<p>${w.full}</p>`}
${
  isFormShown &&
  html`<h2>${w.invite}</h2>
${form({
  action: link(frame, frame.path),
  key,
  submit: w.send,
  body: html`${textField(state, { name: "name", label: w.fields.name, kind: "name" })}
${textField(state, { name: "email", label: w.fields.email, hint: w.fields.emailHint, kind: "email" })}`,
})}`
}`,
  });
};

/** What somebody who was invited reads before they answer. */
export const invitationView = (
  frame: Frame,
  {
    place,
    title,
    author,
    description,
  }: {
    readonly place: AuthorPlace;
    readonly title: string;
    readonly author: string;
    readonly description: string | undefined;
  },
): Html => {
  const w = said(frame).invitation;
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    body: html`<h1>${w.title}</h1>
<p>${w.lead(author)}</p>
<h2>${title}</h2>
${description !== undefined && textLines(description)}
<p>${said(frame).rights} ${w.leave}</p>
<p>${w.support}</p>
${stepForm(
  frame,
  place,
  html`${checkbox(formState(frame.words), { name: "isNamePublic", label: w.isNamePublic })}
${button({ text: w.accept, name: "event", value: "accept" })}
${button({ text: w.decline, kind: "second", name: "event", value: "decline" })}`,
)}`,
  });
};

/** Behind the link of somebody who has no part in it any more. */
export const endedView = (frame: Frame, { state }: Pick<CoAuthor, "state">): Html => {
  const w = said(frame);
  return layout(frame, {
    title: w.ended.title,
    isPrivate: true,
    body: html`<h1>${w.ended.title}</h1>
<p>${w.ended[state === "taken-back" ? "takenBack" : "own"]} ${w.ended.gone}</p>`,
  });
};

/** On the page of a proposal: to its author the way to those they invite, to a co-author what they are and the way out. */
export const coAuthorPart = (
  frame: Frame,
  {
    place,
    holder,
    items,
    mayName,
  }: {
    readonly place: AuthorPlace;
    readonly holder: "author" | CoAuthor;
    readonly items: readonly CoAuthor[];
    readonly mayName: boolean;
  },
): Html | undefined => {
  const w = said(frame);
  if (holder !== "author")
    return html`<h2>${w.title}</h2>
<p>${w.own(holder.isNamePublic)}</p>
${stepForm(frame, place, button({ text: w.leave, kind: "second", name: "event", value: "leave" }))}`;
  const open = items.filter(isOpen);
  if (!mayName && items.length === 0) return undefined;
  return html`<h2>${w.title}</h2>
${open.length > 0 && html`<ul>${open.map(({ name, state }) => html`<li>${name} ${tag(w.states[state], TONES[state])}</li>`)}</ul>`}
<p><a href="${link(frame, pathTo("authorCoAuthors", place))}">${mayName ? w.invite : w.see}</a></p>`;
};
