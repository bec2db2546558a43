import { pathTo } from "../../domain/addresses.ts";
import type { GivenUpLetter, LetterSubject } from "../../domain/notice/given-up.ts";
import { moment } from "../components/dates.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { form, hidden } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { summaryList } from "../components/summary-list.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";

/** Where what a letter is about has its page in the office. */
const subjectPath = (subject: LetterSubject): string => {
  switch (subject.of) {
    case "project":
      return pathTo("officeProposal", subject);
    case "late":
      return pathTo("officeEntry", { cycleId: subject.cycleId, number: String(subject.number) });
    case "statement":
      return pathTo("officeStatement", subject);
    case "meeting":
      return pathTo("officeMeeting", subject);
    case "matter":
      return pathTo("officeMatter", subject);
  }
};

interface GivenUpModel {
  readonly letter: GivenUpLetter;
  /** What the letter was headed by, while it is kept. */
  readonly heading: string | undefined;
}

/** A letter about a decision that did not come through, and what can be done about it. */
export const givenUpView = (frame: Frame, state: FormState, { letter, heading }: GivenUpModel): Html => {
  const { words } = frame;
  const w = words.givenUp;
  const { id, subject, outcome, at, settled } = letter;
  const action = link(frame, pathTo("givenUpLetter", { letterId: id }));
  return layout(frame, {
    title: w.title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, pathTo("office")), text: words.office.home.title },
    body: html`${faultSummary(state)}
<h1>${w.title}</h1>
${letter.state === "waiting" && html`<p>${w.lead}</p>`}
${summaryList(words, [
  { term: w.terms.what, value: w.of[subject.of] },
  { term: w.terms.letter, value: heading ?? w.deleted },
  { term: w.terms.outcome, value: w.outcomes[outcome] },
  { term: w.terms.at, value: moment(words, at) },
  { term: w.terms.state, value: w.states[letter.state] },
  ...(settled ? [{ term: w.terms.by, value: html`${settled.byName}, ${moment(words, settled.at)}` }] : []),
])}
<p><a href="${link(frame, subjectPath(subject))}">${w.subject}</a></p>
${
  letter.state === "waiting" &&
  html`${heading !== undefined && form({ action, body: hidden("act", "send"), submit: w.send })}
${form({ action, body: hidden("act", "deal"), submit: w.deal, kind: "second" })}
<p class="hint">${w.alikeHint}</p>
${form({ action, body: hidden("act", "send-alike"), submit: w.sendAlike, kind: "second" })}`
}`,
  });
};
