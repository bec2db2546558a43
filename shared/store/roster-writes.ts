import { z } from "zod";
import type { MeetingId } from "../domain/ids.ts";
import { Entry, placesOn, QUEUE_LIMIT, Roster, SEATS_LIMIT } from "../domain/meeting/roster.ts";
import { KEPT_DAYS } from "../domain/meeting/signup.ts";
import { refusal } from "../domain/refusals.ts";
import { epochSeconds, Instant } from "../domain/time.ts";
import { keys } from "./keys.ts";
import { type Attributes, absentOr, type Of, put, update, type Write } from "./write.ts";

/** When a sign-up goes, with its name and address. */
export const keptUntil = (meetingEndsAt: Instant): { expiresAtSeconds: number } => ({
  expiresAtSeconds: epochSeconds(meetingEndsAt) + KEPT_DAYS * 86_400,
});

/** An entry is one text, `sgn_…*2`: short, and an element that a condition can look for in a list. */
const packed = ({ id, seats }: Entry): string => `${id}*${seats}`;

const Packed = z.string().transform((text): Entry => {
  const [id, seats] = text.split("*");
  return Entry.parse({ id, seats: Number(seats) });
});

/** A roster as it is stored: when offers lapse stands beside them, so that a condition finds them as it finds the others. */
export const StoredRoster = z
  .object({
    ...Roster.shape,
    seated: z.array(Packed),
    queue: z.array(Packed),
    // A roster of the release before has offered nothing.
    offered: z.array(Packed).default([]),
    offeredUntil: z.array(Instant).default([]),
  })
  .transform(
    ({ offered, offeredUntil, ...roster }): Roster => ({
      ...roster,
      offered: offered.map((one, n) => ({ ...one, until: Instant.parse(offeredUntil[n]) })),
    }),
  );

const rosterItem = (roster: Roster) => ({
  ...roster,
  seated: roster.seated.map(packed),
  queue: roster.queue.map(packed),
  offered: roster.offered.map(packed),
  offeredUntil: roster.offered.map(({ until }) => until),
});

/** What a roster says to everybody, written after an arrival: what is older never takes the place of what is newer. */
export const placesAfter = (meetingId: MeetingId, roster: Roster): Write =>
  put({
    key: keys.places(meetingId),
    item: placesOn(roster),
    when: absentOr({ text: "#version < :version", values: { version: roster.version } }),
  });

/** A roster as a whole, with what it says to everybody. */
export const rosterWrite = (meetingId: MeetingId, roster: Roster, more: Attributes = {}): Of<"put"> => ({
  key: keys.roster(meetingId),
  item: { ...rosterItem(roster), ...more },
  and: [put({ key: keys.places(meetingId), item: placesOn(roster) })],
});

/** Appends a newcomer who is not there yet, with however many seats, on a condition that only asks what is left. */
export const arrival = (meetingId: MeetingId, place: "seat" | "waiting", entry: Entry): Write => {
  const entries = Array.from({ length: SEATS_LIMIT }, (_, n) => packed({ ...entry, seats: n + 1 }));
  const isAway = entries.map(
    (_, n) =>
      `NOT contains(#seated, :entry${n}) AND NOT contains(#queue, :entry${n}) AND NOT contains(#offered, :entry${n})`,
  );
  const isNew = ["#isOpen = :yes", ...isAway].join(" AND ");
  const values = {
    yes: true,
    seats: entry.seats,
    ...Object.fromEntries(entries.map((one, n) => [`entry${n}`, one])),
  };
  return place === "seat"
    ? update({
        key: keys.roster(meetingId),
        append: { seated: [packed(entry)] },
        add: { left: -entry.seats, version: 1 },
        when: { text: `${isNew} AND #left >= :seats`, values },
      })
    : update({
        key: keys.roster(meetingId),
        append: { queue: [packed(entry)] },
        add: { version: 1 },
        when: {
          text: `${isNew} AND #left < :seats AND size(#queue) < :limit`,
          values: { ...values, limit: QUEUE_LIMIT },
        },
      });
};

/** Both lists anew, if nobody came or left since they were read. */
export const rewrite = (meetingId: MeetingId, before: Roster, after: Roster, more: Attributes): Write =>
  put({
    ...rosterWrite(meetingId, { ...after, version: before.version + 1 }, more),
    when: { text: "#version = :version", values: { version: before.version } },
    otherwise: () => refusal("service/try-again", { retryAfterSeconds: 1 }),
  });
