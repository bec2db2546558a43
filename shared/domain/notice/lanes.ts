import type { NoticeKind } from "./notice.ts";

interface LaneRow {
  /** Up to which share of the day's letters it goes; above stands what is kept for the lanes before it. */
  readonly upTo: number;
  /** How many of its letters may be under way at once. */
  readonly hands: number;
}

/**
 * Lanes of letters, whoever is needed most first. A code goes before anything else, since without one nobody votes; of a day's letters the last
 * three in ten are kept for them. What tells many people the same keeps most room for what one person waits for.
 */
export const LANES = {
  codes: { upTo: 1, hands: 8 },
  /** What was decided about somebody, what they have asked for, and that it has come. */
  decisions: { upTo: 0.7, hands: 4 },
  reminders: { upTo: 0.6, hands: 2 },
  bulk: { upTo: 0.5, hands: 2 },
} as const satisfies Readonly<Record<string, LaneRow>>;

export type Lane = keyof typeof LANES;

/** A code is in no table, and waits with the session that it opens; every other letter waits in the outbox. */
export type OutboxLane = Exclude<Lane, "codes">;

/** Kinds that go by another lane than that of decisions. */
const LANE_OF: Readonly<Partial<Record<NoticeKind, OutboxLane>>> = {
  "office/morning": "reminders",
  "proposal/correction-due": "reminders",
};

export const laneOf = (kind: NoticeKind): OutboxLane => LANE_OF[kind] ?? "decisions";

/** How many letters the sender may send in a day, and how many of the last 24 hours there are already. */
export interface LettersToday {
  /** Negative where there is no limit, as SES tells it. */
  readonly most: number;
  readonly sent: number;
}

/** Whether one more letter of a lane may go today. */
export const hasRoom = ({ most, sent }: LettersToday, lane: Lane): boolean =>
  most < 0 || lane === "codes" || sent < Math.floor(most * LANES[lane].upTo);
