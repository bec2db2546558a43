import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { Network } from "../../shared/domain/network.ts";
import { type Refusal, refusal } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { epochSeconds, type Instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { voterKeysOf } from "../../shared/platform/voter-keys.ts";

export interface Try {
  readonly cycle: Pick<Cycle, "id" | "calendar" | "ruleSet">;
  /** Keyed hash of whose data were typed. */
  readonly person?: string;
  /** Keyed hash of where a code would go, and whether one does. */
  readonly contact?: { readonly hash: string; readonly isSent: boolean };
  /** Absent on a connection that says nothing of a place. */
  readonly network: Network | undefined;
  readonly receivedAt: Instant;
}

/** How many networks it takes to use up one person's tries: one of them alone can shut out itself, not the person. */
const NETWORKS = 4;

/** Tokens an hour of a bucket that no vote lasts long enough to fill again: one a year. */
const PER_VOTE = 1 / (366 * 24);

/** No code goes to a contact that had them all, as long as the vote is on. */
const untilAfterVote = ({ calendar }: Pick<Cycle, "calendar">, now: Instant): Refusal => {
  const endsAt = entryOf(calendar, "voting")?.endsAt ?? now;
  return refusal("request/too-many", {
    retryAfterSeconds: Math.max(1, epochSeconds(endsAt) - epochSeconds(now)),
  });
};

/**
 * Takes a token from each bucket that a try empties, or from none: who is turned away costs nobody anything. Who is on the roll and who is
 * not gets the same answer: they empty the same buckets, but for that of a contact.
 */
export const checkLimits = async (
  { cycle, person, contact, network, receivedAt: now }: Try,
  { store, vault }: Pick<Deps, "store" | "vault">,
): Promise<Result<void>> => {
  const { tries, codesPerContact } = cycle.ruleSet.voterCodes;
  const hashed = await voterKeysOf(vault, cycle.id);
  const everywhere = { burst: NETWORKS * tries.person.burst, perHour: NETWORKS * tries.person.perHour };
  const takings = [
    ...(contact
      ? [
          {
            subject: contact.hash,
            bucket: { burst: codesPerContact, perHour: PER_VOTE },
            tokens: contact.isSent ? (1 as const) : (0 as const),
          },
        ]
      : []),
    ...(person === undefined
      ? []
      : [
          { subject: hashed.pair(person, network?.prefix ?? ""), bucket: tries.person },
          { subject: person, bucket: everywhere },
        ]),
    ...(network
      ? [
          { subject: hashed.network("address", network), bucket: tries.address },
          { subject: hashed.network("prefix", network), bucket: tries.network },
        ]
      : []),
  ];
  const taken = await store.limits.take(
    takings.map((taking) => ({ of: cycle.id, ...taking })),
    now,
  );
  if (taken.ok) return ok(undefined);
  if (taken.refusal.code !== "request/too-many") return taken;
  const isContact = taken.refusal.facts.retryAfterSeconds > 366 * 3600;
  return isContact ? refused(untilAfterVote(cycle, now)) : taken;
};
