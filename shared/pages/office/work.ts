import { type Address, pathTo } from "../../domain/addresses.ts";
import type { BlockerName, Work } from "../../domain/office/work.ts";
import type { Instant } from "../../domain/time.ts";
import { inLanguage } from "../../words/fallback.ts";
import type { Words } from "../../words/words.ts";
import { deadline } from "../components/dates.ts";
import { type Html, html } from "../html.ts";
import { type Frame, link } from "../layout.ts";

/** The page of an edition on which a blocker is cleared away. */
const CLEARED_AT = {
  "no-roll": "editionRoll",
  "no-ballot-key": "editionKeys",
  "needs-count-key": "editionCountKey",
  "needs-draw": "editionDraw",
  "needs-sign-offs": "editionSignOff",
  "no-verified-cost": "editionBallot",
  "over-pool": "editionBallot",
  "over-cap": "editionBallot",
  "open-hints": "editionBallot",
  "needs-order-seed": "editionBallot",
} as const satisfies Partial<Record<BlockerName, Address>>;

const isClearedApart = (blocker: BlockerName): blocker is keyof typeof CLEARED_AT => blocker in CLEARED_AT;

/** Where a piece of work is done, as a path without the language. */
export const workPath = (work: Work): string => {
  switch (work.kind) {
    case "pending-act":
      return pathTo("pendingAct", { pendingId: work.about.pendingId });
    case "check-proposal":
    case "admit-proposal":
      return pathTo("officeProposal", work.about);
    case "decide-statement":
      return pathTo("officeStatement", work.about);
    case "key-batch":
      return pathTo("batch", work.about);
    case "sign-day":
      return pathTo("pointDay", { ...work.about, pointId: work.about.point });
    case "given-up-letter":
      return pathTo("givenUpLetter", work.about);
    case "of-subject":
      return work.about.path;
    case "clear-way": {
      const { cycleId, blockers } = work.about;
      const [first] = blockers;
      return pathTo(first && isClearedApart(first) ? CLEARED_AT[first] : "edition", { cycleId });
    }
  }
};

const pointOf = ({
  point,
  pointName = point,
}: {
  readonly point: string;
  readonly pointName?: string | undefined;
}): string => pointName;

/** What is to do, in a few words: the text of its link, on the list and in a letter. */
export const workText = (words: Words, work: Work): string => {
  const w = words.work.kinds;
  switch (work.kind) {
    case "pending-act":
      if (!("act" in work.about))
        return w["of-subject"]({
          title: inLanguage(work.about.title, words.language),
          thing: inLanguage(work.about.thing, words.language),
        });
      return w[work.kind]({ act: words.pending.kinds[work.about.act].title, edition: work.about.edition });
    case "check-proposal":
    case "admit-proposal":
      return w[work.kind](work.about);
    case "decide-statement":
      return w[work.kind](work.about);
    case "key-batch":
      return w[work.kind]({ ...work.about, point: pointOf(work.about) });
    case "given-up-letter":
      return w[work.kind](words.givenUp.of[work.about.of]);
    case "sign-day":
      return w[work.kind]({ point: pointOf(work.about), day: words.format.date(work.about.day) });
    case "of-subject":
      return inLanguage(work.about.text, words.language);
    case "clear-way":
      return w[work.kind]({
        edition: work.about.edition,
        phase: words.phases[work.about.phase].name,
        blockers: work.about.blockers.map((blocker) => words.work.blockers[blocker]).join("; "),
      });
  }
};

interface LineOf {
  readonly now: Instant;
  /** The edition that it is of, in full, where it is known: a city may have several budgets with editions of one number. */
  readonly edition?: string | undefined;
}

/** One line of a list of work: what, of which edition, by when, and whether it is late. */
export const workLine = (frame: Frame, work: Work, { now, edition }: LineOf): Html => {
  const { words } = frame;
  const w = words.work;
  return html`<li><a href="${link(frame, workPath(work))}">${workText(words, work)}</a><br>${edition && html`${edition}. `}${
    work.dueAt <= now ? html`<strong>${w.overdue}</strong>: ` : html`${w.due}: `
  }${deadline(words, work.dueAt)}</li>`;
};
