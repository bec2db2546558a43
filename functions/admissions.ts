/** What strangers' requests may be, may cost and may use up, act by act; and which bodies of staff may be longer. Data of the route table. */
import {
  type Admission,
  type BodySize,
  type BucketRule,
  type BucketRules,
  lettersTo,
} from "../shared/platform/admission.ts";
import { TEXT_OF_REQUEST } from "../shared/platform/aws-limits.ts";

/** A form, or the JSON of one: the longest honest one, a proposal whose every letter is written as nine characters, is half as long. */
const FORM = { bytes: 64_000, fields: 2000 };

type By = BucketRule["by"];
type Size = BucketRule["size"];

export const AUTHOR_LETTER = lettersTo("author");
export const SUPPORTER_LETTER = lettersTo("supporter");

const codes = <const B extends By>(by: B, size: Size) =>
  ({ name: "codes", of: "edition", by, size, counts: "letters", empty: "other ways" }) as const;

/** Codes that really went to an address or number: for all who gave it, and for one person. */
export const CODES = [
  codes(["contact"], "codes to a contact"),
  codes(["person's contact"], "codes to a contact for one person"),
] as const satisfies BucketRules;

const tries = <const B extends By, const C extends BucketRule["counts"]>(by: B, size: Size, counts: C) =>
  ({ name: "tries", of: "edition", by, size, counts, empty: "wait while the vote lasts" }) as const;

/** Whoever names a person gets one answer, right or wrong: so every try counts. A full house on one address still gets through. */
export const IDENTIFYING = [
  ...CODES,
  tries(["person", "network"], "tries of a person at a network", "requests"),
  tries(["person"], "tries of a person", "requests"),
  tries(["address"], "tries of an address", "requests"),
  tries(["network"], "tries of a network", "requests"),
] as const satisfies BucketRules;

/** A code that is wrong; its own session counts it too. The right one passes, however many were wrong at that address. */
export const WRONG_CODE = [
  tries(["address"], "tries of an address", "wrong proofs"),
  tries(["network"], "tries of a network", "wrong proofs"),
] as const satisfies BucketRules;

/** One answer to a question to the national eID, for twice the ten minutes that a question lasts. */
export const EID_ANSWER = [
  {
    name: "eid",
    of: "site",
    by: ["answer"],
    size: { burst: 1, perHour: 3 },
    counts: "requests",
    empty: "gone",
  },
] as const satisfies BucketRules;

const statements = <const B extends By>(by: B, size: Size) =>
  ({ name: "statements", of: "edition", by, size, counts: "requests", empty: "wait" }) as const;

/** About one person, or with one contact (a family's, perhaps), from one network: six at once, and six a day. */
const A_FAMILY = { burst: 6, perHour: 6 / 24 };
/** Four networks at their full rate shut out a person; one alone does not. */
const FOUR_NETWORKS = { burst: 24, perHour: 1 };
/** A student house at once, and thirty a day: each keeps the office busy, and the count waits for it. */
const A_HOUSE = { burst: 10, perHour: 30 / 24 };

export const STATEMENT = [
  statements(["person", "network"], A_FAMILY),
  statements(["person"], FOUR_NETWORKS),
  statements(["contact", "network"], A_FAMILY),
  statements(["contact"], FOUR_NETWORKS),
  statements(["network"], A_HOUSE),
] as const satisfies BucketRules;

export const SIGNUP_LETTER = lettersTo("sign-ups");

/** A form that is counted as sent, and once more as one that comes back. */
const COUNT_UNITS = 2;

/** A draft that its author is to confirm, or the link to the form. */
export const proposing = {
  ...FORM,
  cost: { units: 16 + COUNT_UNITS, letters: 1 },
  buckets: { author: AUTHOR_LETTER },
} as const satisfies Admission;

export const supporting = {
  ...FORM,
  cost: { units: 14 + COUNT_UNITS, letters: 1 },
  buckets: { supporter: SUPPORTER_LETTER },
} as const satisfies Admission;

export const identifying = {
  ...FORM,
  cost: { units: 14 + COUNT_UNITS, letters: 1 },
  buckets: { identify: IDENTIFYING },
} as const satisfies Admission;

export const resending = {
  ...FORM,
  cost: { units: 10, letters: 1 },
  buckets: { resend: CODES },
} as const satisfies Admission;

/** A right code is noted among others of its connection and contact, which grows with them. */
const ENTRY_UNITS = 20;

export const entering = {
  ...FORM,
  cost: { units: ENTRY_UNITS, letters: 0 },
  buckets: { code: WRONG_CODE },
} as const satisfies Admission;

/** The page of the code sends a new one too. */
export const enteringOrResending = {
  ...FORM,
  cost: { units: ENTRY_UNITS + COUNT_UNITS, letters: 1 },
  buckets: { code: WRONG_CODE, resend: CODES },
} as const satisfies Admission;

export const answering = {
  ...FORM,
  cost: { units: ENTRY_UNITS, letters: 0 },
  buckets: { answer: EID_ANSWER },
} as const satisfies Admission;

export const stating = {
  ...FORM,
  cost: { units: 19 + COUNT_UNITS, letters: 1 },
  buckets: { statement: STATEMENT },
} as const satisfies Admission;

export const signingUp = {
  ...FORM,
  cost: { units: 16 + COUNT_UNITS, letters: 1 },
  buckets: { signUp: SIGNUP_LETTER },
} as const satisfies Admission;

/** Whoever holds a mailed link has shown that the address is theirs, and acts on one thing of their own. */
export const byLink = { ...FORM, unlimited: "a mailed link is of one thing" } as const satisfies Admission;

/** A code lets in once: the ballot spends the session that it opened. */
export const voting = { ...FORM, unlimited: "a ballot spends its code" } as const satisfies Admission;

/** A form that is posted so that what is asked stands in no address. */
export const looking = {
  ...FORM,
  unlimited: "it writes nothing but its count, and mails nothing",
} as const satisfies Admission;

/** A city's whole roll, compressed or in turns. */
export const rollFile = { bytes: TEXT_OF_REQUEST, fields: 100 } as const satisfies BodySize;

/** A table that staff paste: two hundred lines, each letter of which may be six characters. */
export const pastedTable = { bytes: 1_000_000, fields: 100 } as const satisfies BodySize;
