import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import type { CycleId } from "../../../shared/domain/ids.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import type { BallotPool } from "../../../shared/pages/voting/list.ts";
import type { Actor } from "../../../shared/platform/actor.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import type { Request } from "../../../shared/platform/endpoint.ts";
import { openVote } from "../booth.ts";
import { ownPools } from "./own-pools.ts";

export type Voter = Extract<Actor, { kind: "voter" }>;

/** The voter whom a code let in to this very cycle. */
export const voterOf = ({ actor }: Pick<Request, "actor">, cycleId: CycleId): Voter => {
  if (actor.kind !== "voter" || actor.cycleId !== cycleId) throw new Refused(refusal("identity/missing", {}));
  return actor;
};

/** Whoever has voted is told so before filling in another ballot. */
export const checkUnvoted = async ({ cycleId, voterKey }: Voter, { store }: Deps): Promise<void> => {
  if (await store.ballots.marker(cycleId, voterKey)) throw new Refused(refusal("voting/already-voted", {}));
};

/** The open vote and the lists that this voter fills in. */
export const poolsToFill = async (
  voter: Voter,
  { receivedAt, language }: Pick<Request, "receivedAt" | "language">,
  deps: Deps,
): Promise<{ readonly cycle: Cycle; readonly pools: BallotPool[] }> => {
  const cycle = await openVote(voter.cycleId, receivedAt, deps);
  const list = await deps.store.ballotLists.get(cycle.id);
  if (!list) throw new Error("a vote is open without its list");
  return { cycle, pools: ownPools(cycle, list, { district: voter.district, language }) };
};
