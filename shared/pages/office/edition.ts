import { type Address, pathTo } from "../../domain/addresses.ts";
import type { Finding } from "../../domain/ballot/findings.ts";
import type { Awaited } from "../../domain/cycle/awaited.ts";
import type { Phase } from "../../domain/cycle/phases.ts";
import type { PendingAct } from "../../domain/office/pending.ts";
import { rolesThatClear } from "../../domain/office/work.ts";
import type { Blocker } from "../../domain/refusals.ts";
import type { Instant } from "../../domain/time.ts";
import type { Words } from "../../words/words.ts";
import { box } from "../components/boxes.ts";
import { buttonLink } from "../components/form.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { findingsBrief } from "./ballot.ts";
import { type LogLine, logTable } from "./log.ts";
import { type Numbers, numbersView } from "./numbers.ts";
import { pendingList } from "./pending.ts";
import { type Stage, timeline } from "./timeline.ts";

/** Acts on an edition, by the words of their buttons; each has its own page. */
export type EditionAct = Exclude<keyof Words["editions"]["actions"], "title" | "none">;

const PAGES = {
  klucze: "editionKeys",
  niewazne: "editionVoids",
  "klucz-do-liczenia": "editionCountKey",
  losowanie: "editionDraw",
  podpis: "editionSignOff",
  sygnaly: "editionSignals",
  dalej: "editionTransition",
  spis: "editionRoll",
  mieszkancy: "editionResidents",
  lista: "editionBallot",
  wykluczenia: "editionExclusions",
  punkty: "editionPoints",
  przedluzenie: "editionExtension",
  odwolanie: "editionCancellation",
} as const satisfies Readonly<Record<EditionAct, Address>>;

export interface EditionModel {
  readonly id: string;
  readonly name: string;
  readonly edition: string;
  readonly now: Instant;
  readonly stages: readonly Stage[];
  readonly next?: { readonly phase: Phase; readonly startsAt?: Instant | undefined } | undefined;
  readonly blockers: readonly Blocker[];
  /** What was found of the list that is next to be frozen. */
  readonly findings: readonly Finding[];
  /** What the vote that has ended waits for. */
  readonly awaited?: Awaited | undefined;
  readonly requested?: { readonly to: Phase; readonly by: string } | undefined;
  /** What waits for a second person. */
  readonly pending: readonly PendingAct[];
  readonly numbers: Numbers;
  /** What this person may do now. */
  readonly acts: readonly EditionAct[];
  readonly log: readonly LogLine[];
  readonly hasMoreLog: boolean;
}

/** What is in the way, each with those whose click clears it. */
const blockersBox = ({ words }: Frame, { blockers, awaited }: EditionModel): Part => {
  const w = words.editions.next;
  if (blockers.length === 0) return awaited?.what !== "cards" && html`<p>${w.clear}</p>`;
  const line = (blocker: Blocker): Html => {
    const roles = rolesThatClear(blocker.what).map((role) => words.office.roles[role]);
    return html`<li>${words.blockers[blocker.what](blocker)}${roles.length > 0 && html` ${w.clearedBy(roles)}`}</li>`;
  };
  return html`<p>${w.blocked}:</p><ul>${blockers.map(line)}</ul>`;
};

/** A vote that has ended and is not sealed: until when, and who can end the wait. */
const unsealed = ({ words }: Frame, { awaited }: EditionModel): Part => {
  const { unsealed: w } = words.editions.next;
  if (awaited?.what === "cards")
    return html`<p>${w.cards(awaited.until)}</p>\n<p>${w.allIn(words.editions.actions.dalej)}</p>`;
  return awaited?.what === "batches" && html`<p>${w.batches}</p>`;
};

const nextBox = (frame: Frame, model: EditionModel): Html => {
  const { words } = frame;
  const { next, blockers, requested } = model;
  const w = words.editions.next;
  if (!next) return box({ title: w.title, body: html`<p>${w.over}</p>` });
  const isBlocked = blockers.length > 0;
  return box({
    tone: isBlocked ? "warn" : "info",
    title: w.title,
    body: html`<p>${w.phase(words.phases[next.phase].name)} ${next.startsAt && w.at(words.format.moment(next.startsAt))}</p>
${requested && html`<p>${w.requested(words.phases[requested.to].name, requested.by)}</p>`}
${unsealed(frame, model)}
${blockersBox(frame, model)}
${findingsBrief(frame, model.id, model.findings)}`,
  });
};

/** The way on comes first and is the page's one primary button, unless it ends a vote; the way out comes last, in red. */
const actsView = (frame: Frame, { id, acts, blockers, next }: EditionModel): Part => {
  const w = frame.words.editions.actions;
  const kindOf = (act: EditionAct) => {
    if (act === "odwolanie") return "danger";
    const isHeldBack = act === "dalej" && (blockers.length > 0 || next?.phase === "sealed");
    return act === acts[0] && !isHeldBack ? "primary" : "second";
  };
  return html`<h2>${w.title}</h2>
${
  acts.length > 0
    ? html`<p>${acts.map((act) => buttonLink({ href: link(frame, pathTo(PAGES[act], { cycleId: id })), text: w[act], kind: kindOf(act) }))}</p>`
    : html`<p>${w.none}</p>`
}`;
};

/** One edition as staff run it: what is next and what blocks it, what they can do, its course, its numbers, its log. */
export const editionView = (frame: Frame, model: EditionModel): Html => {
  const { words } = frame;
  const w = words.editions;
  const { id, name, edition, now, stages, numbers, log, hasMoreLog } = model;
  const logPath = link(frame, pathTo("editionLog", { cycleId: id }));
  return layout(frame, {
    title: `${name}, ${w.edition(edition)}`,
    isPrivate: true,
    back: { href: link(frame, pathTo("editions")), text: w.editions },
    body: html`<h1>${name}, ${w.edition(edition)}</h1>
${nextBox(frame, model)}
${pendingList(frame, model.pending)}
${actsView(frame, model)}
<h2>${w.timeline}</h2>
<div class="wide">${timeline(frame, stages, now)}</div>
<h2>${w.numbers.title}</h2>
${numbersView(frame, numbers)}
<h2>${words.office.log.title}</h2>
${logTable(frame, log, words.office.log.latest)}
${hasMoreLog && html`<p><a href="${logPath}">${words.office.log.all}</a></p>`}
<p><a href="${link(frame, pathTo("editionRetention", { cycleId: id }))}">${words.retention.title}</a></p>`,
  });
};
