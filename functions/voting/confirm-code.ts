import { codesOf, sessionHashOf } from "../../shared/acts/voter-keys.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import type { Network } from "../../shared/domain/network.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { dayOf, type Instant, plusSeconds } from "../../shared/domain/time.ts";
import type { VoterClaims } from "../../shared/platform/actor.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { sameText } from "../../shared/platform/keyed.ts";
import type { VoterSession } from "../../shared/store/voter-sessions.ts";
import { poolsOf } from "./booth.ts";
import { guardianWrite } from "./guardian-write.ts";
import { noteArrival } from "./note-arrival.ts";

interface ConfirmedVoter {
  readonly token: string;
  readonly district: string;
  readonly pools: readonly string[];
  readonly voted: boolean;
}

interface Entry {
  readonly cycleId: CycleId;
  readonly session: string;
  readonly network: Network | undefined;
  /** Whether a guardian declares to vote with the child; of no meaning for adults. */
  readonly guardian?: boolean | undefined;
  readonly receivedAt: Instant;
}

interface Attempt extends Entry {
  readonly code: string;
}

interface Opened {
  readonly cycle: Cycle;
  readonly sessionHash: string;
  readonly opened: VoterSession;
}

const findOpened = async (
  { cycleId, session, receivedAt }: Entry,
  { store }: Deps,
): Promise<Result<Opened>> => {
  const sessionHash = sessionHashOf(session);
  const opened = await store.voterSessions.get(sessionHash);
  if (opened?.cycleId !== cycleId) return refused(refusal("thing/not-found", {}));
  const cycle = await store.cycles.duringVote(cycleId, receivedAt);
  return cycle ? ok({ cycle, sessionHash, opened }) : refused(refusal("thing/not-found", {}));
};

/** Lets a voter in who has shown who they are. */
const letIn = async (
  { cycle, sessionHash, opened }: Opened,
  voter: NonNullable<VoterSession["voter"]>,
  { guardian, network, receivedAt }: Entry,
  deps: Deps,
): Promise<Result<ConfirmedVoter>> => {
  const { store, tokens } = deps;
  const { id: cycleId } = cycle;
  const { voterCodes, guardianBelowAge } = cycle.ruleSet;
  const { triesPerCode, sessionSeconds } = voterCodes;
  const { key: voterKey, district, age } = voter;
  const { isChild } = opened;
  // Once the tries are spent a right code is none, also for a child.
  if (isChild && !guardian && !opened.guardian && opened.tries < triesPerCode)
    return refused(refusal("voting/guardian", { belowAge: guardianBelowAge }, "/guardian"));

  const expiresAt = plusSeconds(receivedAt, sessionSeconds);
  const [marker, ...declared] = await Promise.all([
    store.ballots.marker(cycleId, voterKey),
    ...(isChild ? [guardianWrite({ cycleId, voterKey }, dayOf(receivedAt), deps)] : []),
  ]);
  const voted = marker !== undefined;
  const limits = { tries: triesPerCode, expiresAt };
  // No address is noted beside a marker that was told of.
  const telling = voted ? { ...opened, contact: "" } : opened;
  const confirmed = await store.voterSessions.confirm(sessionHash, telling, limits, declared);
  if (!confirmed.ok) return confirmed;
  const claims: VoterClaims = {
    cycleId,
    voterKey,
    session: sessionHash,
    district,
    ...(isChild && { guardian: true }),
  };
  const [token] = await Promise.all([
    tokens.seal("voter", claims, expiresAt),
    noteArrival({ cycle, voterKey, contact: opened.contact, age, network, receivedAt }, deps),
  ]);
  return ok({ token, district, pools: poolsOf(cycle, district), voted });
};

/** Checks a code. Only behind a right one does anybody learn a district, or whether a vote was cast. */
export const confirmCode = async (attempt: Attempt, deps: Deps): Promise<Result<ConfirmedVoter>> => {
  const { store, vault } = deps;
  const { code, receivedAt } = attempt;
  const found = await findOpened(attempt, deps);
  if (!found.ok) return found;
  const { cycle, sessionHash, opened } = found.value;
  const { digits, triesPerCode } = cycle.ruleSet.voterCodes;
  const { codeExpiresAt } = opened;
  const right =
    opened.proved === true ||
    (await codesOf(vault, { cycleId: cycle.id, sessionHash, codeExpiresAt }, digits)).some((one) =>
      sameText(code.replace(/\D/g, ""), one),
    );
  // Also of a session that is confirmed already: none lives longer than a code and a session together.
  const alive = codeExpiresAt > receivedAt;
  if (right && alive && opened.voter) return letIn(found.value, opened.voter, attempt, deps);
  const missed = await store.voterSessions.miss(sessionHash, { tries: triesPerCode });
  const triesLeft = alive ? triesPerCode - opened.tries - 1 : 0;
  return missed.ok ? refused(refusal("voting/code", { triesLeft: Math.max(0, triesLeft) }, "/code")) : missed;
};

/** Lets in who has shown who they are by other means than a code. */
export const confirmProved = async (entry: Entry, deps: Deps): Promise<Result<ConfirmedVoter>> => {
  const found = await findOpened(entry, deps);
  if (!found.ok) return found;
  const { opened } = found.value;
  return opened.proved && opened.voter && opened.codeExpiresAt > entry.receivedAt
    ? letIn(found.value, opened.voter, entry, deps)
    : refused(refusal("identity/expired", {}));
};
