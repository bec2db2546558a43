import { pathTo } from "../../domain/addresses.ts";
import type { Instant } from "../../domain/time.ts";
import { select } from "../components/choices.ts";
import { deadline } from "../components/dates.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { form, hidden } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { textField } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";

interface Call {
  readonly cycleId: string;
  readonly name: string;
  readonly edition: string;
  readonly endsAt?: Instant | undefined;
}

export interface StartModel {
  /** Calls that take proposals now. */
  readonly calls: readonly Call[];
  /** Calls that are closed, and whose proposals are still found by their mailbox. */
  readonly closed: readonly Call[];
  readonly upcoming: readonly { readonly edition: string; readonly startsAt: Instant }[];
  /** Whether somebody asks for the link to what was submitted, and nothing else. */
  readonly isLost: boolean;
  readonly state: FormState;
  readonly key: string;
}

const cycleField = (state: FormState, calls: readonly Call[]): Html => {
  const [only] = calls;
  return calls.length === 1 && only
    ? hidden("cycle", only.cycleId)
    : select(state, {
        name: "cycle",
        label: state.words.proposals.start.cycle,
        options: calls.map(({ cycleId, name, edition }) => [cycleId, state.words.edition(name, edition)]),
      });
};

const linkForm = (
  frame: Frame,
  { state, key }: Pick<StartModel, "state" | "key">,
  calls: readonly Call[],
  { hint, isLost = false }: { readonly hint: string; readonly isLost?: boolean },
): Html => {
  const w = frame.words.proposals.start;
  return form({
    action: link(frame, pathTo("proposalStart")),
    key,
    submit: w.submit,
    body: html`${cycleField(state, calls)}${isLost && hidden("lost", "1")}
${textField(state, { name: "email", label: w.email, hint, kind: "email" })}`,
  });
};

/** Who has lost the link to what they submitted asks for it: of a call that is closed on this page, while another is open on one of its own. */
const lostPart = (frame: Frame, model: StartModel): Html | false => {
  const w = frame.words.proposals.start;
  const { calls, closed, isLost } = model;
  if (closed.length === 0) return false;
  const isHere = isLost || calls.length === 0;
  return html`<h2>${w.lost}</h2>
${
  isHere
    ? html`<p>${w.lostLead}</p>${linkForm(frame, model, closed, { hint: w.lostHint, isLost: true })}`
    : html`<p><a href="${link(frame, `${pathTo("proposalStart")}?lost=1`)}">${w.lostWay}</a></p>`
}`;
};

/** When proposals are taken, what is needed, and the address for the link. Closed, it says when the next call opens. */
export const startView = (frame: Frame, model: StartModel): Html => {
  const { calls, closed, upcoming, state } = model;
  // Where nothing is found again there is only one page.
  const isLost = model.isLost && closed.length > 0;
  const { words } = frame;
  const w = words.proposals.start;
  return layout(frame, {
    title: w.title,
    hasFaults: hasFaults(state),
    body: html`${faultSummary(state)}
<h1>${w.title}</h1>
${
  !isLost &&
  html`<p>${w.lead}</p>
${calls.map(
  ({ name, edition, endsAt }) =>
    html`<p><strong>${words.edition(name, edition)}</strong>${endsAt && html`: ${w.until} ${deadline(words, endsAt)}`}</p>`,
)}
${calls.length === 0 && html`<p><strong>${w.closed}</strong></p>${upcoming.map(({ edition, startsAt }) => html`<p>${w.opens(edition, startsAt)}</p>`)}`}
<h2>${w.need}</h2>
<ul>${w.needs.map((need) => html`<li>${need}</li>`)}</ul>
${calls.length > 0 && linkForm(frame, model, calls, { hint: w.emailHint })}`
}
${lostPart(frame, model)}`,
  });
};

interface SentModel {
  readonly email: string;
  /** What this page knows of the letter: without its code it opens nothing. */
  readonly sealed: string;
  readonly state: FormState;
}

/** After the letter: follow its link, or type its code here. */
export const linkSentView = (frame: Frame, { email, sealed, state }: SentModel): Html => {
  const w = frame.words.proposals.start;
  return layout(frame, {
    title: w.sent,
    hasFaults: hasFaults(state),
    isPrivate: true,
    body: html`${faultSummary(state)}
<h1>${w.sent}</h1>
<p>${w.sentTo(email)}</p>
<h2>${w.elsewhere}</h2>
${form({
  action: link(frame, pathTo("draftsCode")),
  submit: w.enter,
  body: html`${hidden("sealed", sealed)}
${textField(state, { name: "code", label: w.code, hint: w.codeHint, kind: "one-time-code", width: 11, value: "" })}`,
})}
<p>${w.sentHint}</p>
<p><a href="${link(frame, pathTo("proposalStart"))}">${w.again}</a></p>`,
  });
};

export const codeOverView = (frame: Frame): Html => {
  const w = frame.words.proposals.start;
  return layout(frame, {
    title: w.codeOver,
    isPrivate: true,
    body: html`<h1>${w.codeOver}</h1>
<p>${w.codeOverHint}</p>
<p><a href="${link(frame, pathTo("proposalStart"))}">${w.anew}</a></p>`,
  });
};
