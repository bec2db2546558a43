import { addressAt, pathTo } from "../../domain/addresses.ts";
import type { OfficialDocument } from "../../domain/document/document.ts";
import { dayOf, type Instant } from "../../domain/time.ts";
import { tag, titled } from "../../pages/components/boxes.ts";
import { select } from "../../pages/components/choices.ts";
import { moment } from "../../pages/components/dates.ts";
import { buttonLink, form } from "../../pages/components/form.ts";
import { formState } from "../../pages/components/form-state.ts";
import { type SummaryRow, summaryList } from "../../pages/components/summary-list.ts";
import { table } from "../../pages/components/table.ts";
import { documentView } from "../../pages/documents/document.ts";
import { fileLinks } from "../../pages/documents/file-links.ts";
import { type Html, html, safeHref } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { spoken } from "../../words/spoken.ts";
import { at } from "./rows.ts";
import { type Decision, type DecisionStep, dueAt, type Figures, isOpen, isOverdue } from "./rules.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";
import { uk } from "./words.uk.ts";

export const { said, wordsIn } = spoken({ pl, en, uk });

export const FILTERS = ["open", "overdue", "done", "not-done"] as const;
type Filter = (typeof FILTERS)[number];

const DAY_MS = 86_400_000;

/** Its state, and how long it has been overdue. */
const stateTags = (frame: Frame, decision: Decision, now: Instant): Html => {
  const w = said(frame);
  const { state } = decision;
  const tone = state === "done" ? "good" : state === "not-done" ? "bad" : "info";
  const days = Math.floor((Date.parse(now) - Date.parse(dueAt(decision))) / DAY_MS);
  return html`${tag(w.states[state], tone)}${isOverdue(decision, now) && html` ${tag(w.overdue(days), "bad")}`}`;
};

const onePath = (frame: Frame, { id }: Pick<Decision, "id">): string =>
  link(frame, addressAt(at.one, { decisionId: id }));

interface ListModel {
  readonly decisions: readonly Decision[];
  readonly units: readonly (readonly [id: string, name: string])[];
  readonly unit?: string | undefined;
  readonly state?: Filter | undefined;
  readonly now: Instant;
  readonly more: Html;
}

/** The public list of promises. */
export const decisionsView = (frame: Frame, model: ListModel): Html => {
  const { decisions, units, unit, state, now, more } = model;
  const w = said(frame);
  const none = formState(frame.words);
  return layout(frame, {
    title: w.title,
    body: html`<h1>${w.title}</h1>
<p>${w.lead}</p>
<p><a href="${link(frame, at.figures)}">${w.figures.see}</a></p>
${form({
  action: link(frame, at.all),
  method: "get",
  body: [
    select(none, {
      name: "unit",
      label: w.filter.unit,
      options: units,
      value: unit,
      placeholder: w.filter.all,
    }),
    select(none, {
      name: "state",
      label: w.filter.state,
      options: FILTERS.map((one) => [one, w.filters[one]] as const),
      value: state,
      placeholder: w.filter.all,
    }),
  ],
  submit: w.filter.submit,
  kind: "second",
})}
${
  decisions.length === 0
    ? html`<p>${w.none}</p>`
    : html`<ul class="grid wide">${decisions.map(
        (one) =>
          html`<li>${titled(
            html`<a href="${onePath(frame, one)}">${one.number}</a>`,
            html`<p>${one.text}</p><p>${one.unitName}, ${w.until(one.dueOn)}</p><p>${stateTags(frame, one, now)}</p>`,
          )}</li>`,
      )}</ul>`
}
${more}`,
  });
};

const stepView = (frame: Frame, { at: when, state, note, proof, before }: DecisionStep): Html => {
  const w = said(frame);
  return html`<li><p>${moment(frame.words, when)}: <strong>${w.states[state]}</strong></p>
${note !== undefined && html`<p>${note}</p>`}
${before && html`<p>${w.before(before.text, before.unitName, before.dueOn)}</p>`}
${proof !== undefined && html`<p><a href="${safeHref(proof)}" rel="noopener nofollow">${w.seeProof}</a></p>`}</li>`;
};

const factsOf = (frame: Frame, decision: Decision, now: Instant): Html => {
  const { words } = frame;
  const { terms: w, until, seeProof } = said(frame);
  const { promisedOn, dueOn, endedAt, proof } = decision;
  const rows: (SummaryRow | false)[] = [
    { term: w.unit, value: decision.unitName },
    { term: w.due, value: until(dueOn) },
    promisedOn !== dueOn && { term: w.promised, value: until(promisedOn) },
    { term: w.state, value: stateTags(frame, decision, now) },
    { term: w.decided, value: moment(words, decision.decidedAt) },
    endedAt !== undefined && { term: w.ended, value: moment(words, endedAt) },
    proof !== undefined && {
      term: w.proof,
      value: html`<a href="${safeHref(proof)}" rel="noopener nofollow">${seeProof}</a>`,
    },
    { term: w.meeting, value: decision.meetingTitle },
  ];
  return summaryList(
    words,
    rows.filter((row) => row !== false),
  );
};

interface OneModel {
  readonly decision: Decision;
  readonly history: readonly DecisionStep[];
  readonly now: Instant;
}

const body = (frame: Frame, { decision, history, now }: OneModel): Html => {
  const w = said(frame);
  return html`<p>${decision.text}</p>
${factsOf(frame, decision, now)}
<h2>${w.history}</h2>
<ol>${history.map((step) => stepView(frame, step))}</ol>`;
};

/** One promise with all that became of it. */
export const decisionView = (frame: Frame, model: OneModel & { readonly isMeetingShown: boolean }): Html => {
  const { decision, isMeetingShown } = model;
  const w = said(frame);
  const title = `${decision.number}: ${w.states[decision.state]}`;
  const meeting = link(frame, pathTo("meeting", { meetingId: decision.meetingId }));
  return layout(frame, {
    title,
    back: { href: link(frame, at.all), text: w.title },
    body: html`<h1>${decision.number}</h1>
${body(frame, model)}
${isMeetingShown && html`<p><a href="${meeting}">${w.seeMeeting}</a></p>`}`,
  });
};

const figureCells = ({ medianDays, ...n }: Figures) =>
  [
    n.promised,
    n.kept,
    n.keptLate,
    n.notDone,
    n.open,
    n.overdue,
    medianDays === null ? undefined : Math.round(medianDays),
  ] as const;

interface FiguresModel {
  readonly all: Figures;
  readonly units: readonly { readonly unitName: string; readonly figures: Figures }[];
  readonly now: Instant;
}

/** How promises are kept, as a document: for the President, and for everybody. */
export const figuresDocument = (
  { all, units, now }: FiguresModel,
  { language, issuer }: Pick<OfficialDocument, "language" | "issuer">,
): OfficialDocument => {
  const { figures: w, terms } = wordsIn(language);
  const head = (title: string) => ({ title, kind: "number" as const, width: 3 });
  return {
    language,
    title: w.title,
    issuer,
    number: w.number(dayOf(now)),
    version: 1,
    issuedAt: now,
    blocks: [
      {
        kind: "table",
        caption: w.caption,
        columns: [
          { title: terms.unit, kind: "text", width: 8 },
          head(w.promised),
          head(w.kept),
          head(w.keptLate),
          head(w.notDone),
          head(w.open),
          head(w.overdue),
          head(w.medianDays),
        ],
        rows: units.map(({ unitName, figures }) => [unitName, ...figureCells(figures)]),
        total: [w.whole, ...figureCells(all)],
      },
      { kind: "paragraph", text: w.note },
    ],
  };
};

export const figuresView = (frame: Frame, document: OfficialDocument): Html => {
  const { figures: w } = said(frame);
  return layout(frame, {
    title: w.title,
    back: { href: link(frame, at.all), text: w.back },
    body: html`<h1>${w.title}</h1>
<p>${w.lead}</p>
<div class="wide">${documentView(document, frame.words)}</div>
${fileLinks(frame, (format) => addressAt(at.figuresFile, { file: `decyzje.${format}` }))}`,
  });
};

const officePath = (frame: Frame, { meetingId, id }: Decision): string =>
  link(frame, addressAt(at.officeOne, { meetingId, decisionId: id }));

/** Decisions at the office: all, or those of a meeting. */
export const officeDecisions = (frame: Frame, decisions: readonly Decision[], now: Instant): Html => {
  const { office: w, none, until } = said(frame);
  const { columns } = w;
  return table(frame.words, {
    caption: w.all,
    empty: none,
    columns: [
      { head: columns.number, isRowHead: true },
      { head: columns.text },
      { head: columns.unit },
      { head: columns.due },
      { head: columns.state },
    ],
    rows: decisions.map((one) => [
      html`<a href="${officePath(frame, one)}">${one.number}</a>`,
      one.text,
      one.unitName,
      until(one.dueOn),
      stateTags(frame, one, now),
    ]),
  });
};

/** One decision at the office, above what can be done with it. */
export const officeDecision = (frame: Frame, model: OneModel): Html => {
  const { office: w } = said(frame);
  return html`${body(frame, model)}
<p>${buttonLink({ href: onePath(frame, model.decision), text: w.seePublic, kind: "second" })}</p>`;
};

/** Whether a decision is what somebody asked for. */
export const passes = (decision: Decision, filter: Filter | undefined, now: Instant): boolean => {
  if (filter === undefined) return true;
  if (filter === "open") return isOpen(decision);
  return filter === "overdue" ? isOverdue(decision, now) : decision.state === filter;
};
