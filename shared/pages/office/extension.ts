import { pathTo } from "../../domain/addresses.ts";
import { localEnd } from "../../domain/local-time.ts";
import type { Instant } from "../../domain/time.ts";
import { box } from "../components/boxes.ts";
import { deadline } from "../components/dates.ts";
import { form, hidden } from "../components/form.ts";
import type { FormState } from "../components/form-state.ts";
import { summaryList } from "../components/summary-list.ts";
import { textField } from "../components/text-field.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import { actButtons, actPage, type EditionRef, reasonField } from "./act.ts";

export interface ExtensionModel extends EditionRef {
  readonly closesAt: Instant;
  /** What somebody has proposed and nobody has accepted. */
  readonly pending?: {
    readonly endsAt: Instant;
    readonly reason: string;
    readonly name: string;
    readonly at: Instant;
    readonly isMine: boolean;
  };
}

const acceptance = (frame: Frame, model: ExtensionModel): Part => {
  const { pending } = model;
  if (!pending) return undefined;
  const { words } = frame;
  const w = words.deskActs.przedluzenie;
  const facts = summaryList(words, [
    { term: w.before, value: deadline(words, model.closesAt) },
    { term: w.after, value: deadline(words, pending.endsAt) },
    { term: words.deskActs.reason, value: pending.reason },
    { term: w.by, value: pending.name },
  ]);
  return html`<h2>${w.pending}</h2>
${facts}
${
  pending.isMine
    ? box({ body: html`<p>${w.mine}</p>` })
    : form({
        action: link(frame, pathTo("editionExtension", { cycleId: model.id })),
        body: html`<p>${w.consequence}</p>${hidden("accepted", pending.endsAt)}${hidden("proposedAt", pending.at)}`,
        submit: w.accept,
      })
}`;
};

/** A later end of the open vote: one person proposes it, another accepts. */
export const extensionView = (frame: Frame, state: FormState, model: ExtensionModel): Html => {
  const { words } = frame;
  const w = words.deskActs.przedluzenie;
  const { daty } = words.deskActs;
  return actPage(frame, model, {
    title: w.title,
    state,
    body: html`<p>${w.lead(words.format.deadline(model.closesAt))}</p>
${acceptance(frame, model)}
<h2>${model.pending ? w.another : w.propose}</h2>
${form({
  action: link(frame, pathTo("editionExtension", { cycleId: model.id })),
  body: html`${textField(state, { name: "endsAt", label: daty.endsAt, hint: daty.hint, value: localEnd(model.closesAt), width: 20 })}
${reasonField(state)}
<p>${w.published}</p>
${actButtons(frame, model, { submit: w.submit, ...(model.pending && { kind: "second" }) })}`,
})}`,
  });
};
