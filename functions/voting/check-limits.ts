import { type VoterKeys, voterKeysOf } from "../../shared/acts/voter-keys.ts";
import type { Bucket } from "../../shared/domain/bucket.ts";
import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { Network } from "../../shared/domain/network.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { type Instant, plusSeconds } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import type { Taking } from "../../shared/store/limits.ts";
import type { Write } from "../../shared/store/write.ts";

export interface Try {
  readonly cycle: Pick<Cycle, "id" | "calendar" | "ruleSet">;
  /** Keyed hash of whose data were typed. */
  readonly person?: string;
  readonly code?: CodeTry;
  /** Absent on a connection that says nothing of a place. */
  readonly network: Network | undefined;
  readonly receivedAt: Instant;
}

/** Keyed hashes of where a code would go, alone and with whom it is for; and whether one does. */
export interface CodeTry {
  readonly contact: string;
  readonly own: string;
  readonly isSent: boolean;
}

/** How many networks it takes to use up what one person may try: one of them alone can shut out itself, not the person. */
const NETWORKS = 4;

/** What is taken from whoever is meant: at this network, and everywhere. */
export const perNetwork = (
  subject: string,
  bucket: Bucket,
  network: Network | undefined,
  { pair }: Pick<VoterKeys, "pair">,
): Pick<Taking, "subject" | "bucket">[] => [
  { subject: pair(subject, network?.prefix ?? ""), bucket },
  { subject, bucket: { burst: NETWORKS * bucket.burst, perHour: NETWORKS * bucket.perHour } },
];

/** Tokens an hour of a bucket that no vote lasts long enough to fill again: one a year. */
const PER_VOTE = 1 / (366 * 24);

/** Of a contact's codes more than half, and not all unless they are one or two: nobody alone uses up the address of somebody else. */
export const ownCodes = (codesPerContact: number): number => Math.floor(codesPerContact / 2) + 1;

/**
 * Takes a token from each bucket that a try empties, with what else is to be written, or from none: who is turned away costs nobody anything.
 * Who is on the roll and who is not gets the same answer: they empty the same buckets, but for codes. Answers how many codes are left to
 * that contact after this one, whether or not it was sent.
 */
export const checkLimits = async (
  { cycle, person, code, network, receivedAt: now }: Try,
  { store, vault }: Pick<Deps, "store" | "vault">,
  also: readonly Write[] = [],
): Promise<Result<number>> => {
  const { tries, codesPerContact } = cycle.ruleSet.voterCodes;
  const hashed = await voterKeysOf(vault, cycle.id);
  const codes = code
    ? [
        { subject: code.contact, burst: codesPerContact },
        { subject: code.own, burst: ownCodes(codesPerContact) },
      ]
    : [];
  const takings = [
    ...codes.map(({ subject, burst }) => ({
      subject,
      bucket: { burst, perHour: PER_VOTE },
      tokens: code?.isSent ? (1 as const) : (0 as const),
      otherwise: refusal("voting/no-more-codes", { of: "contact" }),
    })),
    ...(person === undefined ? [] : perNetwork(person, tries.person, network, hashed)),
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
    also,
  );
  if (taken.ok) return ok(Math.min(...taken.value.slice(0, codes.length)));
  if (taken.refusal.code !== "request/too-many") return taken;
  const endsAt = entryOf(cycle.calendar, "voting")?.endsAt;
  const isTooLate = endsAt !== undefined && plusSeconds(now, taken.refusal.facts.retryAfterSeconds) >= endsAt;
  return isTooLate ? refused(refusal("voting/no-more-codes", { of: "tries" })) : taken;
};
