import { pathTo } from "../../domain/addresses.ts";
import type { Instant } from "../../domain/time.ts";
import type { Fact } from "../../domain/voting/facts.ts";
import { VoidReason, type VoidState } from "../../domain/voting/void.ts";
import { box, disclosure } from "../components/boxes.ts";
import { radios } from "../components/choices.ts";
import { button, form, hidden } from "../components/form.ts";
import type { FormState } from "../components/form-state.ts";
import { qrCode } from "../components/qr-code.ts";
import { summaryList } from "../components/summary-list.ts";
import { table } from "../components/table.ts";
import { textArea, textField } from "../components/text-field.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import { factFields } from "../voting-points/shown-fields.ts";
import { actPage, type EditionRef } from "./act.ts";

interface Act {
  readonly name: string;
  readonly at: Instant;
}

/** A decision on a ballot, as this member of the commission may act on it. */
interface VoidModel {
  readonly id: string;
  readonly state: VoidState;
  readonly reason: VoidReason;
  readonly note: string;
  readonly proposed: Act;
  readonly accepted: Act | null;
  readonly declined: (Act & { readonly why: string }) | null;
  readonly link: string | null;
  readonly isNamedByOne: boolean;
  readonly ballot: string | null;
}

interface VoidsModel {
  readonly edition: EditionRef;
  /** The facts by which the roll finds the person whose vote it is. */
  readonly facts: readonly Fact[];
  readonly cases: readonly VoidModel[];
  readonly mayDecide: boolean;
}

const proposal = (
  frame: Frame,
  state: FormState,
  { edition, facts }: Pick<VoidsModel, "edition" | "facts">,
): Html => {
  const w = frame.words.voids;
  return html`<h2>${w.proposeTitle}</h2>
${form({
  action: link(frame, pathTo("editionVoids", { cycleId: edition.id })),
  body: html`<p>${w.whose}</p>
${factFields(state, facts)}
${radios(state, {
  name: "reason",
  label: w.reason,
  options: VoidReason.options.map((value) => ({ value, label: w.reasons[value] })),
})}
${textArea(state, { name: "note", label: w.note, hint: w.noteHint, rows: 4 })}`,
  submit: w.propose,
})}`;
};

/** All decisions on void ballots of an edition, and the form for another. */
export const voidsView = (
  frame: Frame,
  state: FormState,
  { edition, facts, cases, mayDecide }: VoidsModel,
): Html => {
  const { words } = frame;
  const w = words.voids;
  const { id, state: stateHead, reason, proposed } = w.columns;
  return actPage(frame, edition, {
    title: w.title,
    state,
    body: html`<p>${w.lead}</p>
${table(words, {
  caption: w.caption,
  columns: [{ head: id, isRowHead: true }, { head: stateHead }, { head: reason }, { head: proposed }],
  rows: cases.map((one) => [
    html`<a href="${link(frame, pathTo("editionVoid", { cycleId: edition.id, voidId: one.id }))}">${one.id}</a>`,
    w.states[one.state],
    w.reasons[one.reason],
    one.proposed.name,
  ]),
  empty: w.none,
})}
${mayDecide ? proposal(frame, state, { edition, facts }) : html`<p>${w.over}</p>`}`,
  });
};

interface OneVoidModel {
  readonly edition: EditionRef;
  readonly one: VoidModel;
  readonly mayDecide: boolean;
  /** What the person who looks has to do with it. */
  readonly mine: { readonly isProposer: boolean; readonly isOfTwo: boolean; readonly hasNamed: boolean };
}

const facts = ({ words }: Frame, { one }: OneVoidModel): Html => {
  const w = words.voids;
  const person = ({ name, at }: Act): string => w.person(name, words.format.moment(at));
  const { accepted, declined, ballot } = one;
  return summaryList(words, [
    { term: w.columns.id, value: html`<code>${one.id}</code>` },
    { term: w.terms.state, value: w.states[one.state] },
    { term: w.terms.reason, value: w.reasons[one.reason] },
    { term: w.terms.note, value: one.note },
    { term: w.terms.proposed, value: person(one.proposed) },
    ...(accepted ? [{ term: w.terms.accepted, value: person(accepted) }] : []),
    ...(declined
      ? [
          {
            term: w.terms.declined,
            value: declined.why ? w.why(person(declined), declined.why) : person(declined),
          },
        ]
      : []),
    ...(ballot ? [{ term: w.terms.ballot, value: html`<code>${ballot}</code>` }] : []),
  ]);
};

const acceptance = (frame: Frame, { edition, one, mine }: OneVoidModel): Html => {
  const w = frame.words.voids;
  const action = link(frame, pathTo("editionVoid", { cycleId: edition.id, voidId: one.id }));
  if (mine.isProposer)
    return html`${box({ body: html`<p>${w.mine}</p>` })}
${form({ action, body: hidden("act", "withdraw"), submit: frame.words.pending.withdraw, kind: "second" })}`;
  return form({
    action,
    body: html`<p>${w.acceptText}</p>${hidden("act", "accept")}`,
    submit: w.accept,
  });
};

const naming = (frame: Frame, state: FormState, { edition, one, mine }: OneVoidModel): Html => {
  const w = frame.words.voids;
  const file = `${one.id}.txt`;
  const command = `npm run keys -- link SHARE1 SHARE2 --file ${file}`;
  const sealed = one.link ?? "";
  const carried = `${edition.id} ${sealed}\n`;
  const text = mine.hasNamed ? w.namedByMe : w.named;
  return html`<h2>${w.terms.link}</h2>
<p>${w.linkHint}</p>
<p><a href="data:text/plain,${encodeURIComponent(carried)}" download="${file}">${w.linkFile}</a></p>
<p>${qrCode(carried.trim(), w.linkQr)}</p>
<p><code>${command}</code></p>
${disclosure(w.linkText, html`<p class="wide"><code>${sealed.match(/.{1,4}/g)?.join(" ") ?? ""}</code></p>`)}
<h2>${w.ballotTitle}</h2>
${one.isNamedByOne && html`<p>${text}</p>`}
${
  mine.isOfTwo
    ? form({
        action: link(frame, pathTo("editionVoid", { cycleId: edition.id, voidId: one.id })),
        body: html`${hidden("act", "name")}${textField(state, { name: "ballot", label: w.ballot, hint: w.ballotHint, width: 20 })}`,
        submit: w.nameBallot,
      })
    : html`<p>${w.notYours}</p>`
}`;
};

const declining = (frame: Frame, state: FormState, { edition, one }: OneVoidModel): Html => {
  const w = frame.words.voids;
  return html`<h2>${w.declineTitle}</h2>
<p>${w.declineText}</p>
${form({
  action: link(frame, pathTo("editionVoid", { cycleId: edition.id, voidId: one.id })),
  body: html`${hidden("act", "decline")}${textArea(state, { name: "why", label: w.declineReason, rows: 3 })}
${button({ text: w.decline, kind: "danger" })}`,
})}`;
};

/** One decision: what is known, and what this person can do about it now. */
export const voidView = (frame: Frame, state: FormState, model: OneVoidModel): Html => {
  const { one, edition, mayDecide } = model;
  const w = frame.words.voids;
  const isOpen = one.state === "proposed" || one.state === "accepted";
  // Whoever proposed it takes it back instead.
  const isTakenBack = one.state === "proposed" && model.mine.isProposer;
  const next: Part = one.state === "proposed" ? acceptance(frame, model) : naming(frame, state, model);
  return actPage(frame, edition, {
    title: w.case,
    state,
    body: html`${facts(frame, model)}
${isOpen && (mayDecide ? html`${next}${!isTakenBack && declining(frame, state, model)}` : html`<p>${w.over}</p>`)}
<p><a href="${link(frame, pathTo("editionVoids", { cycleId: edition.id }))}">${w.title}</a></p>`,
  });
};
