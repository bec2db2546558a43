import type { MeetingId } from "../domain/ids.ts";
import { type Entry, QUEUE_LIMIT, type Roster } from "../domain/meeting/roster.ts";
import { KEPT_DAYS, SIGNUPS_A_DAY } from "../domain/meeting/signup.ts";
import { refusal } from "../domain/refusals.ts";
import { dayOf, endOfDay, epochSeconds, type Instant } from "../domain/time.ts";
import { keys } from "./keys.ts";
import { put, update, type Write } from "./write.ts";

/** When a sign-up goes, with its name and address. */
export const keptUntil = (meetingEndsAt: Instant): { expiresAtSeconds: number } => ({
  expiresAtSeconds: epochSeconds(meetingEndsAt) + KEPT_DAYS * 86_400,
});

/** Appends a newcomer, on a condition that only asks what is left. */
export const arrival = (meetingId: MeetingId, place: "seat" | "waiting", entry: Entry): Write =>
  place === "seat"
    ? update({
        key: keys.roster(meetingId),
        append: { seated: [entry] },
        add: { left: -entry.seats, version: 1 },
        when: { text: "#isOpen = :yes AND #left >= :seats", values: { yes: true, seats: entry.seats } },
      })
    : update({
        key: keys.roster(meetingId),
        append: { queue: [entry] },
        add: { version: 1 },
        when: {
          text: "#isOpen = :yes AND #left < :seats AND size(#queue) < :limit",
          values: { yes: true, seats: entry.seats, limit: QUEUE_LIMIT },
        },
      });

/** Both lists anew, if nobody came or left since they were read. */
export const rewrite = (meetingId: MeetingId, before: Roster, after: Roster): Write =>
  put({
    key: keys.roster(meetingId),
    item: { ...after, version: before.version + 1 },
    when: { text: "#version = :version", values: { version: before.version } },
    otherwise: () => refusal("service/try-again", { retryAfterSeconds: 1 }),
  });

/** Counts a new sign-up of an address, up to the day's limit: a form must not be a means to fill a stranger's mailbox. */
export const counted = (address: string, at: Instant): Write => {
  const day = dayOf(at);
  const until = endOfDay(day);
  return update({
    key: keys.signupsOfAddress(address, day),
    add: { count: 1 },
    set: { expiresAtSeconds: epochSeconds(until) },
    when: { text: "attribute_not_exists(#count) OR #count < :limit", values: { limit: SIGNUPS_A_DAY } },
    otherwise: () =>
      refusal("request/too-many", {
        retryAfterSeconds: Math.max(1, epochSeconds(until) - epochSeconds(at)),
      }),
  });
};
