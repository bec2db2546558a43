import { z } from "zod";
import { dayOf, Instant, LocalDate } from "../time.ts";
import { LANES, type Lane } from "./lanes.ts";
import type { Notice, NoticeKind } from "./notice.ts";

/** What became of a letter: the mail took it, it waits for its next try, nobody took it in time, it was refused, or no answer came. */
export const LetterFate = z.enum(["sent", "delayed", "given-up", "rejected", "unknown"]);
export type LetterFate = z.infer<typeof LetterFate>;

/** One letter to one address or number: never where it went, nor what it said. */
export const LedgerRow = z.object({
  /** A row may outlive its kind. */
  kind: z.string(),
  lane: z.enum(Object.keys(LANES) as [Lane]),
  state: LetterFate,
  /** When this became of it. */
  at: z.union([Instant, LocalDate]),
  /** When it is tried again. */
  again: Instant.optional(),
  tries: z.int(),
  /** Why it did not leave, by the name of the error. */
  reason: z.string().optional(),
});
export type LedgerRow = z.infer<typeof LedgerRow>;

/** That somebody voted may be told, and on which day; no time may come to stand beside an address. */
const isTimeless = (kind: string): boolean => kind === ("voting/recorded" satisfies NoticeKind);

/** A moment of a letter as its row may say it. */
export const momentIn = (kind: string, at: Instant): Instant | LocalDate =>
  isTimeless(kind) ? dayOf(at) : at;

/** When a letter is tried again, as its row may say it. */
export const againIn = (kind: string, again: Instant | undefined): Pick<LedgerRow, "again"> =>
  again === undefined || isTimeless(kind) ? {} : { again };

/**
 * For how many days what became of a letter is kept, by what it was for: a code until nobody asks for it any more, a decision as long as
 * somebody may say that they were not told. A receipt of a vote goes with what the identity policy says of its address.
 */
const TERMS = {
  code: 1,
  receipt: null,
  decision: 365,
  /** A link that somebody asked for. */
  request: 30,
  meeting: 30,
  reminder: 30,
  bulk: 30,
  office: 7,
} as const;

type Purpose = keyof typeof TERMS;

/** Kinds whose purpose is not that of their lane. */
const PURPOSE_OF: Readonly<Partial<Record<NoticeKind, Purpose>>> = {
  "voting/no-match": "code",
  "voting/recorded": "receipt",
  "proposal/start": "request",
  "proposal/confirm": "request",
  "proposal/co-author": "request",
  "support/confirm": "request",
  "subject/letter": "request",
  "meeting/confirm": "meeting",
  "meeting/seat": "meeting",
  "meeting/waiting": "meeting",
  "meeting/moved-up": "meeting",
  "meeting/changed": "meeting",
  "meeting/cancelled": "meeting",
  "office/morning": "office",
};

const OF_LANE: Readonly<Record<Lane, Purpose>> = {
  codes: "code",
  decisions: "decision",
  reminders: "reminder",
  bulk: "bulk",
};

/** The days of a letter's row; null where they are those of its address. */
export const ledgerDays = ({ kind }: Pick<Notice, "kind">, lane: Lane): number | null =>
  TERMS[PURPOSE_OF[kind] ?? OF_LANE[lane]];
