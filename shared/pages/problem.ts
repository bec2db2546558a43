import type { Html } from "./html.ts";
import { html } from "./html.ts";
import { type Frame, layout, link } from "./layout.ts";

export interface ProblemModel {
  readonly title: string;
  readonly detail: string;
  readonly code: string;
  readonly contactAddress: string;
}

/** What happened, in words, and a way on. Never a dead end. */
export const problemView = (problem: ProblemModel, frame: Frame): Html => {
  const w = frame.words.frame;
  return layout(frame, {
    title: problem.title,
    body: html`<h1>${problem.title}</h1>
<p>${problem.detail}</p>
${problem.code.startsWith("identity/") && html`<p><a class="button" href="${link(frame, "/urzad/zaloguj")}">${w.signIn}</a></p>`}
<p>${w.contact} <a href="mailto:${problem.contactAddress}">${problem.contactAddress}</a></p>
<p><a href="${link(frame, "/")}">${w.home}</a></p>`,
  });
};
