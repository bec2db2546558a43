import { pathTo } from "../../domain/addresses.ts";
import { type EditionKind, type PendingAct, type PendingKind, waitsIn } from "../../domain/office/pending.ts";
import type { Role } from "../../domain/office/roles.ts";
import { rolesOf } from "../../domain/office/work.ts";
import { inLanguage } from "../../words/fallback.ts";
import type { PendingKindWords } from "../../words/pending-words.ts";
import type { Words } from "../../words/words.ts";
import { box } from "../components/boxes.ts";
import { deadline, moment } from "../components/dates.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { button, form, hidden } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { summaryList } from "../components/summary-list.ts";
import { textArea } from "../components/text-field.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { type Progress, rollPreview, rollProgress } from "./roll-preview.ts";

/** What an act is called, and what exactly it will do. */
const pendingText = (words: Words, { kind, proposal }: PendingAct) => {
  const { pending, language } = words;
  if ("title" in proposal) {
    const title = inLanguage(proposal.title, language);
    const { what, refuseHint } = pending.ofSubject;
    return { title, what: what({ title, thing: inLanguage(proposal.thing, language) }), refuseHint };
  }
  // Each kind's words take its own proposal; the compiler does not see it through two variables.
  const { what, ...own } = pending.kinds[kind as EditionKind] as PendingKindWords[EditionKind] & {
    readonly what: (proposal: unknown) => string;
  };
  return { ...own, what: what(proposal) };
};

/** What waits for a second person, each with the way to its page; nothing where nothing waits. */
export const pendingList = (frame: Frame, acts: readonly PendingAct[]): Part => {
  const { words } = frame;
  const { lists } = words.pending;
  return (
    acts.length > 0 &&
    html`<h2>${lists.title}</h2>
<ul>${acts.map(
      (act) =>
        html`<li><a href="${link(
          frame,
          pathTo("pendingAct", { pendingId: act.id }),
        )}">${pendingText(words, act).title}</a>: ${lists.by(act.byName)}, ${words.frame.until(act.until)}</li>`,
    )}</ul>`
  );
};

const EDITION_READERS: readonly Role[] = ["coordinator", "commission", "auditor"];
const POINT_STAFF: readonly Role[] = ["clerk", "commission"];

/** The page of what an act is about, and who may open it. */
const subjectOf = (act: PendingAct): readonly [string, readonly Role[]] => {
  const { kind, proposal } = act;
  switch (kind) {
    case "of-subject":
      return [proposal.path, rolesOf(waitsIn(act))];
    case "void-ballot":
      return [pathTo("editionVoid", proposal), ["commission"]];
    case "add-to-roll":
      return [pathTo("officeStatement", proposal), POINT_STAFF];
    case "correct-batch":
      return [pathTo("batch", proposal), [...EDITION_READERS, "clerk"]];
    default:
      return [pathTo("edition", proposal), EDITION_READERS];
  }
};

/** The way to what an act is about, for those who may go it. */
const subjectLink = (frame: Frame, act: PendingAct): Part => {
  const [path, readers] = subjectOf(act);
  return (
    frame.staffRoles?.some((role) => readers.includes(role)) &&
    html`<p><a href="${link(frame, path)}">${frame.words.pending.subject}</a></p>`
  );
};

const FINAL: readonly PendingKind[] = ["move-cycle", "void-ballot"];

/** Whether it cannot be taken back once it is accepted. */
const isFinal = ({ kind, proposal }: PendingAct): boolean =>
  "isFinal" in proposal ? proposal.isFinal : FINAL.includes(kind);

interface PendingModel {
  readonly act: PendingAct;
  /** What this person can do about it now. */
  /** How far the reading of a roll has come. */
  readonly progress?: Progress | undefined;
  readonly may: { readonly settle: boolean; readonly withdraw: boolean };
}

const LOOK_SECONDS = 5;

const facts = ({ words }: Frame, act: PendingAct): Html => {
  const { terms, states } = words.pending;
  const { proposal, settled } = act;
  return summaryList(words, [
    { term: terms.what, value: pendingText(words, act).what },
    ...("told" in proposal ? proposal.told : []).map(({ term, value }) => ({
      term: inLanguage(term, words.language),
      value: inLanguage(value, words.language),
    })),
    ...("reason" in proposal ? [{ term: terms.reason, value: proposal.reason }] : []),
    { term: terms.by, value: act.byName },
    { term: terms.at, value: moment(words, act.at) },
    { term: terms.until, value: deadline(words, act.until) },
    { term: terms.state, value: states[act.state] },
    ...(settled
      ? [{ term: terms.settledBy, value: html`${settled.byName}, ${moment(words, settled.at)}` }]
      : []),
    ...(settled?.reason ? [{ term: terms.why, value: settled.reason }] : []),
  ]);
};

const acts = (frame: Frame, state: FormState, { act, may }: PendingModel): Part => {
  const w = frame.words.pending;
  const action = link(frame, pathTo("pendingAct", { pendingId: act.id }));
  if (may.withdraw)
    return html`${box({ body: html`<p>${w.mine}</p>` })}
${form({ action, body: hidden("act", "withdraw"), submit: w.withdraw, kind: "second" })}`;
  if (!may.settle) return act.state === "proposed" && box({ body: html`<p>${w.notYours}</p>` });
  return html`${form({
    action,
    body: html`${hidden("act", "accept")}${button({ text: w.accept, ...(isFinal(act) && { kind: "danger" }) })}`,
  })}
<h2>${w.refuseTitle}</h2>
${form({
  action,
  body: html`${hidden("act", "refuse")}${textArea(state, { name: "reason", label: w.refuseReason, hint: pendingText(frame.words, act).refuseHint, rows: 3 })}`,
  submit: w.refuse,
  kind: "second",
})}`;
};

/** One act that takes two people: what was proposed, by whom, until when, and what this person can do about it. */
export const pendingView = (frame: Frame, state: FormState, model: PendingModel): Html => {
  const { words } = frame;
  const { title } = pendingText(words, model.act);
  return layout(frame, {
    title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    ...(model.progress && { again: LOOK_SECONDS }),
    back: { href: link(frame, pathTo("office")), text: words.office.home.title },
    body: html`${faultSummary(state, model.may.settle)}
<h1>${title}</h1>
${facts(frame, model.act)}
${model.progress && rollProgress(frame, model.progress)}
${"preview" in model.act.proposal && model.act.proposal.preview && rollPreview(frame, model.act.proposal, model.act.proposal.preview)}
${subjectLink(frame, model.act)}
${acts(frame, state, model)}`,
  });
};
