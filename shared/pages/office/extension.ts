import { pathTo } from "../../domain/addresses.ts";
import { localEnd } from "../../domain/local-time.ts";
import type { PendingAct } from "../../domain/office/pending.ts";
import type { Instant } from "../../domain/time.ts";
import { form } from "../components/form.ts";
import type { FormState } from "../components/form-state.ts";
import { textField } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import { actButtons, actPage, type EditionRef, reasonField } from "./act.ts";
import { pendingList } from "./pending.ts";

interface ExtensionModel extends EditionRef {
  readonly closesAt: Instant;
  /** What somebody has proposed and nobody has accepted. */
  readonly pending?: PendingAct | undefined;
}

/** A later end of the open vote: one person proposes it, another accepts. */
export const extensionView = (frame: Frame, state: FormState, model: ExtensionModel): Html => {
  const { words } = frame;
  const w = words.extension;
  const { endsAt, hint } = words.calendar;
  return actPage(frame, model, {
    title: w.title,
    state,
    body: html`<p>${w.lead(words.format.deadline(model.closesAt))}</p>
${pendingList(frame, model.pending ? [model.pending] : [])}
<h2>${model.pending ? w.another : w.propose}</h2>
${form({
  action: link(frame, pathTo("editionExtension", { cycleId: model.id })),
  body: html`${textField(state, { name: "endsAt", label: endsAt, hint: hint, value: localEnd(model.closesAt), width: 20 })}
${reasonField(state)}
<p>${w.published}</p>
${actButtons(frame, model, { submit: w.submit, ...(model.pending && { kind: "second" }) })}`,
})}`,
  });
};
