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
  cost: { units: 20, letters: 1 },
  buckets: { author: AUTHOR_LETTER },
} as const satisfies Admission;

export const supporting = {
  ...FORM,
  cost: { units: 20, letters: 1 },
  buckets: { supporter: SUPPORTER_LETTER },
} as const satisfies Admission;
