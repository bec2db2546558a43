import { pathTo } from "../../domain/addresses.ts";
import type { Refusal } from "../../domain/refusals.ts";
import { type Instant, plusSeconds } from "../../domain/time.ts";
import type { OtherWay } from "../../domain/voting/other-ways.ts";
import { buttonLink } from "../components/form.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";

interface Around {
  readonly now: Instant;
  readonly contactAddress: string;
  /** Whether it was a ballot that was refused. */
  readonly isBallot: boolean;
  /** After a short wait: the form once more. */
  readonly again: Html | undefined;
}

/** The ways beside codes that this edition has, and where each is told of. */
const waysList = (frame: Frame, ways: readonly OtherWay[] = []): Part => {
  const w = frame.words.voting.otherWays;
  return (
    ways.length > 0 &&
    html`<p>${w.lead}</p>
<ul>${ways.map((way) => html`<li>${w[way]}</li>`)}</ul>
<p><a href="${link(frame, pathTo("vote"))}">${w.where}</a></p>`
  );
};

const page = (frame: Frame, title: string, body: Part): Html =>
  // The address may take only a post: in the other language the way starts anew.
  layout(
    { ...frame, path: pathTo("vote") },
    { title, isPrivate: true, body: html`<h1>${title}</h1>${body}` },
  );

const mailTo = (address: string): Html => html`<a href="mailto:${address}">${address}</a>`;

/** What stops a voter, each with a way on; undefined for what is not of the vote. */
export const troubleView = (
  refusal: Refusal,
  frame: Frame,
  { now, contactAddress, isBallot, again }: Around,
): Html | undefined => {
  const { words } = frame;
  const w = words.voting.trouble;
  const startAgain = html`<p>${buttonLink({ href: link(frame, pathTo("vote")), text: w.again })}</p>`;
  const toCheck = html`<p><a href="${link(frame, pathTo("voteCheck"))}">${w.haveReceipt}</a></p>`;
  switch (refusal.code) {
    case "identity/missing":
    case "identity/expired":
      return page(
        frame,
        w.sessionTitle,
        html`<p>${w.session}</p><p>${w.sessionNext}</p>${startAgain}${toCheck}`,
      );
    case "voting/closed": {
      const { opensAt, closesAt } = refusal.facts;
      const isOver = opensAt === null && closesAt !== null;
      return page(
        frame,
        isOver ? w.closedTitle : w.notYetTitle,
        html`<p>${words.refusals[refusal.code].detail(refusal.facts)}</p>
${isOver && isBallot && html`<p>${w.closedLost}</p>`}
<p>${buttonLink({ href: link(frame, pathTo("vote")), text: w.seeDates, kind: "second" })}</p>${toCheck}`,
      );
    }
    case "voting/already-voted":
      return page(
        frame,
        w.votedTitle,
        html`<p>${w.voted}</p>${toCheck}<p>${w.notMe} ${mailTo(contactAddress)}</p>`,
      );
    case "request/too-many":
      return page(
        frame,
        again ? words.frame.wait.title : w.tooManyTitle,
        html`${again ?? html`<p>${w.tooMany(plusSeconds(now, refusal.facts.retryAfterSeconds))}</p>`}
${waysList(frame, refusal.facts.ways)}<p>${w.tooManyNext} ${mailTo(contactAddress)}</p>`,
      );
    case "voting/no-more-codes":
      return page(
        frame,
        words.refusals[refusal.code].title,
        html`<p>${words.refusals[refusal.code].detail({ of: refusal.facts.of })}</p>
${waysList(frame, refusal.facts.ways)}${startAgain}`,
      );
    default:
      return undefined;
  }
};
