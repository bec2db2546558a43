import type { Language } from "../languages.ts";
import type { MeetingLetterFacts } from "../meeting/letter-facts.ts";
import type { WhenAndWhere } from "../meeting/meeting.ts";
import type { ProposalLetters } from "../project/letter-facts.ts";
import type { Instant } from "../time.ts";

/**
 * What people are told by mail: a kind, and the facts its letter needs. The words are in `words`, the layout in `pages/letters`.
 * Facts hold no more of a person than their own letter shows.
 */
export interface NoticeFacts extends ProposalLetters {
  "voting/code": { readonly code: string; readonly until: Instant };
  "voting/recorded": { readonly edition: string; readonly resultsBy: Instant | null };
  /** A decision may come after the close of the vote: then there is nothing left to do. */
  "statement/accepted": { readonly edition: string; readonly isVoteOver: boolean };
  "statement/rejected": { readonly edition: string; readonly reason: string };
  /** A seat is held; the letter carries the calendar entry, as each that tells when and where. */
  "meeting/seat": MeetingLetterFacts;
  /** In the queue. The letter names no position: it changes, and the page behind the link tells the present one. */
  "meeting/waiting": MeetingLetterFacts;
  "meeting/moved-up": MeetingLetterFacts;
  "meeting/changed": MeetingLetterFacts & { readonly before: WhenAndWhere };
  "meeting/cancelled": MeetingLetterFacts & { readonly reason: string };
  /** To a member of staff, on the morning of a working day: what waits, in words that name no resident, and how much more there is. */
  "office/morning": {
    readonly mine: readonly WaitingLine[];
    readonly unit: readonly WaitingLine[];
    readonly hasMore: boolean;
  };
}

/** One thing that waits: what it is, the address of its page, and by when it is due. */
interface WaitingLine {
  readonly text: string;
  readonly href: string;
  readonly dueAt: Instant;
  readonly isLate: boolean;
}

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
