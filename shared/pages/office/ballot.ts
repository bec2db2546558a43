import { pathTo } from "../../domain/addresses.ts";
import { type Finding, isFault, openHints } from "../../domain/ballot/findings.ts";
import { box } from "../components/boxes.ts";
import { checkboxes } from "../components/choices.ts";
import { form } from "../components/form.ts";
import type { FormState } from "../components/form-state.ts";
import { table } from "../components/table.ts";
import { textArea, textField } from "../components/text-field.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import { actPage, type EditionRef } from "./act.ts";

interface BallotModel extends EditionRef {
  readonly findings: readonly Finding[];
  /** Whether the list is frozen only once every hint is confirmed. */
  readonly mustConfirm: boolean;
  /** Where the order is drawn: the digest of its seed, and whether the seed is entered. */
  readonly order?: { readonly commitment: string; readonly isKnown: boolean } | undefined;
}

/** So many projects of one finding are linked; so many hints are confirmed in one go. */
const MOST_LINKED = 20;
const MOST_CHOICES = 50;

const saidOf = ({ words }: Frame, { what, facts }: Finding): string => words.ballotCheck.found[what](facts);

/** The projects of a finding, each a way to its page. */
const projectsOf = (frame: Frame, cycleId: string, { what, projects }: Finding): Part => {
  const w = frame.words.ballotCheck;
  const links = projects
    .slice(0, MOST_LINKED)
    .map(
      ({ id: projectId, number, title }, n) =>
        html`${n > 0 && ", "}<a href="${link(frame, pathTo("officeProposal", { cycleId, projectId }))}">${number} ${title}</a>`,
    );
  const more = projects.length - MOST_LINKED;
  const mayExclude = (what === "near" || what === "same-place") && projects.length <= MOST_LINKED;
  const group = `${pathTo("editionExclusions", { cycleId })}?projects=${encodeURIComponent(projects.map(({ number }) => number).join(", "))}`;
  return html`${links}${more > 0 && html` ${w.more(more)}`}${mayExclude && html`<br><a href="${link(frame, group)}">${w.group}</a>`}`;
};

/** So many findings stand on the page of the edition; all of them on their own. */
const MOST_SHOWN = 5;

/** What was found, in brief, each with its projects, and the way to all of it. */
export const findingsBrief = (frame: Frame, id: string, findings: readonly Finding[]): Part => {
  const w = frame.words.ballotCheck;
  const open = [...findings.filter(isFault), ...openHints(findings)];
  if (open.length === 0) return false;
  const more = open.length - MOST_SHOWN;
  return html`<p><a href="${link(frame, pathTo("editionBallot", { cycleId: id }))}">${w.title}</a></p>
<ul>${open.slice(0, MOST_SHOWN).map((one) => html`<li>${saidOf(frame, one)} ${projectsOf(frame, id, one)}</li>`)}</ul>
${more > 0 && html`<p>${w.more(more)}</p>`}`;
};

const faultsView = (frame: Frame, { id, findings }: BallotModel): Part => {
  const w = frame.words.ballotCheck;
  const faults = findings.filter(isFault);
  if (faults.length === 0) return html`<p>${w.noFaults}</p>`;
  const lines = faults.map((one) => html`<li>${saidOf(frame, one)} ${projectsOf(frame, id, one)}</li>`);
  return box({ tone: "warn", body: html`<p>${w.faultsLead}</p><ul>${lines}</ul>` });
};

const hintsView = (frame: Frame, state: FormState, model: BallotModel): Part => {
  const w = frame.words.ballotCheck;
  const { id, findings, mustConfirm } = model;
  const open = openHints(findings);
  if (open.length === 0) return html`<p>${w.noHints}</p>`;
  const rest = open.length - MOST_CHOICES;
  return html`<p>${mustConfirm ? w.hintsConfirmed : w.hintsShown}</p>
${form({
  action: link(frame, pathTo("editionBallot", { cycleId: id })),
  body: html`${checkboxes(state, {
    name: "hints",
    label: w.choose,
    options: open.slice(0, MOST_CHOICES).map((one) => ({
      value: one.id,
      label: saidOf(frame, one),
      hint: projectsOf(frame, id, one),
    })),
  })}
${rest > 0 && html`<p>${w.more(rest)}</p>`}
${textArea(state, { name: "reason", label: w.why, hint: w.whyHint, rows: 2 })}`,
  submit: w.confirm,
})}`;
};

const settledView = (frame: Frame, { findings }: BallotModel): Part => {
  const { words } = frame;
  const w = words.ballotCheck;
  const settled = findings.flatMap((one) => (one.settled ? [{ ...one, settled: one.settled }] : []));
  return (
    settled.length > 0 &&
    table(words, {
      caption: w.settled,
      columns: [{ head: w.columns.what, isRowHead: true }, { head: w.columns.why }, { head: w.columns.who }],
      rows: settled.map((one) => [
        `${saidOf(frame, one)} ${one.settled.numbers.slice(0, MOST_LINKED).join(", ")}`,
        one.settled.reason,
        `${one.settled.byName}, ${words.format.moment(one.settled.at)}`,
      ]),
    })
  );
};

const orderView = (frame: Frame, state: FormState, { id, order }: BallotModel): Part => {
  const w = frame.words.ballotCheck;
  if (!order) return html`<p>${w.orders.number}</p>`;
  return html`<p>${w.orders.drawn} <code>${order.commitment}</code></p>
${
  order.isKnown
    ? html`<p>${w.seedKnown}</p>`
    : form({
        action: link(frame, pathTo("editionBallot", { cycleId: id })),
        body: textField(state, { name: "seed", label: w.seed, hint: w.seedHint }),
        submit: w.seedSubmit,
        kind: "second",
      })
}`;
};

/** The list as it would be frozen: what keeps it from it, what may be a slip, and in which order it will stand. */
export const ballotView = (frame: Frame, state: FormState, model: BallotModel): Html => {
  const w = frame.words.ballotCheck;
  return actPage(frame, model, {
    title: w.title,
    state,
    body: html`<p>${w.lead}</p>
<h2>${w.faults}</h2>
${faultsView(frame, model)}
<h2>${w.hints}</h2>
${hintsView(frame, state, model)}
${settledView(frame, model)}
<h2>${w.order}</h2>
${orderView(frame, state, model)}`,
  });
};
