import type { Bucket } from "../domain/bucket.ts";
import type { EditionBucket } from "../domain/voting/edition-buckets.ts";

/** What a body may be before anybody looks into it. */
export interface BodySize {
  readonly bytes: number;
  /** Fields and values, however deep. */
  readonly fields: number;
}

/** The one whose bucket it is. Address and network the door sees; the rest an endpoint says, in clear or as a keyed hash. */
export type Subject = "address" | "network" | "person" | "contact" | "person's contact" | "answer";

/**
 * What whoever meets an empty bucket is told: to come back (429 with Retry-After); the same, or the other ways there are (422) where that
 * would be after the vote; those ways at once; what is told of a thing that has gone, by the endpoint; the same as before, and a letter less.
 */
type WhenEmpty = "wait" | "wait while the vote lasts" | "other ways" | "gone" | "no letter";

/** A token bucket of one or several subjects together. Rules of one name take from the same buckets, whichever row they stand in. */
export interface BucketRule {
  readonly name: string;
  /** The owner of the key that hashes the subject: an edition's bucket goes with its data. */
  readonly of: "site" | "edition";
  readonly by: readonly [Subject, ...Subject[]];
  readonly size: Bucket | EditionBucket;
  /** What takes a token: each request, a code that goes to who has the right proof, or a proof that was wrong. */
  readonly counts: "requests" | "letters" | "wrong proofs";
  readonly empty: WhenEmpty;
}

/** The buckets that one act takes from: all of them or none. */
export type BucketRules = readonly [BucketRule, ...BucketRule[]];

const letters = <const N extends string, const B extends BucketRule["by"]>(name: N, by: B, size: Bucket) =>
  ({ name, of: "site", by, size, counts: "requests", empty: "wait" }) as const;

/**
 * Letters that somebody can cause who has proved nothing. To a mailbox, from one network, ten at once and ten a day: enough for a busy day, too few
 * to fill it; four networks use up what everybody has together, so that nobody who floods a mailbox from one keeps its owner from a link of
 * their own. From a connection, of whatever kind and to whomever: a class at a library.
 */
export const lettersTo = <const Name extends string>(name: Name) =>
  [
    letters(name, ["contact", "network"], { burst: 10, perHour: 10 / 24 }),
    letters(name, ["contact"], { burst: 40, perHour: 40 / 24 }),
    letters("letters", ["address"], { burst: 30, perHour: 120 }),
    letters("letters", ["network"], { burst: 100, perHour: 400 }),
  ] as const satisfies BucketRules;

/** What takes from buckets says of which, by the act, and what one that is let in causes at most: write units of the database, letters. */
interface Limited {
  readonly cost: { readonly units: number; readonly letters: 0 | 1 };
  readonly buckets: Readonly<Record<string, BucketRules>>;
}

/** What takes from none says what bounds it instead. */
interface Unlimited {
  readonly unlimited: string;
}

/** What a stranger's request may be, may cost, and may use up. */
export type Admission = BodySize & (Limited | Unlimited);

/** What rows of staff admit that say nothing else. */
const COMMON: BodySize = { bytes: 256_000, fields: 10_000 };

export const sizeOf = ({ admission }: { readonly admission?: BodySize | undefined }): BodySize =>
  admission ?? COMMON;

export const limitsOf = ({
  admission,
}: {
  readonly admission?: Admission | BodySize | undefined;
}): Limited | undefined => (admission && "buckets" in admission ? admission : undefined);
