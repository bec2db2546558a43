import { z } from "zod";
import { type ConsultationId, MeetingId } from "../domain/ids.ts";
import { Meeting } from "../domain/meeting/meeting.ts";
import { emptyRoster } from "../domain/meeting/roster.ts";
import { refusal } from "../domain/refusals.ts";
import { ok, type Result } from "../domain/result.ts";
import type { Instant } from "../domain/time.ts";
import { keys } from "./keys.ts";
import { pendingSince } from "./notices.ts";
import type { Page, QueryOptions } from "./reads.ts";
import { rosterWrite } from "./roster-writes.ts";
import type { Table } from "./table.ts";
import { WAITS_NO_MORE } from "./work.ts";
import { type Attributes, create, put, remove, update, type Write } from "./write.ts";

/** A line of the agenda: it only points at its meeting. */
const AgendaLine = z.object({ sk: z.string(), id: MeetingId });
type AgendaLine = z.infer<typeof AgendaLine>;

const agendaKeys = ({ id, endsAt, consultationId, audience }: Meeting) => [
  keys.agenda(audience === "visit" ? "visits" : "all", endsAt, id),
  ...(consultationId === undefined ? [] : [keys.agenda(consultationId, endsAt, id)]),
];

/** The meeting as an item; with something to announce it waits for the consumer. */
const itemOf = (meeting: Meeting) => ({
  ...meeting,
  ...(meeting.announcement && pendingSince("meetings", meeting.announcement.at)),
});

const agendaWrites = (before: Meeting | undefined, after: Meeting): Write[] =>
  before?.endsAt === after.endsAt
    ? []
    : [
        ...(before ? agendaKeys(before).map((key) => remove({ key })) : []),
        ...agendaKeys(after).map((key) => put({ key, item: { id: after.id } })),
      ];

export const openMeetings = (table: Table) => ({
  get: (id: MeetingId): Promise<Meeting | undefined> => table.get(keys.meeting(id), Meeting),
  /** A meeting of a list, which goes on without it where it cannot be read. */
  listed: (id: MeetingId): Promise<Meeting | undefined> =>
    table.get(keys.meeting(id), Meeting, { unreadable: "skip" }),

  /** Ids of meetings by their end, from `after` on, with where each stands; newest first for what is over. */
  agenda: (
    of: ConsultationId | "all" | "visits",
    page: Pick<QueryOptions, "after" | "limit" | "newestFirst"> = {},
  ): Promise<Page<AgendaLine>> =>
    table.query(keys.agenda(of, "", "mtg_" as MeetingId).pk, AgendaLine, { ...page, consistent: true }),

  /** Creates a meeting with its empty roster once: the same creation again finds its first self. */
  create: async (
    meeting: Meeting,
    capacity: number,
    audit: Write,
    more: Attributes = {},
  ): Promise<Result<Meeting>> => {
    const outcome = await table.write([
      create({
        key: keys.meeting(meeting.id),
        item: { ...itemOf(meeting), ...more },
        otherwise: () => refusal("request/key-reused", {}),
      }),
      put(rosterWrite(meeting.id, emptyRoster(capacity))),
      ...agendaWrites(undefined, meeting),
      audit,
    ]);
    if (outcome.ok) return ok(meeting);
    const made = await table.get(keys.meeting(meeting.id), Meeting);
    return made?.fingerprint === meeting.fingerprint ? ok(made) : outcome;
  },

  /** A meeting as it is to be, in the place of the version that was read, and on the agenda where it now belongs. */
  change: async (
    before: Meeting,
    after: Meeting,
    also: readonly Write[],
    more: Attributes = {},
  ): Promise<Result<Meeting>> => {
    const next: Meeting = { ...after, version: before.version + 1 };
    const outcome = await table.write([
      put({
        key: keys.meeting(before.id),
        item: { ...itemOf(next), ...more },
        when: { text: "#version = :version", values: { version: before.version } },
      }),
      ...agendaWrites(before, next),
      ...also,
    ]);
    return outcome.ok ? ok(next) : outcome;
  },

  /** Meetings with something that their people are still to be told. */
  toAnnounce: async (limit: number): Promise<MeetingId[]> =>
    (await table.pending("meetings", limit)).flatMap(({ sk }) => MeetingId.safeParse(sk).data ?? []),

  /** Everybody was reminded of this date, unless the meeting was moved meanwhile. */
  reminded: async ({ id, startsAt }: Meeting): Promise<void> => {
    await table.write([
      update({
        key: keys.meeting(id),
        set: { remindedOf: startsAt },
        remove: WAITS_NO_MORE,
        when: { text: "#startsAt = :startsAt", values: { startsAt } },
      }),
    ]);
  },

  /** Everybody was told, unless there is something newer to tell. */
  announced: (id: MeetingId, at: Instant): Promise<Result<void>> =>
    table.write([
      update({
        key: keys.meeting(id),
        remove: ["announcement", "pendingOf", "pendingKey"],
        when: { text: "#announcement.#at = :at", values: { at } },
      }),
    ]),
});
