/** What strangers' requests may be, may cost and may use up, act by act: data of the route table. */
import type { Admission, BucketRules } from "../shared/platform/admission.ts";

/** A form, or the JSON of one: the longest honest one, a proposal whose every letter is written as nine characters, is half as long. */
const FORM = { bytes: 64_000, fields: 2000 };

/** Letters to one address that a stranger can cause: enough for a busy author, too few to fill a mailbox. */
const LETTERS = { burst: 30, perHour: 30 };

export const AUTHOR_LETTER = [
  { name: "author", of: "site", by: ["contact"], size: LETTERS, counts: "requests", empty: "wait" },
] as const satisfies BucketRules;

export const SUPPORTER_LETTER = [
  { name: "supporter", of: "site", by: ["contact"], size: LETTERS, counts: "requests", empty: "wait" },
] as const satisfies BucketRules;

/** A draft that its author is to confirm, or the link to the form. */
export const proposing = {
  ...FORM,
  cost: { units: 8, letters: 1 },
  buckets: { author: AUTHOR_LETTER },
} as const satisfies Admission;

export const supporting = {
  ...FORM,
  cost: { units: 3, letters: 1 },
  buckets: { supporter: SUPPORTER_LETTER },
} as const satisfies Admission;

/** Codes that really went to an address or number: for one person, and for all who gave it. */
export const CODES = [
  {
    name: "codes",
    of: "edition",
    by: ["contact"],
    size: "codes to a contact",
    counts: "letters",
    empty: "other ways",
  },
  {
    name: "codes",
    of: "edition",
    by: ["person's contact"],
    size: "codes to a contact for one person",
    counts: "letters",
    empty: "other ways",
  },
] as const satisfies BucketRules;

/** Whoever names a person gets one answer, right or wrong: so every try counts, and a full house on one address still gets through. */
export const IDENTIFYING = [
  ...CODES,
  {
    name: "tries",
    of: "edition",
    by: ["person", "network"],
    size: "tries of a person at a network",
    counts: "requests",
    empty: "wait while the vote lasts",
  },
  {
    name: "tries",
    of: "edition",
    by: ["person"],
    size: "tries of a person",
    counts: "requests",
    empty: "wait while the vote lasts",
  },
  {
    name: "tries",
    of: "edition",
    by: ["address"],
    size: "tries of an address",
    counts: "requests",
    empty: "wait while the vote lasts",
  },
  {
    name: "tries",
    of: "edition",
    by: ["network"],
    size: "tries of a network",
    counts: "requests",
    empty: "wait while the vote lasts",
  },
] as const satisfies BucketRules;

/** A code that is wrong; its own session counts it too. The right one passes, however many were wrong at that address. */
export const WRONG_CODE = [
  {
    name: "tries",
    of: "edition",
    by: ["address"],
    size: "tries of an address",
    counts: "wrong proofs",
    empty: "wait while the vote lasts",
  },
  {
    name: "tries",
    of: "edition",
    by: ["network"],
    size: "tries of a network",
    counts: "wrong proofs",
    empty: "wait while the vote lasts",
  },
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

/** About one person, or with one contact (a family's, perhaps): six at once, and six a day. */
const STATEMENTS = { burst: 6, perHour: 6 / 24 };
/** Four networks at their full rate shut out a person, one alone does not. */
const STATEMENTS_EVERYWHERE = { burst: 24, perHour: 1 };

/** Each keeps the office busy, and the count waits for it: from one network a student house at once, and thirty a day. */
export const STATEMENT = [
  {
    name: "statements",
    of: "edition",
    by: ["person", "network"],
    size: STATEMENTS,
    counts: "requests",
    empty: "wait",
  },
  {
    name: "statements",
    of: "edition",
    by: ["person"],
    size: STATEMENTS_EVERYWHERE,
    counts: "requests",
    empty: "wait",
  },
  {
    name: "statements",
    of: "edition",
    by: ["contact", "network"],
    size: STATEMENTS,
    counts: "requests",
    empty: "wait",
  },
  {
    name: "statements",
    of: "edition",
    by: ["contact"],
    size: STATEMENTS_EVERYWHERE,
    counts: "requests",
    empty: "wait",
  },
  {
    name: "statements",
    of: "edition",
    by: ["network"],
    size: { burst: 10, perHour: 30 / 24 },
    counts: "requests",
    empty: "wait",
  },
] as const satisfies BucketRules;

export const identifying = {
  ...FORM,
  cost: { units: 14, letters: 1 },
  buckets: { identify: IDENTIFYING },
} as const satisfies Admission;

export const resending = {
  ...FORM,
  cost: { units: 9, letters: 1 },
  buckets: { resend: CODES },
} as const satisfies Admission;

/** A right code is noted among others of its connection and contact, which grows with them. */
export const entering = {
  ...FORM,
  cost: { units: 20, letters: 0 },
  buckets: { code: WRONG_CODE },
} as const satisfies Admission;

/** The page of the code sends a new one too. */
export const enteringOrResending = {
  ...FORM,
  cost: { units: 20, letters: 1 },
  buckets: { code: WRONG_CODE, resend: CODES },
} as const satisfies Admission;

export const answering = {
  ...FORM,
  cost: { units: 20, letters: 0 },
  buckets: { answer: EID_ANSWER },
} as const satisfies Admission;

export const stating = {
  ...FORM,
  cost: { units: 15, letters: 0 },
  buckets: { statement: STATEMENT },
} as const satisfies Admission;

/** New sign-ups of one address, at whatever meetings: a form must not be a means to fill a stranger's mailbox. */
export const SIGNUP = [
  {
    name: "sign-ups",
    of: "site",
    by: ["contact"],
    size: { burst: 10, perHour: 10 / 24 },
    counts: "requests",
    empty: "wait",
  },
] as const satisfies BucketRules;

/** The letter again about one meeting. Beyond it nothing is sent and nothing is said: the place is what was asked for. */
export const SIGNUP_AGAIN = [
  {
    name: "sign-up again",
    of: "site",
    by: ["contact", "meeting"],
    size: { burst: 2, perHour: 2 / 24 },
    counts: "requests",
    empty: "silence",
  },
] as const satisfies BucketRules;

export const signingUp = {
  ...FORM,
  cost: { units: 12, letters: 1 },
  buckets: { signUp: SIGNUP, again: SIGNUP_AGAIN },
} as const satisfies Admission;
