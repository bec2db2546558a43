import { box, panel } from "../../pages/components/boxes.ts";
import { faultSummary } from "../../pages/components/fault-summary.ts";
import { button, form, hidden } from "../../pages/components/form.ts";
import { type FormState, hasFaults } from "../../pages/components/form-state.ts";
import { lines } from "../../pages/components/lines.ts";
import { summaryList } from "../../pages/components/summary-list.ts";
import { textField } from "../../pages/components/text-field.ts";
import { type Html, html, type Part } from "../../pages/html.ts";
import { type Frame, layout } from "../../pages/layout.ts";
import type { Answers } from "./answer-rules.ts";
import {
  answerText,
  type Districts,
  questionField,
  resultsPath,
  said,
  surveyPath,
  textFor,
} from "./pages.ts";
import type { Asked, Survey } from "./rules.ts";

/** What a form carries along: every field that is not shown, as it was typed. */
const carried = (typed: Readonly<Record<string, unknown>>, shown: (name: string) => boolean): Html =>
  html`${Object.entries(typed).flatMap(([name, value]) =>
    /^q\d/.test(name) && !shown(name) ? [value].flat().map((one) => hidden(name, String(one))) : [],
  )}`;

interface Step {
  readonly survey: Survey;
  readonly state: FormState;
  readonly action: string;
  readonly key: string;
}

/** The form of each of these pages; by its id the switch of languages sends it as well. */
const FORM = "step";
const typing = (enter: string) => ({ form: FORM, name: "go", language: "stay", enter });
const stepForm = ({ survey, action, key }: Step, body: Part): Html =>
  form({ id: FORM, action, key, body: html`${hidden("revision", survey.revision)}${body}` });

/** One question, of those that are asked of whoever answered so far. */
export const questionView = (
  frame: Frame,
  step: Step,
  {
    question,
    asked,
    districts,
    isChanged,
    isAgain,
  }: {
    readonly question: Asked;
    readonly asked: readonly Asked[];
    readonly districts: Districts;
    readonly isChanged: boolean;
    readonly isAgain: boolean;
  },
): Html => {
  const w = said(frame);
  const { id } = question;
  const isOwn = (name: string): boolean => name === id || name.startsWith(`${id}-`);
  const place = asked.findIndex((one) => one.id === id);
  const number = w.step(place + 1, asked.length);
  // The label of a line is no heading: the page is then named by its number.
  const isText = question.kind === "short" || question.kind === "long";
  return layout(frame, {
    title: textFor(frame, question.text),
    hasFaults: hasFaults(step.state),
    isPrivate: true,
    typing: typing("next"),
    body: html`${faultSummary(step.state)}
${isChanged && box({ tone: "warn", body: html`<p>${w.changed}</p>` })}
${isText ? html`<p class="quiet">${textFor(frame, step.survey.title)}</p><h1>${number}</h1>` : html`<p class="quiet">${textFor(frame, step.survey.title)} · ${number}</p>`}
${stepForm(
  step,
  html`${hidden("at", id)}${isAgain && hidden("then", "check")}${carried(step.state.typed, isOwn)}
${questionField(frame, step.state, question, { districts, isHeading: !isText })}
<p>${button({ text: w.next, name: "go", value: "next" })} ${place > 0 && button({ text: w.before, kind: "second", name: "go", value: "back" })}</p>`,
)}`,
  });
};

const answerRows = (frame: Frame, asked: readonly Asked[], answers: Answers, districts: Districts) =>
  asked.map((one) => ({ term: textFor(frame, one.text), value: answerText(frame, one, answers, districts) }));

/** All answers once more before they are sent, each with a way to change it. */
export const checkView = (
  frame: Frame,
  step: Step,
  {
    asked,
    answers,
    districts,
    takesCopy,
  }: {
    readonly asked: readonly Asked[];
    readonly answers: Answers;
    readonly districts: Districts;
    readonly takesCopy: boolean;
  },
): Html => {
  const w = said(frame);
  return layout(frame, {
    title: w.check,
    hasFaults: hasFaults(step.state),
    isPrivate: true,
    typing: typing("send"),
    body: html`${faultSummary(step.state)}
<h1>${w.check}</h1>
${stepForm(
  step,
  html`${carried(step.state.typed, () => false)}
<dl class="summary">${asked.map(
    (
      one,
    ) => html`<div><dt>${textFor(frame, one.text)}</dt><dd>${lines(answerText(frame, one, answers, districts))}</dd>
<dd><button class="button plain" name="show" value="${one.id}">${w.change}<span class="hidden">: ${textFor(frame, one.text)}</span></button></dd></div>`,
  )}</dl>
${takesCopy && textField(step.state, { name: "copyTo", label: w.copy, hint: w.copyHint, kind: "email", isOptional: true })}
<p>${button({ text: w.send, name: "go", value: "send" })}</p>`,
)}`,
  });
};

/** It is done. What was answered stands here while the browser has it: nothing joins it with whoever reads it. */
export const thanksView = (
  frame: Frame,
  survey: Survey,
  {
    asked,
    answers,
    districts,
    copy,
  }: {
    readonly asked: readonly Asked[];
    readonly answers: Answers;
    readonly districts: Districts;
    readonly copy?: "sent" | "failed" | "once" | undefined;
  },
): Html => {
  const w = said(frame);
  return layout(frame, {
    title: w.thanks,
    isPrivate: true,
    back: { href: surveyPath(frame, survey), text: textFor(frame, survey.title) },
    body: html`${panel({ title: w.thanks })}
${copy && html`<p>${w.copies[copy]}</p>`}
${asked.length > 0 && html`<p>${w.print}</p>${summaryList(frame.words, answerRows(frame, asked, answers, districts))}`}
${survey.results === "live" ? html`<p><a href="${resultsPath(frame, survey)}">${w.seeResults}</a></p>` : html`<p>${w.resultsHidden}</p>`}`,
  });
};
