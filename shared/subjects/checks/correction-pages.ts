import { box } from "../../pages/components/boxes.ts";
import { faultSummary } from "../../pages/components/fault-summary.ts";
import { buttonLink, form } from "../../pages/components/form.ts";
import { type FormState, hasFaults } from "../../pages/components/form-state.ts";
import { textArea, textField } from "../../pages/components/text-field.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { textLines } from "../../pages/projects/details.ts";
import { type Choices, type Question, questionFields } from "../../pages/proposals/questions.ts";
import { said } from "./pages.ts";
import type { Card } from "./rules.ts";

/** On the author's page: that something is to be put right, until when, and the way to do it; or that the answer came. */
export const callBox = (frame: Frame, call: Card["calls"][number] | undefined): Html | undefined => {
  if (!call) return undefined;
  const w = said(frame).correction;
  const { answeredAt } = call;
  if (answeredAt) return box({ tone: "info", title: w.came, body: html`<p>${w.cameAt(answeredAt)}</p>` });
  const way = buttonLink({ href: link(frame, `${frame.path}/popraw`), text: w.way });
  return box({
    tone: "warn",
    title: w.box,
    body: html`<p>${w.until(call.until)}</p>${textLines(call.reasons)}<p>${way}</p>`,
  });
};

interface Model {
  readonly number: string;
  readonly call: Card["calls"][number];
  readonly questions: readonly Question[];
  readonly choices: Choices;
  /** Keyed by a clerk, who says when it came. */
  readonly isKeyed?: boolean;
  readonly state: FormState;
  readonly back: string;
}

/** What an author is asked to put right, and the whole proposal to do it in. */
export const correctionView = (frame: Frame, model: Model): Html => {
  const { number, call, questions, choices, isKeyed = false, state, back } = model;
  const w = said(frame).correction;
  return layout(frame, {
    title: w.title(number),
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, back), text: isKeyed ? w.backToCase : w.back },
    body: html`${faultSummary(state)}
<h1>${w.title(number)}</h1>
<p>${w.until(call.until)}</p>
<h2>${w.asked}</h2>
${textLines(call.reasons)}
${!isKeyed && html`<p>${w.filesFirst} <a href="${link(frame, `${back}/zalaczniki`)}">${w.files}</a></p>`}
${form({
  action: link(frame, frame.path),
  submit: isKeyed ? w.key : w.submit,
  body: html`${isKeyed && textField(state, { name: "arrivedAt", label: w.fields.arrivedAt, hint: w.arrivedAtHint, isOptional: true })}
${questionFields({ ...choices, state }, questions)}
${textArea(state, { name: "message", label: w.fields.message, hint: w.messageHint, isOptional: true })}`,
})}`,
  });
};
