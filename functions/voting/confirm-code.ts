import { codeOf, sessionHashOf } from "../../shared/acts/voter-keys.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import type { Network } from "../../shared/domain/network.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { dayOf, type Instant, plusSeconds } from "../../shared/domain/time.ts";
import type { VoterClaims } from "../../shared/platform/actor.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { sameText } from "../../shared/platform/keyed.ts";
import { poolsOf } from "./booth.ts";
import { checkLimits } from "./check-limits.ts";
import { guardianWrite } from "./guardian-write.ts";
import { noteArrival } from "./note-arrival.ts";

export interface ConfirmedVoter {
  readonly token: string;
  readonly district: string;
  readonly pools: readonly string[];
  readonly voted: boolean;
}

export interface Attempt {
  readonly cycleId: CycleId;
  readonly session: string;
  readonly code: string;
  readonly network: Network | undefined;
  /** Whether a guardian declares to vote with the child; of no meaning for adults. */
  readonly guardian?: boolean | undefined;
  readonly receivedAt: Instant;
}

/** Checks a code. Only behind a right one does anybody learn a district, or whether a vote was cast. */
export const confirmCode = async (
  { cycleId, session, code, network, guardian, receivedAt }: Attempt,
  deps: Deps,
): Promise<Result<ConfirmedVoter>> => {
  const { store, vault, tokens } = deps;
  const sessionHash = sessionHashOf(session);
  const opened = await store.voterSessions.get(sessionHash);
  if (opened?.cycleId !== cycleId) return refused(refusal("thing/not-found", {}));
  const cycle = await store.cycles.duringVote(cycleId, receivedAt);
  if (!cycle) return refused(refusal("thing/not-found", {}));
  const tried = await checkLimits({ cycle, network, receivedAt }, deps);
  if (!tried.ok) return tried;
  const { voterCodes, guardianBelowAge } = cycle.ruleSet;
  const { digits, triesPerCode, sessionSeconds } = voterCodes;

  const { codeExpiresAt } = opened;
  const right =
    opened.proved === true ||
    sameText(
      code.replace(/\D/g, ""),
      codeOf(await vault.siteKey("codes"), { sessionHash, codeExpiresAt }, digits),
    );
  // Also of a session that is confirmed already: none lives longer than a code and a session together.
  const alive = codeExpiresAt > receivedAt;
  if (!right || !alive || !opened.voter) {
    const missed = await store.voterSessions.miss(sessionHash, { tries: triesPerCode });
    const triesLeft = alive ? triesPerCode - opened.tries - 1 : 0;
    return missed.ok
      ? refused(refusal("voting/code", { triesLeft: Math.max(0, triesLeft) }, "/code"))
      : missed;
  }

  const { key: voterKey, district, age, isChild } = opened.voter;
  // Once the tries are spent a right code is none, also for a child.
  if (isChild && !guardian && opened.tries < triesPerCode)
    return refused(refusal("voting/guardian", { belowAge: guardianBelowAge }, "/guardian"));

  const expiresAt = plusSeconds(receivedAt, sessionSeconds);
  const declared = isChild ? [await guardianWrite({ cycleId, voterKey }, dayOf(receivedAt), deps)] : [];
  const limits = { tries: triesPerCode, expiresAt };
  const confirmed = await store.voterSessions.confirm(sessionHash, opened, limits, declared);
  if (!confirmed.ok) return confirmed;
  const claims: VoterClaims = {
    cycleId,
    voterKey,
    session: sessionHash,
    district,
    ...(isChild && { guardian: true }),
  };
  const [token, marker] = await Promise.all([
    tokens.seal("voter", claims, expiresAt),
    store.ballots.marker(cycleId, voterKey),
    noteArrival({ cycle, voterKey, contact: opened.contact, age, network, receivedAt }, deps),
  ]);
  return ok({ token, district, pools: poolsOf(cycle, district), voted: marker !== undefined });
};
