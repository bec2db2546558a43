import { addressAt } from "../../domain/addresses.ts";
import { rowOf } from "../../domain/languages.ts";
import type { Instant } from "../../domain/time.ts";
import { disclosure } from "../../pages/components/boxes.ts";
import { faultSummary } from "../../pages/components/fault-summary.ts";
import { form, hidden } from "../../pages/components/form.ts";
import { type FormState, formState, hasFaults } from "../../pages/components/form-state.ts";
import { lines } from "../../pages/components/lines.ts";
import { table } from "../../pages/components/table.ts";
import { textField } from "../../pages/components/text-field.ts";
import { type Html, html, type Part } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import type { Words } from "../../words/words.ts";
import {
  type Districts,
  datesOf,
  optionsFor,
  questionField,
  resultsPath,
  type Spoken,
  said,
  stateTag,
  surveyPath,
  textFor,
} from "./pages.ts";
import { at } from "./rows.ts";
import { type Asked, type Survey, surveyStateAt } from "./rules.ts";

/** All surveys at the office. */
export const officeSurveys = (
  frame: Frame,
  surveys: readonly { readonly survey: Survey; readonly answers: number }[],
  now: Instant,
): Html => {
  const { words } = frame;
  const w = said(frame).office;
  const [name = "", state = "", start = "", end = "", answers = ""] = w.columns;
  return table(words, {
    caption: w.all,
    columns: [
      { head: name, isRowHead: true },
      { head: state },
      { head: start },
      { head: end },
      { head: answers, isNumber: true },
    ],
    rows: surveys.map(({ survey, answers: count }) => [
      html`<a href="${link(frame, addressAt(at.officeSurvey, { surveyId: survey.id }))}">${textFor(frame, survey.title)}</a>`,
      stateTag(frame, surveyStateAt(survey, now)),
      words.format.moment(survey.startsAt),
      words.format.deadline(survey.endsAt),
      words.format.number(count),
    ]),
    empty: said(frame).none,
  });
};

/** Of whom alone a question is asked. */
export const condition = (frame: Spoken, questions: readonly Asked[], { after }: Asked): Part => {
  const place = questions.findIndex((one) => one.id === after?.question);
  const question = questions[place];
  return (
    question &&
    after &&
    html` (${said(frame).onlyAfter(place + 1, optionsFor(frame, question)[Number(after.option) - 1] ?? after.option)})`
  );
};

/** All questions at once, as a paper has them: each with its number, by which conditions name it. */
const allQuestions = (
  frame: Frame,
  state: FormState,
  questions: readonly Asked[],
  { districts, prefix = "" }: { readonly districts: Districts; readonly prefix?: string },
): Html =>
  html`${questions.map(
    (
      one,
      index,
    ) => html`<p class="quiet">${said(frame).step(index + 1, questions.length)}${condition(frame, questions, one)}</p>
${questionField(frame, state, { ...one, id: `${prefix}${one.id}` }, { districts })}`,
  )}`;

/** A survey at the office: its state, its questions, how residents will see them in each language, and its papers. */
export const officeSurvey = (
  frame: Frame,
  survey: Survey,
  {
    now,
    districts,
    batches,
    mayEdit,
    voices,
  }: {
    readonly now: Instant;
    readonly districts: Districts;
    readonly batches: readonly {
      readonly id: string;
      readonly place: string;
      readonly collectedOn: string;
      readonly entered: number;
    }[];
    readonly mayEdit: boolean;
    /** The words of each language that it is written in. */
    readonly voices: readonly Words[];
  },
): Html => {
  const { words } = frame;
  const w = said(frame);
  const { questions, id } = survey;
  const state = surveyStateAt(survey, now);
  const text = (one: Asked): Part =>
    mayEdit
      ? html`<a href="${link(frame, addressAt(at.question, { surveyId: id, questionId: one.id }))}">${textFor(frame, one.text)}</a>`
      : textFor(frame, one.text);
  const takesPaper = state === "open" || state === "ended";
  const paper = link(frame, addressAt(at.paper, { surveyId: id }));
  const batchLine = (batch: (typeof batches)[number]): Part => {
    const text = w.office.batch(batch.place, words.format.date(batch.collectedOn), batch.entered);
    return takesPaper ? html`<a href="${paper}?batch=${batch.id}">${text}</a>` : text;
  };
  const print = ({ language }: Words): Html => {
    const href = link(frame, addressAt(at.print, { surveyId: id, language }));
    return html`<li><a href="${href}">${w.office.print}: ${rowOf(language).name}</a></li>`;
  };
  return html`<p>${stateTag(frame, state)} ${datesOf(frame, survey)}</p>
<p>${lines(textFor(frame, survey.about))}</p>
<p>${w.access[survey.access]}</p>
${
  state !== "draft" &&
  html`<p><a href="${surveyPath(frame, survey)}">${w.office.seePublic}</a></p>
<p><a href="${resultsPath(frame, survey)}">${w.office.seeResults}</a></p>`
}
${takesPaper && html`<p><a href="${paper}">${w.acts.enter.title}</a></p>`}
${state !== "draft" && mayEdit && html`<p><a href="${link(frame, addressAt(at.answersFile, { surveyId: id }))}">${w.office.download}</a></p>`}
<h2>${w.office.questions}</h2>
${questions.length === 0 ? html`<p>${w.office.noQuestions}</p>` : html`<ol>${questions.map((one) => html`<li>${text(one)}: ${w.office.fields.question.kind.options[one.kind]}${one.isRequired && html`, ${w.office.required}`}${condition(frame, questions, one)}</li>`)}</ol>`}
${
  questions.length > 0 &&
  html`<ul>${voices.map(print)}</ul>
${disclosure(
  w.office.preview,
  voices.map((words) => {
    const reader = { ...frame, words };
    const { language } = words;
    return html`<div lang="${language}"><h3>${rowOf(language).name}: ${textFor(reader, survey.title)}</h3>
${allQuestions(reader, formState(words), questions, { districts, prefix: `${language}-` })}</div>`;
  }),
)}`
}
${
  batches.length > 0 &&
  html`<h2>${w.office.batches}</h2>
<ul>${batches.map((one) => html`<li>${batchLine(one)}</li>`)}</ul>`
}`;
};

/** A paper answer at the office: where it comes from, and every question, since a paper shows them all. */
export const paperView = (
  frame: Frame,
  survey: Survey,
  {
    state,
    key,
    batch,
    districts,
  }: {
    readonly state: FormState;
    readonly key: string;
    readonly batch: { readonly id: string; readonly entered: number } | undefined;
    readonly districts: Districts;
  },
): Html => {
  const w = said(frame);
  const { title, hint, submit } = w.acts.enter;
  const { fields } = w.office;
  const action = link(frame, addressAt(at.paper, { surveyId: survey.id }));
  return layout(frame, {
    title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: {
      href: link(frame, addressAt(at.officeSurvey, { surveyId: survey.id })),
      text: textFor(frame, survey.title),
    },
    body: html`${faultSummary(state)}
<h1>${title}</h1>
<p>${hint}</p>
${batch && html`<p>${w.office.entered(batch.entered)}</p>`}
${form({
  action,
  key,
  body: html`${hidden("revision", survey.revision)}${batch && hidden("batch", batch.id)}
${textField(state, { name: "place", label: fields.place, hint: fields.placeHint })}
${textField(state, { name: "collectedOn", label: fields.collectedOn, kind: "date", width: 11 })}
${allQuestions(frame, state, survey.questions, { districts })}`,
  submit,
})}`,
  });
};
