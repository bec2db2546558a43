import { sessionHashOf, voterKeysOf } from "../../shared/acts/voter-keys.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { type Instant, plusSeconds } from "../../shared/domain/time.ts";
import type { Admit } from "../../shared/platform/admit.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import type { CODES } from "../admissions.ts";
import { openVote } from "./booth.ts";
import { findAlive, nameAfter } from "./session-names.ts";
import { namingOtherWays } from "./turned-away.ts";

interface Resend {
  readonly cycleId: CycleId;
  readonly session: string;
  readonly receivedAt: Instant;
  readonly admit: Admit<typeof CODES>;
}

/**
 * Sends a new code to where the last one went: the session is exchanged for a new one, and the old code is worth nothing. The new name is
 * derived from the old one, so that the same request again finds what the first one made and sends nothing. The same is read and written, and
 * the same is answered as often, whether or not anybody was found.
 */
export const resendCode = async (
  { cycleId, session, receivedAt, admit }: Resend,
  deps: Deps,
): Promise<Result<string>> => {
  const { voterSessions } = deps.store;
  const cycle = await openVote(cycleId, receivedAt, deps);
  const { voterCodes } = cycle.ruleSet;
  const fresh = await nameAfter(session, deps);
  const find = (name: string) => findAlive({ cycleId, session: name, receivedAt }, deps);
  const [before, made] = await Promise.all([find(session), find(fresh)]);
  if (made) return ok(fresh);
  if (!before?.codes) return refused(refusal("identity/expired", {}));
  const { own, left } = before.codes;
  if (left < 1)
    return namingOtherWays(refused(refusal("voting/no-more-codes", { of: "contact" })), cycle, deps);
  const { contact } = await voterKeysOf(deps.vault, cycleId);
  const { advised: _told, ...rest } = before;
  const after = {
    ...rest,
    codes: { own, left: left - 1 },
    tries: 0,
    resent: true as const,
    codeExpiresAt: plusSeconds(receivedAt, voterCodes.codeSeconds),
    expiresAt: plusSeconds(receivedAt, voterCodes.sessionSeconds),
  };
  const exchanged = await admit(
    {
      edition: cycle,
      contact: contact(before.contact),
      "person's contact": own,
      isRight: before.voter !== undefined,
    },
    await voterSessions.exchange(sessionHashOf(session), sessionHashOf(fresh), after, receivedAt),
  );
  // The same request at the same moment may have been first.
  return exchanged.ok || (await find(fresh)) ? ok(fresh) : namingOtherWays(exchanged, cycle, deps);
};
