import { z } from "zod";
import { Language } from "../languages.ts";
import { Said } from "../meeting/ics.ts";
import { MeetingLetterFacts, MeetingPlaceFacts } from "../meeting/letter-facts.ts";
import { PROPOSAL_LETTERS } from "../project/letter-facts.ts";
import { Instant } from "../time.ts";
import { OtherWay } from "../voting/other-ways.ts";

/** One thing that waits: what it is, the address of its page, and by when it is due. */
const WaitingLine = z.object({ text: z.string(), href: z.string(), dueAt: Instant, isLate: z.boolean() });

const BroughtAlong = z.object({
  letter: z.object({
    subject: z.string(),
    first: z.string(),
    parts: z.array(z.union([z.string(), z.object({ items: z.array(z.string()) })])),
    button: z.string().optional(),
    why: z.string(),
  }),
  link: z.string().nullable(),
});

/**
 * What people are told by mail: a kind, and the facts its letter needs. The words are in `words`, the layout in `pages/letters`.
 * Facts hold no more of a person than their own letter shows. A notice is written and read by these; what the release before wrote is read
 * for as long as a letter is kept, so a kind that goes stays readable for a week, and a fact that is new may be missing.
 */
const NOTICE_FACTS = {
  ...PROPOSAL_LETTERS,
  "voting/code": z.object({ code: z.string(), until: Instant }),
  /** Nobody on the roll has these details: it says how to go on, and of them nothing. */
  "voting/no-match": z.object({ hasStatement: z.boolean(), ways: z.array(OtherWay) }),
  "voting/recorded": z.object({ edition: z.string(), resultsBy: Instant.nullable() }),
  /** A statement is in: its number, and by when it is decided, where the calendar says so. */
  "statement/filed": z.object({ edition: z.string(), statement: z.string(), decidedBy: Instant.nullable() }),
  /** A decision may come after the close of the vote: then there is nothing left to do. */
  "statement/accepted": z.object({ edition: z.string(), isVoteOver: z.boolean() }),
  "statement/rejected": z.object({ edition: z.string(), reason: z.string() }),
  /** Asked for by whoever typed this address; nothing is held until the link is used. */
  "meeting/confirm": MeetingLetterFacts.extend({ until: Instant }),
  /** A seat is held; the letter carries the calendar entry, as each that tells when and where. */
  "meeting/seat": MeetingPlaceFacts,
  /** In the queue, at the position of this moment; the page behind the link tells the present one. */
  "meeting/waiting": MeetingPlaceFacts,
  "meeting/moved-up": MeetingLetterFacts,
  "meeting/changed": MeetingLetterFacts.extend({ before: Said }),
  "meeting/cancelled": MeetingLetterFacts.extend({ reason: z.string() }),
  /** Of a subject that brings its own words: the letter as it was said in its reader's language, and where its button leads. */
  "subject/letter": BroughtAlong,
  /** The same, of what the office decided or answered. */
  "subject/decision": BroughtAlong,
  /** To a member of staff, on the morning of a working day: what waits, in words that name no resident, and how much more there is. */
  "office/morning": z.object({
    mine: z.array(WaitingLine),
    unit: z.array(WaitingLine),
    hasMore: z.boolean(),
  }),
} as const;

export type NoticeFacts = {
  readonly [K in keyof typeof NOTICE_FACTS]: z.infer<(typeof NOTICE_FACTS)[K]>;
};

/** For how long a letter is kept, and the address with it, unless that has to go before. */
export const LETTER_DAYS = 7;

export type NoticeKind = keyof NoticeFacts;

/** One letter to one person about one event. */
export type Notice = {
  readonly [K in NoticeKind]: {
    readonly kind: K;
    readonly to: string;
    readonly language: Language;
    readonly facts: NoticeFacts[K];
  };
}[NoticeKind];

export const notice = <K extends NoticeKind>(
  kind: K,
  to: string,
  language: Language,
  facts: NoticeFacts[K],
): Extract<Notice, { kind: K }> => ({ kind, to, language, facts }) as Extract<Notice, { kind: K }>;

export const noticeKind = z.enum(Object.keys(NOTICE_FACTS) as [NoticeKind, ...NoticeKind[]]);

const Addressed = z.object({
  kind: noticeKind,
  to: z.string(),
  language: Language,
  facts: z.unknown(),
});

/** A notice as its kind has it, and nothing that is not declared there. */
export const readNotice = (item: unknown): Notice => {
  const { kind, to, language, facts } = Addressed.parse(item);
  return { kind, to, language, facts: NOTICE_FACTS[kind].parse(facts) } as Notice;
};
