import type { CycleId } from "../../domain/ids.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { form } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { textField } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { identityPath, startPath } from "./paths.ts";

/** Who votes: the three things that are asked for, each with its reason and how long it is kept. */
export const identityView = (frame: Frame, cycleId: CycleId, state: FormState): Html => {
  const { words } = frame;
  const w = words.voting.identity;
  return layout(frame, {
    title: w.title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, startPath), text: words.frame.back },
    body: html`${faultSummary(state)}
<h1>${w.title}</h1>
<p>${w.lead}</p>
${form({
  action: link(frame, identityPath(cycleId)),
  body: [
    textField(state, { name: "pesel", label: w.pesel, hint: w.peselHint, kind: "digits", width: 11 }),
    textField(state, {
      name: "mothersMaidenName",
      label: w.name,
      hint: w.nameHint,
      kind: "name",
      width: 20,
      // A browser would offer the voter's own name.
      autocomplete: "off",
    }),
    textField(state, { name: "email", label: w.email, hint: w.emailHint, kind: "email" }),
  ],
  submit: w.submit,
})}
<p><a href="${link(frame, "/prywatnosc")}">${w.privacy}</a></p>`,
  });
};
