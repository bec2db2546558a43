import { z } from "zod";
import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { base32 } from "../../shared/domain/ids.ts";
import type { Network } from "../../shared/domain/network.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { COUNTED_AGE } from "../../shared/domain/signals/crowd.ts";
import { Email } from "../../shared/domain/text.ts";
import { dayOf, type Instant, plusSeconds } from "../../shared/domain/time.ts";
import { ageOn, Pesel, Surname } from "../../shared/domain/voting/pesel.ts";
import { findInShard } from "../../shared/domain/voting/roll.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { macText } from "../../shared/platform/keyed.ts";
import { sessionHashOf, voterKeysOf } from "../../shared/platform/voter-keys.ts";
import { keys } from "../../shared/store/keys.ts";
import { openVote } from "./booth.ts";
import { checkLimits } from "./check-limits.ts";

/** Katowice's identity: what the roll knows of a voter, and where the code goes. */
export const Identity = z.strictObject({ pesel: Pesel, mothersMaidenName: Surname, email: Email });
export type Identity = z.infer<typeof Identity>;

const DAY_SECONDS = 86_400;

export interface OpenSession {
  readonly cycleId: CycleId;
  readonly identity: Identity;
  /** The key of the request, if it has one: the same request again finds the session that it opened. */
  readonly key?: string | undefined;
  readonly language: "pl" | "en";
  readonly network: Network | undefined;
  readonly receivedAt: Instant;
}

/** A session's name is a secret. Under a key it is derived from all that was asked, so that nobody else's request with that key finds it. */
const nameOf = async ({ cycleId, identity, key }: OpenSession, { vault, system }: Deps): Promise<string> => {
  if (key === undefined) return base32(system.random(16)).toLowerCase();
  const { pesel, mothersMaidenName, email } = identity;
  return macText(await vault.siteKey("voter-sessions"), cycleId, key, pesel, mothersMaidenName, email);
};

/**
 * Opens a voter session. Whoever is asked for, on the roll or not, the same reads and writes happen and the answer is the same; only the
 * letter with the code is or is not sent. An address is used up by the codes that went there, not by tries: else a stranger could use up anyone's.
 */
export const openSession = async (asked: OpenSession, deps: Deps): Promise<Result<string>> => {
  const { store, vault } = deps;
  const { cycleId, identity, language, network, receivedAt } = asked;
  const cycle = await openVote(cycleId, receivedAt, deps);
  if (!cycle.roll) return refused(refusal("roll/missing", {}));
  const { voterCodes, pools } = cycle.ruleSet;
  const hashed = await voterKeysOf(vault, cycleId);
  const { pesel, mothersMaidenName, email } = identity;

  const id = hashed.entryId(pesel);
  const district = findInShard(
    await store.roll.shard(cycleId, cycle.roll, id),
    id,
    hashed.proof(pesel, mothersMaidenName),
  );
  const found = district === undefined ? undefined : pools[district]?.id;
  const contact = { hash: hashed.contact(email), isSent: found !== undefined };
  const tried = await checkLimits(
    { cycle, person: hashed.person(pesel), contact, network, receivedAt },
    deps,
  );
  if (!tried.ok) return tried;
  const voteEnds = entryOf(cycle.calendar, "voting")?.endsAt ?? receivedAt;
  const sent = await store.voterSessions.countUp(keys.codesOfContact(cycleId, contact.hash), {
    limit: voterCodes.codesPerContact,
    by: contact.isSent ? 1 : 0,
    until: plusSeconds(voteEnds, DAY_SECONDS),
    now: receivedAt,
  });
  if (!sent.ok) return sent;

  const age = ageOn(dayOf(receivedAt), pesel);
  const session = await nameOf(asked, deps);
  const opened = await store.voterSessions.open(
    sessionHashOf(session),
    {
      cycleId,
      ...(found !== undefined && {
        voter: {
          key: hashed.voterKey(id),
          district: found,
          ...(age !== null && age >= COUNTED_AGE && { age }),
        },
      }),
      contact: email,
      language,
      codeExpiresAt: plusSeconds(receivedAt, voterCodes.codeSeconds),
      expiresAt: plusSeconds(receivedAt, voterCodes.sessionSeconds),
      tries: 0,
      confirmed: false,
    },
    receivedAt,
  );
  return opened.ok ? ok(session) : opened;
};
