import { z } from "zod";
import type { CycleId } from "../../shared/domain/ids.ts";
import { base32 } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { Email } from "../../shared/domain/text.ts";
import { epochSeconds, type Instant, instant, plusSeconds } from "../../shared/domain/time.ts";
import { Pesel, Surname } from "../../shared/domain/voting/pesel.ts";
import { findInShard } from "../../shared/domain/voting/roll.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { sessionHashOf, voterKeysOf } from "../../shared/platform/voter-keys.ts";
import { keys } from "../../shared/store/keys.ts";
import { openVote } from "./booth.ts";

/** Katowice's identity: what the roll knows of a voter, and where the code goes. */
export const Identity = z.strictObject({ pesel: Pesel, mothersMaidenName: Surname, email: Email });
export type Identity = z.infer<typeof Identity>;

const HOUR_SECONDS = 3600;

export interface OpenSession {
  readonly cycleId: CycleId;
  readonly identity: Identity;
  readonly language: "pl" | "en";
  readonly receivedAt: Instant;
}

/**
 * Opens a voter session. Whoever is asked for, on the roll or not, the same reads and writes happen and the answer is the same; only the
 * letter with the code is or is not sent.
 */
export const openSession = async (
  { cycleId, identity, language, receivedAt }: OpenSession,
  deps: Deps,
): Promise<Result<string>> => {
  const { store, system, vault } = deps;
  const cycle = await openVote(cycleId, receivedAt, deps);
  if (!cycle.roll) return refused(refusal("roll/missing", {}));
  const { voterCodes, pools } = cycle.ruleSet;
  const hashed = await voterKeysOf(vault, cycleId);
  const { pesel, mothersMaidenName, email } = identity;

  const hour = Math.floor(epochSeconds(receivedAt) / HOUR_SECONDS);
  const hourEnds = instant((hour + 1) * HOUR_SECONDS * 1000);
  const voteEnds = plusSeconds(
    cycle.calendar.find(({ name }) => name === "voting")?.endsAt ?? receivedAt,
    86_400,
  );
  const limits = await Promise.all([
    store.voterSessions.countUp(
      keys.attempts(hashed.person(pesel), hour),
      voterCodes.identityTriesPerHour,
      hourEnds,
      receivedAt,
    ),
    store.voterSessions.countUp(
      keys.codesOfContact(cycleId, hashed.contact(email)),
      voterCodes.codesPerContact,
      voteEnds,
      receivedAt,
    ),
  ]);
  const limited = limits.find((limit) => !limit.ok);
  if (limited) return limited;

  const id = hashed.entryId(pesel);
  const district = findInShard(
    await store.roll.shard(cycleId, cycle.roll, id),
    id,
    hashed.proof(pesel, mothersMaidenName),
  );
  const found = district === undefined ? undefined : pools[district]?.id;
  const session = base32(system.random(16)).toLowerCase();
  const opened = await store.voterSessions.open(
    sessionHashOf(session),
    {
      cycleId,
      ...(found !== undefined && { voter: { key: hashed.voterKey(id), district: found } }),
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
