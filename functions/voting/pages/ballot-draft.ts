/**
 * The ballot so far, sealed for one session in a cookie of its voter's own browser, so that Back, reload and another language find every tick.
 * Nothing of it is here: not in the store, not in a log, not in an address.
 */
import { z } from "zod";
import { CHECK, type MarksByPool, marksOf, withMarks } from "../../../shared/domain/voting/marks.ts";
import type { BallotPool } from "../../../shared/pages/voting/list.ts";
import { type BallotState, markTexts, stopText } from "../../../shared/pages/voting/state-fields.ts";
import type { Voter } from "../../../shared/platform/actor.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { draftIn } from "../../../shared/platform/draft.ts";
import type { Request } from "../../../shared/platform/endpoint.ts";
import { BallotFields, stateOf } from "./ballot-fields.ts";
import { BALLOT_COOKIE } from "./cookies.ts";

/** From the last page that was sent on, in seconds. */
const KEPT_SECONDS = 900;

const DRAFT = draftIn({
  cookie: BALLOT_COOKIE,
  lifetimeSeconds: KEPT_SECONDS,
  holds: z.object({
    marks: z.array(z.string()),
    returns: z.boolean(),
    /** What one page posted that leads nowhere yet: it is shown there again. */
    typed: z.unknown().optional(),
  }),
});

interface BallotDraft {
  readonly marksByPool: MarksByPool;
  readonly returns: boolean;
  readonly typed?: BallotFields | undefined;
}

/** Whose draft it is: of the session that a code opened, or of the one whom a clerk let in. */
const formOf = (voter: Voter): string =>
  [voter.cycleId, ...("help" in voter ? [voter.help.point, voter.voterKey] : [voter.session])].join(" ");

/** The cookie with the ballot as it now is; undefined where it does not fit. */
export const keepDraft = (
  voter: Voter,
  { marksByPool, returns }: BallotState,
  typed: BallotFields | undefined,
  deps: Deps,
): Promise<string | undefined> => {
  const { mark: _marks, at, returns: _returns, ...fields } = typed ?? { mark: [], at: undefined };
  return DRAFT.keep(
    formOf(voter),
    { marks: markTexts(marksByPool), returns, ...(at && { typed: { ...fields, at: stopText(at) } }) },
    deps,
  );
};

export const readDraft = async (
  voter: Voter,
  request: Pick<Request, "cookie">,
  pools: readonly BallotPool[],
  deps: Deps,
): Promise<BallotDraft | undefined> => {
  const kept = await DRAFT.read(formOf(voter), request, deps);
  if (!kept) return undefined;
  const state = stateOf({ at: CHECK, act: "next", mark: kept.marks, pick: [] }, pools);
  if (!state.ok) return undefined;
  return {
    marksByPool: state.value.marksByPool,
    returns: kept.returns,
    typed: BallotFields.safeParse(kept.typed).data,
  };
};

export const dropDraft = (deps: Deps): string => DRAFT.drop(deps);

/**
 * A page as it was posted, with the other lists as they were last sent: the browser may have brought it back from before. What the page itself
 * is about goes by the page.
 */
export const withOthers = (state: BallotState, draft: BallotDraft | undefined): BallotState => {
  if (!draft) return state;
  const { stop } = state;
  const marksByPool =
    stop.at === "check"
      ? draft.marksByPool
      : withMarks(draft.marksByPool, stop.pool, marksOf(state.marksByPool, stop.pool));
  return { ...state, marksByPool, returns: draft.returns || state.returns };
};
