import { pathTo } from "../../domain/addresses.ts";
import type { Meeting } from "../../domain/meeting/meeting.ts";
import { lines } from "../../pages/components/lines.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { said } from "./pages.ts";

interface Topic {
  readonly title: string | null;
  readonly questions: readonly string[];
}

/** Questions by point of the agenda, to be printed for whoever speaks. */
export const questionsView = (frame: Frame, meeting: Meeting, topics: readonly Topic[]): Html => {
  const { office: w } = said(frame);
  return layout(frame, {
    title: w.questions,
    isPrivate: true,
    back: { href: link(frame, pathTo("officeMeeting", { meetingId: meeting.id })), text: meeting.title },
    body: html`<h1>${w.questions}</h1>
<p class="hint">${w.questionsHint}</p>
${topics.length === 0 && html`<p>${w.noQuestions}</p>`}
${topics.map(
  ({ title, questions }) => html`<h2>${title ?? w.noTopic}</h2>
<ul>${questions.map((question) => html`<li>${lines(question)}</li>`)}</ul>`,
)}`,
  });
};
