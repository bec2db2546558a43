import { sessionHashOf } from "../../shared/acts/voter-keys.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { macText } from "../../shared/platform/keyed.ts";
import type { VoterSession } from "../../shared/store/voter-sessions.ts";

/** A session's name is a secret, derived from what was asked, so that nobody else's request finds it. */
export const namedBy = async (asked: readonly string[], { vault }: Pick<Deps, "vault">): Promise<string> =>
  macText(await vault.names("voter-sessions"), ...asked);

/** The name of the session that takes the place of this one. */
export const nameAfter = (session: string, deps: Pick<Deps, "vault">): Promise<string> =>
  namedBy(["resend", session], deps);

interface Named {
  readonly cycleId: CycleId;
  readonly session: string;
  readonly receivedAt: Instant;
}

/** The session of that name, unless its time is over. */
export const findAlive = async (
  { cycleId, session, receivedAt }: Named,
  { store }: Pick<Deps, "store">,
): Promise<VoterSession | undefined> => {
  const found = await store.voterSessions.get(sessionHashOf(session));
  return found?.cycleId === cycleId && found.expiresAt > receivedAt ? found : undefined;
};

/** More exchanges are not followed: who has asked for so many codes gets one more letter, which the limits count like any. */
const FOLLOWED = 16;

/**
 * The name under which a session that was opened as this one is alive, after at most so many exchanges. They are read in their order, one
 * after the other: a session only ever moves on, and cannot slip by.
 */
export const followed = async (named: Named, exchanges: number, deps: Deps): Promise<string | undefined> => {
  let { session } = named;
  for (let n = 0; n <= Math.min(exchanges, FOLLOWED); n++) {
    if (await findAlive({ ...named, session }, deps)) return session;
    session = await nameAfter(session, deps);
  }
  return undefined;
};
