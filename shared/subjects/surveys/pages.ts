import { addressAt } from "../../domain/addresses.ts";
import type { City } from "../../domain/city.ts";
import { MEASURE } from "../../domain/languages.ts";
import type { Instant } from "../../domain/time.ts";
import { box, panel, tag, titled } from "../../pages/components/boxes.ts";
import { checkboxes, radios, select } from "../../pages/components/choices.ts";
import { faultSummary } from "../../pages/components/fault-summary.ts";
import { type FieldModel, wired } from "../../pages/components/field.ts";
import { buttonLink, form } from "../../pages/components/form.ts";
import { type FormState, hasFaults } from "../../pages/components/form-state.ts";
import { lines } from "../../pages/components/lines.ts";
import { textArea, textField } from "../../pages/components/text-field.ts";
import { attributes, type Html, html, type Part } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { inLanguage } from "../../words/fallback.ts";
import { spoken } from "../../words/spoken.ts";
import type { Answers } from "./answer-rules.ts";
import { at } from "./rows.ts";
import { type Asked, GRADES, type Survey, type SurveyState, surveyStateAt } from "./rules.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";
import { uk } from "./words.uk.ts";

export const { inOffice, wordsIn, said, textFor } = spoken({ pl, en, uk });
export type Spoken = Pick<Frame, "words">;

/** A language that names no options has the Polish ones. */
export const optionsFor = ({ words }: Spoken, { options }: Pick<Asked, "options">): readonly string[] => {
  const own = options[words.language];
  return own && own.length > 0 ? own : inLanguage({ [MEASURE]: options[MEASURE] }, words.language);
};

const TONES = { draft: "warn", announced: "info", open: "good", ended: "plain", final: "plain" } as const;
export const stateTag = (frame: Frame, state: SurveyState): Html =>
  tag(said(frame).states[state], TONES[state]);

export const datesOf = (frame: Frame, { startsAt, endsAt }: Survey): string =>
  said(frame).dates(frame.words.format.moment(startsAt), frame.words.format.deadline(endsAt));

export const surveyPath = (frame: Frame, { id }: Survey): string =>
  link(frame, addressAt(at.survey, { surveyId: id }));
export const resultsPath = (frame: Frame, { id }: Survey): string =>
  link(frame, addressAt(at.surveyResults, { surveyId: id }));

/** The button that leads to the first question. */
export const startLink = (frame: Frame, href: string): Html => {
  const w = said(frame);
  return html`<p>${w.keptWhere}</p><p>${buttonLink({ href, text: w.begin })}</p>`;
};

/** Instead of the start, for whoever opens a link that was used. */
export const answeredView = (frame: Frame): Html =>
  box({ tone: "info", body: html`<p>${said(frame).answered}</p>` });

/** Surveys that are announced, those that can be answered first. */
export const surveysView = (frame: Frame, surveys: readonly Survey[], now: Instant): Html => {
  const w = said(frame);
  const item = (survey: Survey): Html =>
    html`<li>${titled(
      html`<a href="${surveyPath(frame, survey)}">${textFor(frame, survey.title)}</a>`,
      html`<p>${stateTag(frame, surveyStateAt(survey, now))}</p>
<p>${datesOf(frame, survey)}</p>`,
    )}</li>`;
  return layout(frame, {
    title: w.title,
    body: html`<h1>${w.title}</h1>
<p>${w.lead}</p>
${surveys.length > 0 ? html`<ul class="cards wide">${surveys.map(item)}</ul>` : html`<p>${w.none}</p>`}`,
  });
};

/** A survey before its first question: what it is about, until when, what is kept of whoever answers. */
export const surveyView = (
  frame: Frame,
  survey: Survey,
  {
    now,
    start,
    areResultsSeen,
    typed,
  }: {
    readonly now: Instant;
    readonly start: Html;
    readonly areResultsSeen: boolean;
    readonly typed: FormState;
  },
): Html => {
  const w = said(frame);
  const state = surveyStateAt(survey, now);
  return layout(frame, {
    title: textFor(frame, survey.title),
    hasFaults: hasFaults(typed),
    back: { href: link(frame, at.surveys), text: w.title },
    body: html`${faultSummary(typed)}
<h1>${textFor(frame, survey.title)}</h1>
<p>${stateTag(frame, state)}</p>
<p>${lines(textFor(frame, survey.about))}</p>
<p>${datesOf(frame, survey)}</p>
<p>${w.access[survey.access]}</p>
${survey.contact !== undefined && html`<p>${w.contact(survey.contact)}</p>`}
${state === "announced" && html`<p>${w.notYet(frame.words.format.moment(survey.startsAt))}</p>`}
${(state === "ended" || state === "final") && html`<p>${w.over}</p>`}
${state === "open" && start}
${areResultsSeen ? html`<p><a href="${resultsPath(frame, survey)}">${w.seeResults}</a></p>` : html`<p>${w.resultsHidden}</p>`}`,
  });
};

/** Of a survey with one answer an address: where the link to it goes. */
export const addressForm = (frame: Frame, state: FormState, action: string, key: string): Html => {
  const w = said(frame);
  return form({
    action,
    key,
    body: textField(state, { name: "email", label: w.email, hint: w.emailHint, kind: "email" }),
    submit: w.sendLink,
  });
};

export const linkSentView = (frame: Frame, survey: Survey): Html => {
  const w = said(frame);
  return layout(frame, {
    title: w.linkSent,
    isPrivate: true,
    back: { href: surveyPath(frame, survey), text: textFor(frame, survey.title) },
    body: html`${panel({ title: w.linkSent })}<p>${w.linkSentText}</p>`,
  });
};

export type Districts = City["districts"];

/** A question of several fields, each with a label of its own. */
const group = (state: FormState, field: FieldModel, body: Part): Html => {
  const { label, notes, describedBy } = wired(state, field);
  return html`<fieldset${attributes({ "aria-describedby": describedBy })}><legend>${label}</legend>${notes}
${body}
</fieldset>`;
};

/** A question as residents answer it. */
export const questionField = (
  frame: Frame,
  state: FormState,
  question: Asked,
  { districts, isHeading = false }: { readonly districts: Districts; readonly isHeading?: boolean },
): Html => {
  const w = said(frame);
  const { id: name, kind, isRequired, most } = question;
  const field = { name, label: textFor(frame, question.text), isOptional: !isRequired, isHeading };
  const options = optionsFor(frame, question).map((label, index) => ({ value: String(index + 1), label }));
  switch (kind) {
    case "one":
      return radios(state, { ...field, options });
    case "several":
      return checkboxes(state, { ...field, options, hint: w.hints.several(most) });
    case "scale":
      return radios(state, {
        ...field,
        hint: w.hints.scale,
        options: GRADES.map((value) => ({ value, label: value })),
      });
    case "short":
      return textField(state, field);
    case "long":
      return textArea(state, field);
    case "ranking":
      return group(
        state,
        { ...field, hint: w.hints.ranking },
        options.map(({ value, label }) =>
          textField(state, { name: `${name}-${value}`, label, kind: "digits", width: 4 }),
        ),
      );
    case "place":
      return group(
        state,
        { ...field, hint: w.hints.place },
        html`${select(state, { name: `${name}-district`, label: w.district, options: districts.map((one) => [one.id, one.name]) })}
${textField(state, { name: `${name}-where`, label: w.where, isOptional: true })}`,
      );
  }
};

/** An answer in words. */
export const answerText = (
  frame: Spoken,
  question: Asked,
  answers: Answers,
  districts: Districts,
): string => {
  const given = answers[question.id];
  if (given === undefined) return said(frame).noAnswer;
  const options = optionsFor(frame, question);
  const named = (option: string): string => options[Number(option) - 1] ?? option;
  if (Array.isArray(given))
    return given
      .map((one, place) => (question.kind === "ranking" ? `${place + 1}. ` : "") + named(one))
      .join(", ");
  if (typeof given === "object") {
    const district = districts.find(({ id }) => id === given.district)?.name ?? given.district;
    return given.where === undefined ? district : `${district}, ${given.where}`;
  }
  return question.kind === "one" ? named(given) : given;
};
