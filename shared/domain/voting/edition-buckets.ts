import type { Bucket } from "../bucket.ts";
import type { VoterCodes } from "../rule-set.ts";

/** How many networks it takes to use up what everybody together may get wrong about one person. */
const NETWORKS = 4;

/** The whole world may be wrong as often as four networks. */
const fromEverywhere = ({ burst, perHour }: Bucket): Bucket => ({
  burst: NETWORKS * burst,
  perHour: NETWORKS * perHour,
});

/** Tokens an hour of a bucket that no vote lasts long enough to fill again: one a year. */
const PER_VOTE = 1 / (366 * 24);

/** One person has more than half of a contact's codes, and not all unless they are one or two: nobody alone uses up the address of somebody else. */
export const ownCodes = ({ codesPerContact }: Pick<VoterCodes, "codesPerContact">): number =>
  Math.floor(codesPerContact / 2) + 1;

/** Buckets whose sizes the edition's rule set says. */
export const EDITION_BUCKETS = {
  "wrong proofs of a person at a network": ({ tries }) => tries.person,
  "wrong proofs of a person": ({ tries }) => fromEverywhere(tries.person),
  "first wrong proofs of a person with a contact": () => ({ burst: 2, perHour: PER_VOTE }),
  "first wrong proofs of a person at a network": () => ({ burst: 3, perHour: PER_VOTE }),
  "first wrong proofs of a person": () => ({ burst: 150, perHour: PER_VOTE }),
  "wrong proofs at an address": ({ tries }) => tries.address,
  "wrong proofs at a network": ({ tries }) => tries.network,
  "codes to a contact": ({ codesPerContact }) => ({ burst: codesPerContact, perHour: PER_VOTE }),
  "codes to a contact for one person": (codes) => ({ burst: ownCodes(codes), perHour: PER_VOTE }),
} as const satisfies Readonly<Record<string, (codes: VoterCodes) => Bucket>>;
export type EditionBucket = keyof typeof EDITION_BUCKETS;
