import { pathTo } from "../../domain/addresses.ts";
import type { CycleId } from "../../domain/ids.ts";
import { isPhone } from "../../domain/phone.ts";
import type { Instant } from "../../domain/time.ts";
import { box, disclosure } from "../components/boxes.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { button, buttonLink, form } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { textField } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";

/** What is known before the code: nothing of who was found, only what was typed and what the clock says. */
export interface CodeModel {
  readonly cycleId: CycleId;
  readonly contact: string;
  readonly digits: number;
  readonly validUntil: Instant;
  readonly triesLeft: number;
  readonly sessionSeconds: number;
  /** The time is over or the tries are spent: only a new code helps. */
  readonly isOver: boolean;
  /** When a code was asked for in place of another. */
  readonly resentAt: Instant | undefined;
  /** From when another code makes sense, where it does not yet. */
  readonly waitsUntil: Instant | undefined;
}

/** The button that asks for another code; a script counts the wait down on it. */
const resendButton = (text: string, { waitsUntil }: CodeModel): Html => {
  const shown = button({ text, kind: "second", name: "act", value: "resend" });
  return waitsUntil ? html`<div data-until="${waitsUntil}">${shown}</div>` : shown;
};

/** One page for whoever asks, on the roll or not. */
export const codeView = (frame: Frame, model: CodeModel, state: FormState): Html => {
  const { words } = frame;
  const w = words.voting.code;
  const retypeHref = link(frame, pathTo("voteIdentity", { cycleId: model.cycleId }));
  if (model.isOver) {
    return layout(frame, {
      title: w.overTitle,
      isPrivate: true,
      body: html`<h1>${w.overTitle}</h1>
<p>${w.over}</p>
${form({ action: link(frame, pathTo("voteCode", { cycleId: model.cycleId })), body: button({ text: w.resend, name: "act", value: "resend" }) })}
<p>${buttonLink({ href: retypeHref, text: w.again, kind: "second" })}</p>`,
    });
  }
  return layout(frame, {
    title: w.title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    hasScript: true,
    back: { href: retypeHref, text: words.frame.back },
    body: html`${faultSummary(state)}
<h1>${w.title}</h1>
${model.resentAt !== undefined && html`<div role="status">${box({ tone: "good", body: html`<p>${w.resent(model.resentAt)}</p>` })}</div>`}
<p>${w.sent(model.contact)}</p>
${form({
  action: link(frame, pathTo("voteCode", { cycleId: model.cycleId })),
  body: textField(state, {
    name: "code",
    label: w.label(model.digits),
    hint: hasFaults(state)
      ? w.validUntil(model.validUntil)
      : `${w.validUntil(model.validUntil)} ${w.triesLeft(model.triesLeft)}`,
    kind: "one-time-code",
    width: 11,
    value: "",
  }),
  submit: w.submit,
})}
<p>${w.session(model.sessionSeconds)}</p>
${disclosure(
  w.notReceived,
  html`<ul>${(isPhone(model.contact) ? w.phoneHints : w.hints).map((hint) => html`<li>${hint}</li>`)}</ul>
${model.waitsUntil && html`<p>${w.wait(model.waitsUntil)}</p>`}
${form({ action: link(frame, pathTo("voteCode", { cycleId: model.cycleId })), body: resendButton(w.resend, model) })}
<p><a href="${retypeHref}">${w.retype}</a></p>`,
)}`,
  });
};
