import { voterKeysOf } from "../../shared/acts/voter-keys.ts";
import type { LocalDate } from "../../shared/domain/time.ts";
import type { VoterClaims } from "../../shared/platform/actor.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import type { Write } from "../../shared/store/write.ts";

/** The record of a guardian's declaration, of the web, a point and paper alike: no name, and the day. */
export const guardianWrite = async (
  { cycleId, voterKey }: Pick<VoterClaims, "cycleId" | "voterKey">,
  day: LocalDate,
  { store, vault }: Pick<Deps, "store" | "vault">,
): Promise<Write> =>
  await store.voterSessions.guardianWrite(
    cycleId,
    (await voterKeysOf(vault, cycleId)).guardian(voterKey),
    day,
  );
