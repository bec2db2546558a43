import { pathTo } from "../domain/addresses.ts";
import { buttonLink } from "./components/form.ts";
import type { Html } from "./html.ts";
import { html } from "./html.ts";
import { type Frame, layout, link } from "./layout.ts";

interface ProblemModel {
  readonly title: string;
  readonly detail: string;
  readonly code: string;
  readonly contactAddress: string;
  /** On a page of the office: where one signs in and comes back from. */
  readonly signInPath?: string;
  /** After a short wait: the form once more. */
  readonly again?: Html;
}

/** What happened, in words, and a way on. Never a dead end. */
export const problemView = (problem: ProblemModel, frame: Frame): Html => {
  const w = frame.words.frame;
  const { code, signInPath, again } = problem;
  const title = again ? w.wait.title : problem.title;
  const isStranger = code === "identity/missing" || code === "identity/expired";
  return layout(frame, {
    title,
    body: html`<h1>${title}</h1>
${again ?? html`<p>${problem.detail}</p>`}
${signInPath && isStranger && html`<p>${buttonLink({ href: link(frame, signInPath), text: w.signIn })}</p>`}
${
  signInPath &&
  code === "identity/role" &&
  html`<p>${buttonLink({ href: link(frame, signInPath), text: frame.words.office.signInAsAnother, kind: "second" })}</p>`
}
${signInPath && !isStranger && html`<p><a href="${link(frame, pathTo("office"))}">${frame.words.office.home.title}</a></p>`}
<p>${w.contact} <a href="mailto:${problem.contactAddress}">${problem.contactAddress}</a></p>
<p><a href="${link(frame, pathTo("home"))}">${w.home}</a></p>`,
  });
};
