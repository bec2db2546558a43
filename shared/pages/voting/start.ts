import { pathTo } from "../../domain/addresses.ts";
import type { Awaited } from "../../domain/cycle/awaited.ts";
import type { CycleId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { type BallotForm, limitsOf } from "../../domain/voting/ballot-form.ts";
import { contactsOf, factsOf, type IdentityPolicy } from "../../domain/voting/identity-policy.ts";
import type { WhichLists } from "../../words/list-name.ts";
import { box, titled } from "../components/boxes.ts";
import { buttonLink } from "../components/form.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { phaseLine } from "../phase-line.ts";
import { awaitedLine } from "../results/awaited.ts";
import type { PointModel } from "../voting-points/list.ts";
import { pointsTable } from "../voting-points/table.ts";
import { wayNotice } from "./asked-fields.ts";
import { otherSets } from "./other-sets.ts";

export interface OpenVote {
  readonly cycleId: CycleId;
  readonly name: string;
  readonly edition: string;
  readonly closesAt: Instant;
  /** Whole days after today on which one can vote. */
  readonly daysLeft: number;
  /** The last extension, if there was one. */
  readonly extended?: { readonly before: Instant; readonly reason: string } | undefined;
  readonly identity: IdentityPolicy;
  readonly guardianBelowAge: number;
  /** How lists are filled in: all alike, or those of each kind in their own way. */
  readonly lists: readonly { readonly which: WhichLists; readonly form: BallotForm }[];
  readonly sessionSeconds: number;
  /** Where one can vote with help. */
  readonly points: readonly PointModel[];
}

export interface StartModel {
  readonly now: Instant;
  readonly open: readonly OpenVote[];
  readonly coming: readonly {
    readonly edition: string;
    readonly opensAt: Instant;
    readonly closesAt: Instant;
  }[];
  readonly ended: readonly {
    readonly edition: string;
    readonly endedAt: Instant;
    /** Where the vote was ended before its time. */
    readonly early?: { readonly before: Instant; readonly reason: string } | undefined;
    readonly awaited: Awaited | undefined;
    readonly resultsAt: Instant | undefined;
    readonly resultsPath: string | undefined;
  }[];
}

const linesOf = ({ words }: Frame, vote: OpenVote): Html => {
  const w = words.voting.start;
  return html`<p><strong>${w.openNow(vote.closesAt, vote.daysLeft)}</strong></p>
${vote.extended && html`<p>${w.extended(vote.extended.before)} ${w.extendedWhy} ${vote.extended.reason}</p>`}
<p>${vote.lists.map(({ which, form }) => html`${words.ballot.forms.summary(form, limitsOf(form), which)} `)}${w.takes}</p>`;
};

const requiredOf = ({ lists }: OpenVote): "none" | "one" | "all" => {
  const required = lists.filter(({ form }) => form.required).length;
  return required === 0 ? "none" : required === lists.length ? "all" : "one";
};

const needsOf = ({ words }: Frame, { identity: { roll }, guardianBelowAge }: OpenVote): string[] => {
  const w = words.voting.start;
  const [contact = "email", other] = contactsOf(roll);
  return [
    ...factsOf(roll).map((fact) => words.identity.data[fact].label),
    w.neededContact[other ? "both" : contact],
    ...(guardianBelowAge > 0 ? [w.guardian(guardianBelowAge)] : []),
  ];
};

const begin = (frame: Frame, { cycleId }: OpenVote, text: string): Html =>
  buttonLink({ href: link(frame, pathTo("voteIdentity", { cycleId: cycleId })), text });

/** The ways without a page of their own, where this edition has them: how each asks, and what becomes of it. */
const wayNotices = (frame: Frame, { identity, points }: OpenVote): Html => {
  const { words } = frame;
  const { desk, paper, guardian } = identity;
  return html`${desk && points.length > 0 && wayNotice(frame, desk)}
${paper && html`<h2>${words.identity.paper.title}</h2><p>${words.identity.paper.lead} ${words.identity.paper.custody}</p>${wayNotice(frame, paper)}`}
${guardian && html`<h2>${words.identity.withChild}</h2><p>${words.voting.guardian.kept}</p>${wayNotice(frame, guardian)}`}`;
};

const openView = (frame: Frame, open: readonly OpenVote[]): Html | undefined => {
  const w = frame.words.voting.start;
  const [first] = open;
  if (!first) return undefined;
  const button =
    open.length === 1
      ? html`${linesOf(frame, first)}<p>${begin(frame, first, w.button)}</p>`
      : html`<p>${w.choose}</p>${open.map((vote) =>
          titled(
            frame.words.edition(vote.name, vote.edition),
            html`${linesOf(frame, vote)}<p>${begin(frame, vote, w.buttonFor(vote.edition))}</p>`,
          ),
        )}`;
  return html`${button}
<h2>${w.needs}</h2>
<ul>${needsOf(frame, first).map((thing) => html`<li>${thing}</li>`)}</ul>
${open.length === 1 && otherSets(frame, first.identity, first.identity, pathTo("voteIdentity", { cycleId: first.cycleId }))}
<h2>${w.howHeading}</h2>
<ol>${w.how(first.sessionSeconds, requiredOf(first)).map((step) => html`<li>${step}</li>`)}</ol>
<p>${w.secret}</p>
${open.some(({ points }) => points.length > 0) && html`<h2>${w.points}</h2><p>${w.pointsLead}</p>`}
${open.map((vote) => vote.points.length > 0 && pointsTable(frame, vote))}
${open.length === 1 ? wayNotices(frame, first) : open.map((vote) => titled(frame.words.edition(vote.name, vote.edition), wayNotices(frame, vote)))}`;
};

const closedView = (frame: Frame, { coming, ended }: StartModel): Html => {
  const w = frame.words.voting.start;
  return html`${box({
    tone: "info",
    body: html`<p><strong>${w.closed}</strong></p>
${coming.map(({ edition, opensAt, closesAt }) => html`<p>${w.opens(edition, opensAt)} ${w.lasts(closesAt)}</p>`)}
${coming.length === 0 && html`<p>${w.nothing}</p>`}`,
  })}
${ended.map(
  ({ edition, endedAt, early, awaited, resultsAt, resultsPath }) => html`<p>${w.ended(edition, endedAt)}
${awaited && awaitedLine(frame.words, awaited)}
${resultsPath === undefined ? resultsAt && w.resultsDue(resultsAt) : html`<a href="${link(frame, resultsPath)}">${w.results}: ${edition}</a>`}</p>
${early && html`<p>${w.endedEarly(early.before)} ${w.extendedWhy} ${early.reason}</p>`}`,
)}`;
};

/** What the vote is, what it needs and until when; when none is open, when one will be. Never a page that is not there. */
export const startView = (frame: Frame, model: StartModel): Html => {
  const { words } = frame;
  const w = words.voting.start;
  const [first] = model.open;
  return layout(
    first && model.open.length === 1
      ? { ...frame, phaseLine: phaseLine(words, { phase: "voting", endsAt: first.closesAt }, model.now) }
      : frame,
    {
      title: w.title,
      body: html`<h1>${w.title}</h1>
${openView(frame, model.open) ?? closedView(frame, model)}
<ul>
<li><a href="${link(frame, pathTo("projects"))}">${w.projects}</a></li>
<li><a href="${link(frame, pathTo("voteCheck"))}">${w.check}</a></li>
<li><a href="${link(frame, pathTo("results"))}">${w.results}</a></li>
<li><a href="${link(frame, pathTo("help"))}">${w.help}</a></li>
</ul>`,
    },
  );
};
