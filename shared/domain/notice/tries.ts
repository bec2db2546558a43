import { type Instant, plusSeconds } from "../time.ts";

const FIRST_WAIT_SECONDS = 2;
const LONGEST_WAIT_SECONDS = 6 * 3600;

/** With the waits between them about three days: longer than mail has been down, shorter than an appeal stays open. */
const MOST_TRIES = 24;

/** When a letter that was refused is tried again, after so many tries: each wait twice the last. Null when it is given up. */
export const nextTry = (tries: number, now: Instant): Instant | null =>
  tries >= MOST_TRIES
    ? null
    : plusSeconds(now, Math.min(FIRST_WAIT_SECONDS * 2 ** (tries - 1), LONGEST_WAIT_SECONDS));
