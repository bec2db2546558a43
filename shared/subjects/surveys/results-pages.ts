import { addressAt } from "../../domain/addresses.ts";
import { shareBar } from "../../pages/components/bars.ts";
import { box } from "../../pages/components/boxes.ts";
import { table } from "../../pages/components/table.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout } from "../../pages/layout.ts";
import { type Districts, optionsFor, type Spoken, said, surveyPath, textFor } from "./pages.ts";
import type { QuestionResult } from "./result-rules.ts";
import { at } from "./rows.ts";
import type { Asked, Survey } from "./rules.ts";

/** The counted answers to one revision of the questions. */
export interface RevisionResult {
  readonly revision: number;
  readonly web: number;
  readonly paper: number;
  readonly questions: readonly QuestionResult[];
}

/** The values of a question, in words. */
export const valueText = (frame: Spoken, question: Asked, value: string, districts: Districts): string => {
  if (question.kind === "place") return districts.find(({ id }) => id === value)?.name ?? value;
  return question.kind === "scale" ? value : (optionsFor(frame, question)[Number(value) - 1] ?? value);
};

const questionResult = (
  frame: Frame,
  { question, answered, values, rest, places }: QuestionResult,
  {
    districts,
    heading,
    isFinal,
  }: { readonly districts: Districts; readonly heading: (text: string) => Html; readonly isFinal: boolean },
): Html => {
  const w = said(frame);
  const { format } = frame.words;
  const told = (value: string): string => valueText(frame, question, value, districts);
  const most = Math.max(1, ...values.map(({ count }) => count ?? 0));
  const untold = isFinal ? w.answeredByFew : w.shownLater;
  const caption = answered === null ? untold : w.answeredBy(answered);
  const isText = question.kind === "short" || question.kind === "long";
  // The office reads texts: none of them is shown later.
  const hasCaption = isFinal || answered !== null || !isText;
  const hasTable = values.length > 0 || places.length > 0 || (rest ?? 0) > 0;
  const share = (count: number | null): string =>
    count === null || !answered ? "–" : format.percent(count / answered);
  return html`${heading(textFor(frame, question.text))}
${!hasTable && hasCaption && html`<p>${caption}</p>`}
${
  (values.length > 0 || (rest ?? 0) > 0) &&
  table(frame.words, {
    caption,
    columns: [
      { head: w.columns.value, isRowHead: true },
      { head: w.columns.count, isNumber: true },
      { head: w.columns.share, isNumber: true },
    ],
    rows: [
      ...values.map(({ value, count }) => [
        html`${told(value)}${count !== null && shareBar(count, most)}`,
        count === null ? w.few : format.number(count),
        share(count),
      ]),
      ...(rest ? [[w.rest, format.number(rest), share(rest)]] : []),
    ],
  })
}${
  places.length > 0 &&
  table(frame.words, {
    caption,
    columns: [
      { head: w.columns.value, isRowHead: true },
      { head: w.columns.mean, isNumber: true },
    ],
    rows: places.map(({ value, mean }) => [told(value), mean === null ? w.few : format.number(mean)]),
  })
}${isText && html`<p>${w.texts}</p>`}`;
};

/** Whether something of a question is not told, or only with the rest. */
const isSuppressed = ({ answered, values, rest, places }: QuestionResult): boolean =>
  answered === null ||
  (rest !== undefined && rest !== 0) ||
  values.some(({ count }) => count === null) ||
  places.some(({ mean }) => mean === null);

/** Where the results will be, before they are. */
export const noResultsView = (frame: Frame, survey: Survey): Html => {
  const w = said(frame);
  const title = textFor(frame, survey.title);
  return layout(frame, {
    title: w.resultsOf(title),
    isPrivate: true,
    back: { href: surveyPath(frame, survey), text: title },
    body: html`<h1>${w.resultsOf(title)}</h1>
<p>${w.resultsHidden}</p>`,
  });
};

/** What was answered, once it may be seen: a bar an answer, drawn here, and the number beside it. */
export const resultsView = (
  frame: Frame,
  survey: Survey,
  {
    results,
    isFinal,
    districts,
  }: {
    readonly results: readonly RevisionResult[];
    readonly isFinal: boolean;
    readonly districts: Districts;
  },
): Html => {
  const w = said(frame);
  const title = textFor(frame, survey.title);
  const heading = (text: string): Html =>
    results.length > 1 ? html`<h3>${text}</h3>` : html`<h2>${text}</h2>`;
  return layout(frame, {
    title: w.resultsOf(title),
    back: { href: surveyPath(frame, survey), text: title },
    body: html`<h1>${w.resultsOf(title)}</h1>
${!isFinal && box({ tone: "info", body: html`<p>${w.provisional}</p>` })}
${results.length > 1 && html`<p>${w.revisions}</p>`}
${results.map(
  ({
    revision,
    web,
    paper,
    questions,
  }) => html`${results.length > 1 && html`<h2>${w.revision(revision)}</h2>`}
<p>${w.counted(web, paper)}</p>
${questions.map((one) => questionResult(frame, one, { districts, heading, isFinal }))}`,
)}
${isFinal && results.some(({ questions }) => questions.some(isSuppressed)) && html`<p class="hint">${w.fewHint}</p>`}
<p><a href="${addressAt(at.surveyResultsCsv, { surveyId: survey.id })}">${w.csv}</a></p>`,
  });
};
