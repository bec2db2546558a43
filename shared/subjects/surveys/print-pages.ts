import { addressAt } from "../../domain/addresses.ts";
import { lines } from "../../pages/components/lines.ts";
import { type Html, html, type Part } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import type { Words } from "../../words/words.ts";
import { condition } from "./office-pages.ts";
import { datesOf, optionsFor, type Spoken, said, textFor } from "./pages.ts";
import { at } from "./rows.ts";
import { type Asked, GRADES, type Survey } from "./rules.ts";

const list = (items: readonly string[], mark = "☐"): Html =>
  html`<p>${items.map((one, index) => html`${index > 0 && html`<br>`}${mark} ${one}`)}</p>`;
const rules = (count: number): Html => html`${Array.from({ length: count }, () => html`<p>&nbsp;</p><hr>`)}`;

/** Where an answer is written by hand. */
const blank = (frame: Spoken, question: Asked): Part => {
  const w = said(frame);
  const options = optionsFor(frame, question);
  switch (question.kind) {
    case "one":
      return list(options);
    case "several":
      return html`<p>${w.hints.several(question.most)}</p>${list(options)}`;
    case "scale":
      return html`<p>${w.hints.scale}</p><p>${GRADES.map((grade) => html`☐ ${grade} &nbsp; `)}</p>`;
    case "ranking":
      return html`<p>${w.hints.ranking}</p>${list(options, "____")}`;
    case "short":
      return rules(1);
    case "long":
      return rules(5);
    case "place":
      return html`<p>${w.district}:</p>${rules(1)}<p>${w.where}:</p>${rules(1)}`;
  }
};

/** A blank paper in one language, to be printed: its questions are numbered as in the form that takes it. */
export const printView = (frame: Frame, survey: Survey, words: Words): Html => {
  const reader = { ...frame, words };
  const { questions } = survey;
  const title = textFor(reader, survey.title);
  const question = (one: Asked, index: number): Html => html`<section class="titled">
<h2>${index + 1}. ${textFor(reader, one.text)}</h2>
<p class="quiet">${!one.isRequired && words.frame.form.optional}${condition(reader, questions, one)}</p>
${blank(reader, one)}
</section>`;
  return layout(frame, {
    title: `${said(frame).office.print}: ${textFor(frame, survey.title)}`,
    isPrivate: true,
    back: {
      href: link(frame, addressAt(at.officeSurvey, { surveyId: survey.id })),
      text: textFor(frame, survey.title),
    },
    body: html`<div lang="${words.language}"><h1>${title}</h1>
<p>${lines(textFor(reader, survey.about))}</p>
<p>${datesOf(reader, survey)}</p>
${survey.contact !== undefined && html`<p>${said(reader).contact(survey.contact)}</p>`}
${questions.map(question)}</div>`,
  });
};
