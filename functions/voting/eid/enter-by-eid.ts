import { sessionHashOf, voterKeysOf } from "../../../shared/acts/voter-keys.ts";
import { base32 } from "../../../shared/domain/base32.ts";
import type { CycleId } from "../../../shared/domain/ids.ts";
import type { Language } from "../../../shared/domain/languages.ts";
import { accept } from "../../../shared/domain/result.ts";
import { dayOf, type Instant, plusSeconds } from "../../../shared/domain/time.ts";
import { personOf } from "../../../shared/domain/voting/fact-sets.ts";
import { ageOn } from "../../../shared/domain/voting/pesel.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { openVote } from "../booth.ts";
import { findVoter } from "../find-voter.ts";

interface Proved {
  readonly cycleId: CycleId;
  readonly pesel: string;
  readonly language: Language;
  readonly receivedAt: Instant;
}

/** Opens a session that needs no code, for who has shown who they are and is on the roll; undefined for who is not. The number goes no further. */
export const enterByEid = async (
  { cycleId, pesel, language, receivedAt }: Proved,
  deps: Deps,
): Promise<string | undefined> => {
  const { store, vault, system } = deps;
  const cycle = await openVote(cycleId, receivedAt, deps);
  const { voterCodes, identity, guardianBelowAge } = cycle.ruleSet;
  const age = ageOn(dayOf(receivedAt), pesel);
  if (age === null) return undefined;
  const hashed = await voterKeysOf(vault, cycleId);
  const entry = hashed.entryId(...personOf(identity, { pesel }).entry);
  const found = await findVoter(cycle, entry, "proved", deps);
  if (!found) return undefined;

  const session = base32(system.random(16)).toLowerCase();
  const expiresAt = plusSeconds(receivedAt, voterCodes.sessionSeconds);
  accept(
    await store.voterSessions.open(
      sessionHashOf(session),
      {
        cycleId,
        voter: { key: hashed.voterKey(found.person), district: found.district },
        ...(age < guardianBelowAge && { isChild: true }),
        proved: true,
        contact: "",
        language,
        codeExpiresAt: expiresAt,
        expiresAt,
        tries: 0,
        confirmed: false,
      },
      receivedAt,
    ),
  );
  return session;
};
