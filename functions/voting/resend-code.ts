import { base32, type CycleId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { type Instant, plusSeconds } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { sessionHashOf, voterKeysOf } from "../../shared/platform/voter-keys.ts";
import { openVote } from "./booth.ts";
import { checkLimits } from "./check-limits.ts";

/**
 * Sends a new code to where the last one went: the session is exchanged for a new one, and the old code is worth nothing. The same is read and
 * written, and the same is answered, whether or not anybody was found.
 */
export const resendCode = async (
  { cycleId, session, receivedAt }: { cycleId: CycleId; session: string; receivedAt: Instant },
  deps: Deps,
): Promise<Result<string>> => {
  const { store, vault, system } = deps;
  const cycle = await openVote(cycleId, receivedAt, deps);
  const { voterCodes } = cycle.ruleSet;
  const before = sessionHashOf(session);
  const opened = await store.voterSessions.get(before);
  if (opened?.cycleId !== cycleId || opened.expiresAt <= receivedAt || opened.proved)
    return refused(refusal("identity/expired", {}));
  const resent = opened.resent ?? 0;
  if (resent >= voterCodes.codesPerContact)
    return refused(refusal("request/too-many", { retryAfterSeconds: voterCodes.sessionSeconds }));
  const { contact } = await voterKeysOf(vault, cycleId);
  const tried = await checkLimits(
    {
      cycle,
      contact: { hash: contact(opened.contact), isSent: opened.voter !== undefined },
      network: undefined,
      receivedAt,
    },
    deps,
  );
  if (!tried.ok) return tried;
  const fresh = base32(system.random(16)).toLowerCase();
  const exchanged = await store.voterSessions.exchange(
    before,
    sessionHashOf(fresh),
    {
      ...opened,
      resent: resent + 1,
      tries: 0,
      codeExpiresAt: plusSeconds(receivedAt, voterCodes.codeSeconds),
      expiresAt: plusSeconds(receivedAt, voterCodes.sessionSeconds),
    },
    receivedAt,
  );
  return exchanged.ok ? ok(fresh) : exchanged;
};
