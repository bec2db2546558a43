import type { LetterSubject } from "../domain/notice/given-up.ts";
import { laneOf, type OutboxLane } from "../domain/notice/lanes.ts";
import { LETTER_DAYS, type Notice, readNotice } from "../domain/notice/notice.ts";
import { epochSeconds, type Instant, plusSeconds } from "../domain/time.ts";
import { type Key, keys } from "./keys.ts";
import { put, update, type Write } from "./write.ts";

/**
 * A notice as an item of the outbox, to be written in the transaction of the fact it tells of. `event` names person and event together
 * (`signup/sgn_…/confirmed`): the same event never becomes two letters. Told or not it is kept for a week, to answer "was I told?", or until
 * its address has to go. One with a subject tells of a decision: when it is given up, somebody of the office tells otherwise.
 */
export const noticeWrite = (
  event: string,
  about: Notice,
  at: Instant,
  {
    keptUntil = plusSeconds(at, LETTER_DAYS * 86_400),
    subject,
    lane = laneOf(about.kind),
    letterTries,
  }: {
    readonly keptUntil?: Instant;
    readonly subject?: LetterSubject;
    readonly lane?: OutboxLane;
    /** How often it was tried before it came here. */
    readonly letterTries?: number;
  } = {},
): Write =>
  put({
    key: keys.notice(event),
    item: {
      ...readNotice(about),
      ...pendingSince(WAITING_IN[lane], at),
      ...(subject && { subject }),
      ...(letterTries !== undefined && { letterTries }),
      expiresAtSeconds: epochSeconds(keptUntil),
    },
    when: { text: "attribute_not_exists(#pk)" },
  });

/** What the outbox's letters of a lane wait as. */
export const WAITING_IN = {
  decisions: "notices",
  reminders: "reminders",
  bulk: "bulk",
} as const satisfies Readonly<Record<OutboxLane, PendingOf>>;

/** A claimed item waits again, from `pendingKey` on. One that is gone meanwhile stays gone. */
export const waitingAgain = (key: Key, of: PendingOf, pendingKey: string, letterTries: number): Write =>
  update({
    key,
    set: { ...pendingSince(of, pendingKey), letterTries },
    when: { text: "attribute_exists(#pk)" },
  });

/** What a letter of the outbox waits as while somebody holds it. */
export const HELD = "held" satisfies PendingOf;

/** The attributes by which an item waits. */
const WAITING = ["pendingOf", "pendingKey"] as const;

/** A notice whose letter has left: that it was told stays, what it said goes, and with it the links that only its reader should have. */
export const told = (key: Key): Write =>
  update({ key, remove: ["facts", ...WAITING], when: { text: "attribute_exists(#pk)" } });

/** A claimed item whose letter is given up, and why. */
export const untold = (key: Key, reason: string): Write =>
  update({ key, set: { untold: reason }, remove: WAITING, when: { text: "attribute_exists(#pk)" } });

/** A claimed item whose claimer never came back: nobody knows whether its letter left. Not where somebody was faster. */
export const lost = (key: Key, claimedAt: string): Write =>
  update({
    key,
    set: { untold: "killed" },
    remove: WAITING,
    when: { text: "#pendingOf = :held AND #pendingKey = :at", values: { held: HELD, at: claimedAt } },
  });

/** Attributes that put an item into the pending index, oldest first. */
export const pendingSince = (of: PendingOf, at: Instant) => ({ pendingOf: of, pendingKey: at });

/**
 * What waits: for the consumer of notices the outbox by its lanes, what one of them holds, codes of voter sessions, and markers whose voter is not yet told; for the one of
 * meetings, meetings with something to announce, and sign-ups that have no place or no letter yet; for the one of files, tickets; and
 * files of paper cards that are being worked off.
 */
export type PendingOf =
  | "codes"
  | "notices"
  | "markers"
  | "reminders"
  | "bulk"
  | "held"
  | "meetings"
  | "signups"
  | "uploads"
  | "paper-files";
