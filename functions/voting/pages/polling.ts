import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import type { CycleId } from "../../../shared/domain/ids.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import type { BallotPool } from "../../../shared/pages/voting/list.ts";
import type { Voter } from "../../../shared/platform/actor.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import type { Request } from "../../../shared/platform/endpoint.ts";
import { openVote } from "../booth.ts";
import { ownPools } from "./own-pools.ts";

/** The voter whom a code let in to this very cycle. */
export const voterOf = ({ actor }: { readonly actor: Voter }, cycleId: CycleId): Voter => {
  if (actor.cycleId !== cycleId) throw new Refused(refusal("identity/missing", {}));
  return actor;
};

/**
 * Whoever has voted is told so, and is shown no ballot: not a new one to fill in, nor the one that was cast, which the browser's way back
 * would post again for the next person at the screen.
 */
const checkUnvoted = async ({ cycleId, voterKey }: Voter, { store }: Deps): Promise<void> => {
  if (await store.ballots.marker(cycleId, voterKey)) throw new Refused(refusal("voting/already-voted", {}));
};

/** The open vote and the lists of this voter. */
export const poolsOfVoter = async (
  voter: Voter,
  { receivedAt, language }: Pick<Request, "receivedAt" | "language">,
  deps: Deps,
): Promise<{ readonly cycle: Cycle; readonly pools: BallotPool[] }> => {
  const [cycle, list] = await Promise.all([
    openVote(voter.cycleId, receivedAt, deps),
    deps.store.ballotLists.get(voter.cycleId),
  ]);
  if (!list) throw new Error("a vote is open without its list");
  return { cycle, pools: ownPools(cycle, list, { district: voter.district, language }) };
};

/** The same, for a voter who has not voted yet. */
export const poolsToFill = async (
  voter: Voter,
  about: Pick<Request, "receivedAt" | "language">,
  deps: Deps,
): ReturnType<typeof poolsOfVoter> => {
  const [polling] = await Promise.all([poolsOfVoter(voter, about, deps), checkUnvoted(voter, deps)]);
  return polling;
};
