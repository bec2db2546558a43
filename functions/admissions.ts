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

const wrong = <const N extends string, const B extends By>(name: N, by: B, size: Size) =>
  ({
    name,
    of: "edition",
    by,
    size,
    counts: "wrong proofs",
    empty: "wait while the vote lasts",
  }) as const;

/** Codes that one person is sent, to however many addresses: only who has the right proof uses them up. */
const CODES_OF_A_PERSON = [
  { ...codes(["person"], { burst: 12, perHour: 1 }), empty: "wait while the vote lasts" },
] as const satisfies BucketRules;

/** Whom nobody has proved, from where they come: a wrong proof about anybody. */
const WRONG_FROM_HERE = [
  wrong("tries", ["address"], "wrong proofs at an address"),
  wrong("tries", ["network"], "wrong proofs at a network"),
] as const satisfies BucketRules;

/** Whoever names a person gets one answer, right or wrong, also from an empty bucket; only a wrong proof takes from it. */
export const IDENTIFYING = [
  ...CODES,
  ...CODES_OF_A_PERSON,
  wrong("tries", ["person", "network"], "wrong proofs of a person at a network"),
  wrong("tries", ["person"], "wrong proofs of a person"),
  ...WRONG_FROM_HERE,
] as const satisfies BucketRules;

/**
 * Where others have used up what may be wrong about a person, whoever comes anew, by another mailbox, is still heard: twice with one, thrice from
 * one network. A guesser is too, so that there is an end to it (ADR 049): within a vote no more guesses than four networks had before.
 */
export const COMING_ANEW = [
  ...CODES,
  ...CODES_OF_A_PERSON,
  wrong("first tries", ["person", "contact"], "first wrong proofs of a person with a contact"),
  wrong("first tries", ["person", "network"], "first wrong proofs of a person at a network"),
  wrong("first tries", ["person"], "first wrong proofs of a person"),
  ...WRONG_FROM_HERE,
] as const satisfies BucketRules;

/** Letters to a mailbox or number that say how to go on in place of a code: two, and two a day, from wherever. */
export const ADVICE = [
  { ...wrong("advice", ["contact"], { burst: 2, perHour: 2 / 24 }), empty: "no letter" },
] as const satisfies BucketRules;

/** The same by text, which the city pays for one by one: a network causes some, and no flood of them uses up what codes by text may cost. */
export const ADVICE_BY_TEXT = [
  ...ADVICE,
  { ...wrong("advice by text", ["network"], { burst: 20, perHour: 5 }), empty: "no letter" },
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

const wrongCodes = <const B extends By>(by: B, size: Size) =>
  ({ name: "author codes", of: "site", by, size, counts: "wrong proofs", empty: "gone" }) as const;

/** Wrong codes beside a mailed link: of one letter five, of a mailbox twenty a day however many letters it gets, and what a network may try. */
export const AUTHOR_CODE = [
  wrongCodes(["answer"], { burst: 5, perHour: 0.1 }),
  wrongCodes(["contact"], { burst: 20, perHour: 20 / 24 }),
  wrongCodes(["network"], { burst: 100, perHour: 60 }),
] as const satisfies BucketRules;

const statements = <const B extends By>(by: B, size: Size) =>
  ({ name: "statements", of: "edition", by, size, counts: "requests", empty: "wait" }) as const;

/** With one contact (a family's, perhaps) from one network: six at once, and six a day. */
const A_FAMILY = { burst: 6, perHour: 6 / 24 };
/** Four networks at their full rate use up a contact; one alone does not. Another one is heard. */
const FOUR_NETWORKS = { burst: 24, perHour: 1 };
/** A student house at once, and then one every ten minutes: each keeps the office busy. */
const A_HOUSE = { burst: 10, perHour: 6 };
/** Twice as fast as one connection is, so that no single one closes it, nor two. */
const A_NEIGHBOURHOOD = { burst: 60, perHour: 2 * A_HOUSE.perHour };

/** Whom a statement is about is no bucket: who names somebody would use up theirs, and has other names. */
export const STATEMENT = [
  statements(["contact", "network"], A_FAMILY),
  statements(["contact"], FOUR_NETWORKS),
  statements(["address"], A_HOUSE),
  statements(["network"], A_NEIGHBOURHOOD),
] as const satisfies BucketRules;

/** A form that is counted as sent, and once more as one that comes back. */
const COUNT_UNITS = 2;

/** A draft that its author is to confirm, or the link to the form. */
export const proposing = {
  ...FORM,
  cost: { units: 16 + COUNT_UNITS, letters: 1 },
  buckets: { author: AUTHOR_LETTER },
} as const satisfies Admission;

export const enteringDrafts = {
  ...FORM,
  cost: { units: 12 + COUNT_UNITS, letters: 0 },
  buckets: { enter: AUTHOR_CODE },
} as const satisfies Admission;

export const supporting = {
  ...FORM,
  cost: { units: 14 + COUNT_UNITS, letters: 1 },
  buckets: { supporter: SUPPORTER_LETTER },
} as const satisfies Admission;

export const identifying = {
  ...FORM,
  cost: { units: 20 + COUNT_UNITS, letters: 1 },
  buckets: { identify: IDENTIFYING, comeAnew: COMING_ANEW, advise: ADVICE, adviseByText: ADVICE_BY_TEXT },
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
  unlimited: "a code counts its own wrong tries, and each code takes a right proof",
} as const satisfies Admission;

/** The page of the code sends a new one too. */
export const enteringOrResending = {
  ...FORM,
  cost: { units: ENTRY_UNITS + COUNT_UNITS, letters: 1 },
  buckets: { resend: CODES },
} as const satisfies Admission;

export const answering = {
  ...FORM,
  cost: { units: ENTRY_UNITS, letters: 0 },
  buckets: { answer: EID_ANSWER },
} as const satisfies Admission;

export const stating = {
  ...FORM,
  cost: { units: 15 + COUNT_UNITS, letters: 1 },
  buckets: { statement: STATEMENT },
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
