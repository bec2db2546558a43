import { pathTo } from "../../domain/addresses.ts";
import { buttonLink } from "../components/form.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { signInTo } from "./paths.ts";

export type SignInFault = "not-begun" | "denied" | "code";

/** The identity provider's answer was none of ours, or a refusal: why, and a new start. */
export const signInFailedView = (
  frame: Frame,
  { why, to }: { readonly why: SignInFault; readonly to: string | undefined },
): Html => {
  const w = frame.words.office.signIn;
  return layout(frame, {
    title: w.failed,
    isPrivate: true,
    body: html`<h1>${w.failed}</h1>
<p>${w.why[why]}</p>
<p>${buttonLink({ href: link(frame, to === undefined ? pathTo("signIn") : signInTo(to)), text: w.again })}</p>`,
  });
};

export const signedOutView = (frame: Frame, { onwards }: { readonly onwards: string | undefined }): Html => {
  const w = frame.words.office.signIn;
  return layout(frame, {
    title: w.out,
    isPrivate: true,
    body: html`<h1>${w.out}</h1>
<p>${w.outHere}</p>
${onwards !== undefined && html`<p><a href="${onwards}">${w.outThere}</a></p>`}
<p>${buttonLink({ href: link(frame, pathTo("signIn")), text: frame.words.frame.signIn, kind: "second" })}</p>`,
  });
};
