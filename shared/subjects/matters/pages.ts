import { pathTo } from "../../domain/addresses.ts";
import { box, panel, titled } from "../../pages/components/boxes.ts";
import { faultSummary } from "../../pages/components/fault-summary.ts";
import { form } from "../../pages/components/form.ts";
import { type FormState, hasFaults } from "../../pages/components/form-state.ts";
import { lines } from "../../pages/components/lines.ts";
import { summaryList } from "../../pages/components/summary-list.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { contactView, type Office } from "../../pages/site/contact.ts";
import { spoken } from "../../words/spoken.ts";
import { type Found, KINDS, lastDayOf, type Matter, type MatterKind, numberOf } from "./rules.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";
import { uk } from "./words.uk.ts";

export const { inOffice, wordsIn, said } = spoken({ pl, en, uk });

/** The last part of a form's address, by kind. */
const SLUGS = {
  question: "pytanie",
  accessibility: "dostepnosc",
  "personal-data": "dane-osobowe",
  "public-information": "informacja-publiczna",
} as const satisfies { readonly [K in MatterKind]: string };

export const kindAt = (slug: string): MatterKind | undefined => KINDS.find((kind) => SLUGS[kind] === slug);
const formPath = (kind: MatterKind): string => pathTo("matterForm", { kind: SLUGS[kind] });

/** The door to the office: what can be asked and demanded, each with its term, and where the office is. */
export const mattersView = (frame: Frame, office: Office): Html => {
  const w = said(frame);
  const card = (kind: MatterKind): Html =>
    html`<li>${titled(
      html`<a href="${link(frame, formPath(kind))}">${w.kinds[kind]}</a>`,
      html`<p>${w.cards[kind]}</p>`,
    )}</li>`;
  return layout(frame, {
    title: w.title,
    body: html`<h1>${w.title}</h1>
<p>${w.lead}</p>
<ul class="grid wide">${KINDS.map(card)}</ul>
<p>${w.other} <a href="${link(frame, pathTo("visits"))}">${w.visit}</a></p>
${contactView(frame, office)}`,
  });
};

export const matterFormView = (
  frame: Frame,
  state: FormState,
  kind: MatterKind,
  { key, fields }: { readonly key: string; readonly fields: Html },
): Html => {
  const w = said(frame);
  return layout(frame, {
    title: w.kinds[kind],
    hasFaults: hasFaults(state),
    back: { href: link(frame, pathTo("matters")), text: w.title },
    body: html`${faultSummary(state)}
<h1>${w.kinds[kind]}</h1>
<p>${w.cards[kind]}</p>
<p>${w.leads[kind]}</p>
<p class="hint">${w.privacy} <a href="${link(frame, pathTo("privacy"))}">${frame.words.frame.footer.privacy}</a></p>
${form({ action: link(frame, formPath(kind)), key, body: fields, submit: w.submit })}`,
  });
};

/** After the form: the same whoever asked, and for whichever address. */
export const matterSentView = (frame: Frame, isMailed: boolean): Html => {
  const { sent: w } = said(frame);
  const title = isMailed ? w.mail : w.call;
  return layout(frame, {
    title,
    isPrivate: true,
    back: { href: link(frame, pathTo("matters")), text: w.back },
    body: html`${panel({ title })}
<p>${isMailed ? w.mailText : w.callText}</p>
${isMailed && html`<p>${w.notYet}</p>`}`,
  });
};

/** What somebody asked, as facts. */
export const matterFacts = (frame: Frame, matter: Matter) => {
  const { link: w, kinds, states, rights } = said(frame);
  const { kind, state, arrivedOn, about, text, right } = matter;
  return [
    { term: w.terms.kind, value: kinds[kind] },
    { term: w.terms.number, value: numberOf(matter) },
    { term: w.terms.state, value: states[state] },
    { term: w.terms.arrived, value: frame.words.format.date(arrivedOn) },
    ...(about === undefined ? [] : [{ term: w.terms.about, value: about }]),
    ...(right === undefined ? [] : [{ term: w.terms.kind, value: rights[right] }]),
    ...(text === "" ? [] : [{ term: w.terms.text, value: html`<p>${lines(text)}</p>` }]),
  ];
};

/** What was found of a person, place by place. */
export const foundView = (found: readonly Found[], level: 2 | 3 = 3): Html =>
  html`${found.map(
    ({ where, lines: texts }) =>
      html`${level === 2 ? html`<h2>${where}</h2>` : html`<h3>${where}</h3>`}<ul>${texts.map((text) => html`<li>${lines(text)}</li>`)}</ul>`,
  )}`;

/** The answer as whoever asked reads it. */
export const answerView = (
  frame: Frame,
  { kind, answer }: Matter,
  found?: readonly Found[],
): Html | false => {
  const w = said(frame);
  if (!answer) return false;
  return html`<h2>${w.link.answer}</h2>
<p>${w.outcomeIs(w.outcomes[answer.outcome])}</p>
<p>${lines(answer.text)}</p>
<p>${w.recourse[kind]}</p>
${found && html`<h2>${w.link.found}</h2>${foundView(found)}`}`;
};

/** Behind the mailed link: one button before it is confirmed, where it stands after. Opening it changes nothing. */
export const matterLinkView = (
  frame: Frame,
  matter: Matter,
  { action, found }: { readonly action: string; readonly found: readonly Found[] | undefined },
): Html => {
  const { link: w } = said(frame);
  const isAsked = matter.state === "unconfirmed";
  const title = isAsked ? w.confirmTitle : w.title(numberOf(matter));
  const isAnswered = matter.state === "answered";
  return layout(frame, {
    title,
    isPrivate: true,
    body: html`<h1>${title}</h1>
${
  !isAsked &&
  box({
    tone: isAnswered ? "good" : "info",
    title: isAnswered ? w.answered : w.received,
    body: html`${!isAnswered && html`<p>${w.until(lastDayOf(matter))}</p>`}
${!isAnswered && matter.extended && html`<p>${w.extended(matter.extended.reason)}</p>`}`,
  })
}
${summaryList(frame.words, matterFacts(frame, matter))}
${isAnswered && answerView(frame, matter, found)}
${
  isAsked
    ? html`${form({ action: link(frame, action), body: [], submit: w.confirm })}
<p class="hint">${w.notYou}</p>`
    : html`<p>${w.keep}</p>`
}`,
  });
};
