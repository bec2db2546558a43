import { addressAt } from "../../domain/addresses.ts";
import type { City } from "../../domain/city.ts";
import type { RequestTerms } from "../../domain/consultation/requests.ts";
import { type Tone, tag, titled } from "../../pages/components/boxes.ts";
import { deadline } from "../../pages/components/dates.ts";
import { lines } from "../../pages/components/lines.ts";
import { summaryList } from "../../pages/components/summary-list.ts";
import { table } from "../../pages/components/table.ts";
import { type Html, html, type Part } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { journalLink } from "../../pages/office/log.ts";
import { spoken } from "../../words/spoken.ts";
import { consultationPath, said as saidOfConsultations } from "../consultations/pages.ts";
import { at as atConsultations } from "../consultations/rows.ts";
import type { Consultation } from "../consultations/rules.ts";
import { at } from "./rows.ts";
import {
  answerDueOn,
  appealDueOn,
  type ConsultationRequest,
  dueOf,
  type Representative,
  type RequestState,
  requestStateOf,
} from "./rules.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";
import { uk } from "./words.uk.ts";

export const { inOffice, wordsIn, said } = spoken({ pl, en, uk });

const TONES: Readonly<Record<RequestState, Tone>> = {
  received: "info",
  called: "warn",
  complete: "info",
  accepted: "good",
  refused: "plain",
  appealed: "info",
  "at-council": "info",
  upheld: "plain",
};

const stateTag = (frame: Pick<Frame, "words">, request: ConsultationRequest): Html => {
  const state = requestStateOf(request);
  return tag(said(frame).states[state], TONES[state]);
};

const requestPath = (frame: Frame, { id }: Pick<ConsultationRequest, "id">): string =>
  link(frame, addressAt(at.one, { requestId: id }));

export const requestsView = (
  frame: Frame,
  all: readonly ConsultationRequest[],
  { supporters: { count } }: RequestTerms,
): Html => {
  const w = said(frame);
  const item = (one: ConsultationRequest): Html =>
    html`<li>${titled(
      html`<a href="${requestPath(frame, one)}">${one.title}</a>`,
      html`<p>${stateTag(frame, one)}</p>
<p>${frame.words.format.date(one.arrivedOn)}<br>${w.supporters(one.supporters, count)}</p>`,
    )}</li>`;
  return layout(frame, {
    title: w.title,
    back: { href: link(frame, atConsultations.list), text: w.back },
    body: html`<h1>${w.title}</h1>
<p>${w.lead(count)}</p>
${all.length > 0 ? html`<ul class="cards">${all.map(item)}</ul>` : html`<p>${w.none}</p>`}`,
  });
};

/** What has become of it, from the first day to the last. */
const course = (frame: Pick<Frame, "words">, request: ConsultationRequest): Html => {
  const w = said(frame);
  const { call, answer, appeal, outcome } = request;
  const said_ = (sentence: string, text?: string): Html =>
    html`<li>${sentence}${text !== undefined && html`<br>${lines(text)}`}</li>`;
  return html`<ol>
${call && said_(w.called(call.on, call.until), call.text)}
${call?.correctedOn !== undefined && said_(w.corrected(call.correctedOn))}
${answer && said_(answer.isAccepted ? w.accepted(answer.on) : w.refused(answer.on), answer.text)}
${appeal && said_(w.appealed(appeal.on))}
${appeal?.passedOn !== undefined && said_(w.passed(appeal.passedOn))}
${outcome && said_(w.outcomes[outcome.outcome](outcome.on), outcome.text)}
</ol>`;
};

interface Beside {
  readonly terms: RequestTerms;
  readonly city: Pick<City, "districts">;
  /** The consultations that name it. */
  readonly cited: readonly Consultation[];
}

const facts = (frame: Frame, request: ConsultationRequest, { terms, city, cited }: Beside): Html => {
  const w = said(frame);
  const { date } = frame.words.format;
  const state = requestStateOf(request);
  const appealDue = state === "refused" ? appealDueOn(request, terms) : undefined;
  const fact = (term: string, value: Part | undefined) => (value === undefined ? [] : [{ term, value }]);
  const names = request.territory.map((id) => city.districts.find((one) => one.id === id)?.name ?? id);
  const forms = request.forms.map((one) => saidOfConsultations(frame).forms[one]);
  return summaryList(frame.words, [
    ...fact(w.terms.arrived, date(request.arrivedOn)),
    ...fact(w.terms.territory, names.length === 0 ? w.citywide : names.join(", ")),
    ...fact(w.terms.forms, forms.join(", ")),
    ...fact(w.terms.supporters, w.supporters(request.supporters, terms.supporters.count)),
    ...fact(w.terms.answerDue, request.answer ? undefined : date(answerDueOn(request, terms))),
    ...fact(w.terms.appealDue, appealDue && date(appealDue)),
    ...fact(
      w.terms.cites,
      cited.length === 0
        ? undefined
        : html`<ul>${cited.map((one) => html`<li><a href="${consultationPath(frame, one)}">${one.subject.title}</a></li>`)}</ul>`,
    ),
  ]);
};

export const requestView = (frame: Frame, request: ConsultationRequest, beside: Beside): Html => {
  const w = said(frame);
  return layout(frame, {
    title: request.title,
    back: { href: link(frame, at.list), text: w.title },
    body: html`<h1>${request.title}</h1>
<p>${stateTag(frame, request)}</p>
${facts(frame, request, beside)}
${course(frame, request)}
<h2>${w.why}</h2>
<p>${lines(request.justification)}</p>`,
  });
};

export const officeRequests = (
  frame: Frame,
  all: readonly ConsultationRequest[],
  terms: RequestTerms,
): Html => {
  const { words } = frame;
  const w = said(frame);
  return table(words, {
    caption: w.title,
    columns: w.office.columns.map((head, index) => ({ head, isRowHead: index === 0 })),
    rows: all.map((one) => {
      const due = dueOf(one, terms);
      return [
        html`<a href="${link(frame, addressAt(at.officeOne, { requestId: one.id }))}">${one.title}</a>`,
        words.format.date(one.arrivedOn),
        stateTag(frame, one),
        String(one.supporters),
        due ? deadline(words, due.at) : "–",
      ];
    }),
    empty: w.none,
  });
};

export const officeRequest = (
  frame: Frame,
  request: ConsultationRequest,
  { representative, ...beside }: Beside & { readonly representative: Representative | undefined },
): Html => {
  const { office: w } = said(frame);
  const { terms } = beside;
  const who = representative && [
    representative.name,
    representative.address,
    representative.email,
    representative.phone,
  ];
  const sources = new Set(
    [terms.supporters, terms.call, terms.answer, terms.appeal].map(({ source }) => source),
  );
  return html`<p>${stateTag(frame, request)}</p>
<p><a href="${requestPath(frame, request)}">${w.isPublic}</a></p>
${facts(frame, request, beside)}
${course(frame, request)}
<p>${lines(request.justification)}</p>
${who && html`<h2>${w.representative}</h2><p>${who.filter((one) => one !== undefined).join(", ")}</p>`}
<h2>${w.sources}</h2>
<ul>${[...sources].map((one) => html`<li>${one}</li>`)}</ul>
${journalLink(frame, request.id)}`;
};
